namespace Ahoy.JavaScript;

/// <summary>Something in the source that ECMAScript does not allow.</summary>
public sealed class SyntaxError
{
    internal SyntaxError(SyntaxErrorCode code, int start, int end, string message)
    {
        Code = code;
        Start = start;
        End = end;
        Message = message;
    }

    /// <summary>Which rule is broken. The codes are stable; the messages are not.</summary>
    public SyntaxErrorCode Code { get; }

    /// <summary>The offset of the first UTF-16 code unit that is wrong.</summary>
    public int Start { get; }

    /// <summary>The offset after the last UTF-16 code unit that is wrong; equal to <see cref="Start"/> where something is missing.</summary>
    public int End { get; }

    /// <summary>A sentence for people: what is wrong and what was expected.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End} {Code}: {Message}";
}
