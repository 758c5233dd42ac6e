using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>A second opinion on every program of ECMAScript 2022: Esprima's, which differs only where the list beside these tests says so and why.</summary>
public sealed partial class EsprimaTests(ITestOutputHelper output)
{
    private const int MostShown = 10;
    private const int ContextCharacters = 120;
    private const string EsprimaRefuses = "Esprima";

    private static readonly string s_differencesFile =
        Repository.Combine("tests", "Ahoy.JavaScript.Tests", "Conformance", "esprima-differences.md");

    [Fact]
    public async Task Parse_RealCode_GivesEsprimasTrees() => Compare(await Packages.RealCodeAsync(), atLeast: 300);

    [Fact]
    public void Parse_Examples_GivesEsprimasTrees()
    {
        if (Repository.Examples is not { } examples)
        {
            Assert.Skip("The platform's examples are not on this machine.");
            return;
        }

        Compare(Packages.JavaScriptFiles(examples), atLeast: 100);
    }

    /// <summary>Where one of the two refuses a conformance test that the other reads, the list has it, with what we have against it.</summary>
    [Fact]
    public async Task Parse_ConformanceTests_DifferFromEsprimaAsListed()
    {
        var tests = Path.Combine(await Packages.InstallAsync(), "test262-parser-tests");
        var differences = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var equal = 0;
        foreach (var file in new[] { "pass", "fail", "early" }.SelectMany(folder => Packages.JavaScriptFiles(Path.Combine(tests, folder))))
        {
            var type = file.Contains(".module.", StringComparison.Ordinal) ? SourceType.Module : SourceType.Script;
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var ours = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type });
            var (tree, error) = EsprimaOracle.Parse(text, type);
            var name = Path.GetRelativePath(tests, file).Replace('\\', '/');
            if (ours.Errors.Count > 0 && tree is not null)
            {
                differences.Add(name, ours.Errors[0].Code.ToString());
            }
            else if (ours.Errors.Count == 0 && error is not null)
            {
                differences.Add(name, EsprimaRefuses);
            }
            else if (ours.Errors.Count == 0)
            {
                Assert.Null(DifferenceIn(name, ours, tree!));
                equal++;
            }
        }

        output.WriteLine($"{equal} equal trees, {differences.Count} differences");
        Assert.True(equal > 1500, $"Only {equal} trees were compared.");
        Assert.Equal(Listed(), differences.Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    private void Compare(string[] files, int atLeast)
    {
        var differences = new List<string>();
        foreach (var file in files)
        {
            var (ours, type) = Parse(file);
            var (tree, error) = EsprimaOracle.Parse(File.ReadAllText(file), type);
            if ((ours.Errors.Count > 0) != (tree is null))
            {
                differences.Add($"{file} as {type}: {(tree is null ? $"Esprima alone refuses it: {error}" : $"we alone refuse it: {ours.Errors[0]}")}");
            }
            else if (tree is not null && DifferenceIn(file, ours, tree) is { } difference)
            {
                differences.Add(difference);
            }
        }

        output.WriteLine($"{files.Length} files");
        Assert.True(files.Length >= atLeast, $"Only {files.Length} files were found.");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(MostShown).Prepend($"{differences.Count} files differ.")));
    }

    /// <summary>A file as CommonJS, unless it is a module or can be read only as one.</summary>
    private static (ParseResult Result, SourceType Type) Parse(string file)
    {
        var text = File.ReadAllText(file);
        var result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = SourceType.CommonJs });
        return Path.GetExtension(file) != ".mjs" && result.Errors.Count == 0
            ? (result, SourceType.CommonJs)
            : (JavaScriptParser.Parse(text, new ParseOptions { SourceType = SourceType.Module }), SourceType.Module);
    }

    private static string? DifferenceIn(string file, ParseResult ours, string theirs)
    {
        var our = PeerTree.Of(ours.Root.ToEstreeJson());
        var their = PeerTree.Of(theirs);
        if (our == their)
        {
            return null;
        }

        var start = Math.Max(0, our.Zip(their).TakeWhile(pair => pair.First == pair.Second).Count() - ContextCharacters);
        return $"{file}:\n  ours      {Around(our, start)}\n  Esprima's {Around(their, start)}";
    }

    private static string Around(string text, int start) => text.Substring(start, Math.Min(2 * ContextCharacters, text.Length - start));

    private static IEnumerable<string> Listed()
    {
        var code = "";
        var listed = new List<string>();
        foreach (var line in File.ReadLines(s_differencesFile))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                code = heading.Groups["code"] is { Success: true } named ? named.Value : EsprimaRefuses;
            }
            else if (line.EndsWith(".js", StringComparison.Ordinal))
            {
                listed.Add($"{line}: {code}");
            }
        }

        return listed.Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^## (?:Esprima refuses|Ahoy refuses \((?<code>\w+)\)): .+$")]
    private static partial Regex Heading();
}
