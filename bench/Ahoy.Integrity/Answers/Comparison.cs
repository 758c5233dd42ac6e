using System.Globalization;
using System.Text;

namespace Ahoy.Integrity.Answers;

/// <summary>Compares the parts of an answer, and says where they differ.</summary>
internal static class Comparison
{
    private const int Shown = 24;

    /// <summary>Compares headers: all of them, each with all its values in their order; the names in any order.</summary>
    public static string? Headers(IEnumerable<(string Name, string Value)> expected, IEnumerable<(string Name, string Value)> got)
    {
        var right = Text(expected);
        var found = Text(got);
        if (right == found)
        {
            return null;
        }

        var at = right.AsSpan().CommonPrefixLength(found);
        return string.Create(CultureInfo.InvariantCulture, $"its headers differ: expected …{Around(right, at)}, got …{Around(found, at)}");
    }

    /// <summary>Compares a body with the pieces that it must be made of.</summary>
    public static string? Body(IReadOnlyList<ReadOnlyMemory<byte>> expected, ReadOnlySpan<byte> got)
    {
        long length = 0;
        foreach (var piece in expected)
        {
            length += piece.Length;
        }

        var at = 0;
        foreach (var piece in expected)
        {
            var rest = got[at..];
            var common = rest.CommonPrefixLength(piece.Span);
            if (common < piece.Length)
            {
                at += common;
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"its body differs from offset {at} on: {length} bytes expected, there {Bytes(piece.Span[common..])}; {got.Length} bytes got, there {Bytes(got[at..])}");
            }

            at += common;
        }

        return at == got.Length
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"its body is too long: {length} bytes expected, {got.Length} got, which go on with {Bytes(got[at..])}");
    }

    public static string Bytes(ReadOnlySpan<byte> bytes)
    {
        var shown = bytes[..Math.Min(Shown, bytes.Length)];
        var text = new StringBuilder().Append(Convert.ToHexStringLower(shown)).Append(" '");
        foreach (var b in shown)
        {
            text.Append(b is >= 0x20 and < 0x7f ? (char)b : '.');
        }

        return text.Append('\'').ToString();
    }

    private static string Text(IEnumerable<(string Name, string Value)> headers)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in headers.OrderBy(h => h.Name.ToLowerInvariant(), StringComparer.Ordinal))
        {
            text.Append(name.ToLowerInvariant()).Append(": ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    private static string Around(string text, int at)
    {
        var start = Math.Max(0, at - Shown);
        return $"'{text[start..Math.Min(text.Length, at + (2 * Shown))].Replace('\n', '|')}'";
    }
}
