using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>An attribute of a cookie, where it stands in a string or template: <c>Max-Age=60</c>.</summary>
internal sealed class WrittenAttribute
{
    private WrittenAttribute(Expression text, int start, int end)
    {
        Text = text;
        Start = start;
        End = end;
    }

    /// <summary>The string or template.</summary>
    public Expression Text { get; }

    /// <summary>The offset of the attribute's name.</summary>
    public int Start { get; }

    /// <summary>The offset after the attribute's value, blanks not included.</summary>
    public int End { get; }

    /// <summary>Whether the string holds nothing else.</summary>
    public bool IsAlone => Start == Text.Start + 1 && End == Text.End - 1;

    /// <summary>The attribute of a name that a finding is about; null where it is not written out in one string.</summary>
    public static WrittenAttribute? Find(FixRequest request, string name)
    {
        var node = request.Node;
        var text = node as Expression ?? request.Nodes.AncestorsOf(node).OfType<Expression>().FirstOrDefault();
        while (text is BinaryExpression { Operator: "+", Left: Expression left })
        {
            // The name stands at the start of a sum.
            text = left;
        }

        if (text is not (null or StringLiteral or TemplateLiteral))
        {
            // A hole of a template.
            text = request.Nodes.AncestorsOf(text).TakeWhile(above => above is Expression or TemplateElement).OfType<TemplateLiteral>().FirstOrDefault();
        }

        return text is null ? null : Attributes(request.Text, text).FirstOrDefault(found => found.IsNamed(request, name) && found.Touches(request));
    }

    private static IEnumerable<WrittenAttribute> Attributes(string source, Expression text)
    {
        var end = text.End - 1;
        var start = text.Start + 1;
        for (var i = start; i <= end; i++)
        {
            if (i == end || (source[i] == ';' && !IsInHole(text, i)))
            {
                yield return Trimmed(source, text, start, i);
                start = i + 1;
            }
        }
    }

    private static bool IsInHole(Expression text, int offset) =>
        text is TemplateLiteral template && !template.Quasis.Any(part => part.Start <= offset && offset < part.End);

    private static WrittenAttribute Trimmed(string source, Expression text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(source[end - 1]))
        {
            end--;
        }

        return new WrittenAttribute(text, start, end);
    }

    private bool IsNamed(FixRequest request, string name)
    {
        var text = request.Text.Substring(Start, End - Start);
        return text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && text.Substring(name.Length).TrimStart().StartsWith("=", StringComparison.Ordinal);
    }

    private bool Touches(FixRequest request) => Start < request.End && request.Start < End;
}
