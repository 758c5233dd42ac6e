using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Cookies;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>The value of an attribute, or the text of an element: what is known of it, and where it stands.</summary>
internal sealed class TwiMLValue
{
    /// <summary>Stands in a text for an expression that is not known.</summary>
    public const char Hole = PartialText.Hole;

    private readonly Func<int, Node?> _holeAt;

    private TwiMLValue(string text, int start, int end, Func<int, Node?> holeAt)
    {
        Text = text;
        Start = start;
        End = end;
        _holeAt = holeAt;
    }

    /// <summary>The text, with <see cref="Hole"/> for what is not known.</summary>
    public string Text { get; }

    /// <summary>Where it starts in the source.</summary>
    public int Start { get; }

    /// <summary>Where it ends in the source.</summary>
    public int End { get; }

    /// <summary>The text, if all of it is known.</summary>
    public string? Constant => Text.IndexOf(Hole) < 0 ? Text : null;

    /// <summary>The expression that a hole stands for.</summary>
    public Node? HoleAt(int index) => _holeAt(index);

    /// <summary>What an expression gives.</summary>
    public static TwiMLValue Of(SourceFile file, Node expression)
    {
        switch (file.Constants.Follow(expression))
        {
            case BooleanLiteral flag:
                return new TwiMLValue(flag.Value ? "true" : "false", expression.Start, expression.End, static _ => null);
            case ArrayExpression list:
                var words = list.Elements.Select(file.Constants.TextOf).ToList();
                return words.Exists(word => word is null)
                    ? new TwiMLValue(Hole.ToString(), expression.Start, expression.End, _ => list)
                    : new TwiMLValue(string.Join(" ", words), expression.Start, expression.End, static _ => null);
            default:
                var text = PartialText.Of(file, expression);
                return new TwiMLValue(text.Text, expression.Start, expression.End, text.HoleAt);
        }
    }

    /// <summary>A part of a text.</summary>
    public static TwiMLValue Of(string text, int start, int end, Func<int, Node?> holeAt) => new(text, start, end, holeAt);
}
