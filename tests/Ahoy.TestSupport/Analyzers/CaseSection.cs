namespace Ahoy.TestSupport.Analyzers;

/// <summary>
/// A piece of a file of cases: JavaScript below lines of the form <c>//// key: value</c>. The first of these lines is the
/// heading, the others are facts about the piece.
/// </summary>
public sealed class CaseSection
{
    private const string Mark = "//// ";

    private CaseSection(IReadOnlyList<(string Key, string Value)> lines, string code)
    {
        (Kind, Name) = lines[0];
        Lines = [.. lines.Skip(1)];
        Code = code;
    }

    /// <summary>The heading's key.</summary>
    public string Kind { get; }

    /// <summary>The heading's value.</summary>
    public string Name { get; }

    /// <summary>The lines below the heading.</summary>
    public IReadOnlyList<(string Key, string Value)> Lines { get; }

    /// <summary>The code, which ends with one line break.</summary>
    public string Code { get; }

    /// <summary>Reads a file of cases.</summary>
    public static IEnumerable<CaseSection> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var line = 0;
        while (line < lines.Length)
        {
            if (!lines[line].StartsWith(Mark, StringComparison.Ordinal))
            {
                line++;
                continue;
            }

            var heading = line;
            while (++line < lines.Length && lines[line].StartsWith(Mark, StringComparison.Ordinal))
            {
            }

            var code = line;
            while (line < lines.Length && !lines[line].StartsWith(Mark, StringComparison.Ordinal))
            {
                line++;
            }

            yield return new CaseSection(
                [.. lines[heading..code].Select(Split)],
                string.Join('\n', lines[code..line]).Trim('\n') + "\n");
        }
    }

    /// <summary>The value of a line below the heading; null where there is none of that key.</summary>
    public string? Fact(string key) => Lines.FirstOrDefault(line => line.Key == key).Value;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Name}";

    private static (string Key, string Value) Split(string heading)
    {
        var text = heading[Mark.Length..];
        var colon = text.IndexOf(':');
        return colon < 0 ? (text.Trim(), "") : (text[..colon].Trim(), text[(colon + 1)..].Trim());
    }
}
