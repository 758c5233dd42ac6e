namespace Ahoy.Testing;

/// <summary>What Twilio's debugger would show.</summary>
/// <param name="Code">Twilio's code: <c>11200</c>.</param>
/// <param name="Message">What is wrong, and with what.</param>
/// <param name="Function">The path of the Function at fault; null where none is.</param>
/// <param name="Sid">The message or call that it is about; null where there is none.</param>
public sealed record Alert(int Code, string Message, string? Function, string? Sid = null)
{
    /// <summary>The alert on one line.</summary>
    public override string ToString() => Function is null ? $"{Code}: {Message}" : $"{Code} {Function}: {Message}";
}
