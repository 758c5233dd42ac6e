using Ahoy.JavaScript.Parsing;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>Compares the trees of files, byte for byte, with acorn's.</summary>
internal sealed class AcornComparison
{
    private const int MostShown = 10;
    private const int ContextCharacters = 120;

    private readonly Acorn _acorn;
    private readonly List<string> _differences = [];

    public AcornComparison(Acorn acorn) => _acorn = acorn;

    public int Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>What differs, if anything does.</summary>
    public string Report =>
        string.Join('\n', _differences.Take(MostShown).Prepend($"{_differences.Count} of {Files} files differ."));

    public bool Agrees => _differences.Count == 0;

    /// <summary>Compares a file: as CommonJS if acorn can read it so, otherwise as a module.</summary>
    public async Task CompareAsync(string path)
    {
        Files++;
        Bytes += new FileInfo(path).Length;
        SourceType[] types = Path.GetExtension(path) == ".mjs" ? [SourceType.Module] : [SourceType.CommonJs, SourceType.Module];
        var text = await File.ReadAllTextAsync(path);
        foreach (var type in types)
        {
            var theirs = await _acorn.TreeOfFileAsync(path, type);
            var ours = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type });
            if (theirs is null)
            {
                if (ours.Errors.Count == 0)
                {
                    _differences.Add($"{path} as {type}: acorn alone refuses it");
                    return;
                }
            }
            else
            {
                CompareTrees(path, type, ours, theirs);
                return;
            }
        }
    }

    private void CompareTrees(string path, SourceType type, ParseResult ours, string theirs)
    {
        if (ours.Errors.Count > 0)
        {
            _differences.Add($"{path} as {type}: {ours.Errors[0]}");
            return;
        }

        var canonical = CanonicalJson.Of(ours.Root.ToEstreeJson());
        if (canonical == theirs)
        {
            return;
        }

        var at = canonical.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        _differences.Add($"{path} as {type}:\n  ours   {Around(canonical, at)}\n  acorn's {Around(theirs, at)}");
    }

    private static string Around(string text, int at)
    {
        var start = Math.Max(0, at - ContextCharacters);
        return text.Substring(start, Math.Min(2 * ContextCharacters, text.Length - start));
    }
}
