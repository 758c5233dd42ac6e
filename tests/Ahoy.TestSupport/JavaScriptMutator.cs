using System.Text.RegularExpressions;

namespace Ahoy.TestSupport;

/// <summary>
/// Breaks JavaScript as people and editors do: tokens that are missing, doubled, swapped, foreign, and files that just end.
/// The same seed makes the same texts on every machine.
/// </summary>
public sealed partial class JavaScriptMutator
{
    private static readonly string[] s_foreign =
    [
        "(", ")", "[", "]", "{", "}", ";", ",", ":", ".", "=", "=>", "...", "?.", "??", "**", "++", "/", "`", "`${", "'", "\"",
        "\n", "/*", "*/", "//", "<!--", "-->", "#", "#a", "@", "\\", "\\u0061", "0", "010", "1n", "/a/g", "'use strict';",
        "async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delete", "do", "else", "enum",
        "eval", "arguments", "export", "extends", "finally", "for", "function", "function*", "get", "if", "import", "import.meta",
        "in", "instanceof", "let", "new", "new.target", "null", "of", "return", "set", "static", "super", "switch", "this",
        "throw", "try", "typeof", "var", "void", "while", "with", "yield", "a:", "(a, b) =>", "async (a) =>", "({ a = 1 })",
    ];

    private readonly Random _random;

    /// <param name="seed">What decides all that the mutator does.</param>
    public JavaScriptMutator(int seed) => _random = new Random(seed);

    /// <summary>Makes a text from <paramref name="source"/> by one to <paramref name="most"/> changes.</summary>
    public string Mutate(string source, int most = 3)
    {
        var tokens = Tokens().Matches(source).Select(match => match.Value).ToList();
        for (var changes = _random.Next(1, most + 1); changes > 0; changes--)
        {
            Change(tokens);
        }

        return string.Concat(tokens);
    }

    /// <summary>A stretch of lines of a text, at most as long as given.</summary>
    public string Excerpt(string source, int lines)
    {
        var all = source.Split('\n');
        var first = _random.Next(all.Length);
        return string.Join('\n', all.Skip(first).Take(lines));
    }

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private void Change(List<string> tokens)
    {
        var at = _random.Next(tokens.Count + 1);
        var isInside = at < tokens.Count;
        switch (_random.Next(8))
        {
            case 0 when isInside:
                tokens.RemoveAt(at);
                break;
            case 1 when isInside:
                tokens.Insert(at, tokens[at]);
                break;
            case 2 when isInside:
                var other = _random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3 when isInside:
                tokens[at] = $" {Pick(s_foreign)} ";
                break;
            case 4 when isInside:
                tokens.RemoveRange(at, Math.Min(_random.Next(1, 12), tokens.Count - at));
                break;
            case 5:
                tokens.RemoveRange(at, tokens.Count - at);
                break;
            default:
                tokens.Insert(at, $" {Pick(s_foreign)} ");
                break;
        }
    }

    // Not JavaScript's own tokens, just pieces of about that size.
    [GeneratedRegex("""\s+|[\p{L}_$][\p{L}\p{N}_$]*|\p{N}+n?|"[^"\n]*"|'[^'\n]*'|=>|\.\.\.|\?\.|\?\?|\*\*|&&|\|\||[=!]==?|\+\+|--|[\uD800-\uDBFF][\uDC00-\uDFFF]|.""", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
