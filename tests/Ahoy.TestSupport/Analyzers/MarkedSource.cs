using System.Text;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>A source in which spans are marked: <c>[|…|]</c>, or with a label <c>{|AHOY1002:…|}</c>. Marks may nest.</summary>
public sealed class MarkedSource
{
    private MarkedSource(string text, IReadOnlyList<MarkedSpan> spans)
    {
        Text = text;
        Spans = spans;
    }

    /// <summary>The source without the marks.</summary>
    public string Text { get; }

    /// <summary>The marked spans in the order of their starts.</summary>
    public IReadOnlyList<MarkedSpan> Spans { get; }

    /// <summary>Takes the marks out of a source.</summary>
    /// <exception cref="FormatException">A mark is not closed, or not open.</exception>
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<MarkedSpan>();
        var open = new Stack<(string Label, int Start, string Close)>();
        var position = 0;
        while (position < marked.Length)
        {
            if (At("[|"))
            {
                open.Push(("", text.Length, "|]"));
                position += 2;
            }
            else if (At("{|") && marked.IndexOf(':', position) is var colon and > 0 && IsLabel(marked[(position + 2)..colon]))
            {
                open.Push((marked[(position + 2)..colon], text.Length, "|}"));
                position = colon + 1;
            }
            else if (open.TryPeek(out var span) && At(span.Close))
            {
                open.Pop();
                spans.Add(new MarkedSpan(span.Label, span.Start, text.Length));
                position += 2;
            }
            else
            {
                text.Append(marked[position++]);
            }
        }

        return open.Count == 0
            ? new MarkedSource(text.ToString(), [.. spans.OrderBy(span => span.Start).ThenBy(span => span.End)])
            : throw new FormatException($"A mark is not closed: {marked}");

        bool At(string token) => string.CompareOrdinal(marked, position, token, 0, token.Length) == 0;
    }

    private static bool IsLabel(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');
}
