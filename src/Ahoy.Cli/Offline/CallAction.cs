using System.CommandLine;
using System.CommandLine.Parsing;

namespace Ahoy.Cli.Offline;

/// <summary>What a person on the phone does.</summary>
internal enum CallActionKind
{
    /// <summary>Presses keys.</summary>
    Press,

    /// <summary>Speaks.</summary>
    Say,

    /// <summary>Answers the phone that is being called.</summary>
    Answer,

    /// <summary>Rejects it.</summary>
    Reject,

    /// <summary>Hangs up.</summary>
    HangUp,
}

/// <summary>Something that a person on the phone does.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">The keys, or the words.</param>
internal sealed record CallAction(CallActionKind Kind, string Text)
{
    private const string Keys = "0123456789*#";

    /// <summary>Whether somebody can press this key.</summary>
    public static bool IsKey(char c) => Keys.Contains(c, StringComparison.Ordinal);

    /// <summary>Reads a line that somebody typed: digits are keys, unless words alone are listened for; /answer, /reject and /hangup are what they say; all else is spoken.</summary>
    public static CallAction Read(string line, bool takesWordsOnly)
    {
        var text = line.Trim();
        return text switch
        {
            "/answer" => new(CallActionKind.Answer, ""),
            "/reject" => new(CallActionKind.Reject, ""),
            "/hangup" => new(CallActionKind.HangUp, ""),
            _ => new(text.Length > 0 && text.All(IsKey) && !takesWordsOnly ? CallActionKind.Press : CallActionKind.Say, text),
        };
    }

    /// <summary>What two options say, in the order of the command line.</summary>
    public static IReadOnlyList<CallAction> Read(ParseResult parsed, Option press, Option say)
    {
        var actions = new List<CallAction>();
        CallActionKind? kind = null;
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                kind = token.Value == press.Name ? CallActionKind.Press : token.Value == say.Name ? CallActionKind.Say : null;
            }
            else if (kind is { } known && token.Type == TokenType.Argument)
            {
                actions.Add(new CallAction(known, token.Value));
                kind = null;
            }
        }

        return actions;
    }
}
