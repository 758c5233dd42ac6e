namespace Ahoy.Testing;

/// <summary>A line that a Function printed, or that the host has to say.</summary>
/// <param name="Level"><c>info</c>, <c>warn</c> or <c>error</c>.</param>
/// <param name="Message">The text.</param>
/// <param name="Function">The path of the Function; null where it is the host's.</param>
public sealed record LogLine(string Level, string Message, string? Function)
{
    /// <summary>The line, as a log has it.</summary>
    public override string ToString() => Function is null ? $"{Level}: {Message}" : $"{Level} {Function}: {Message}";
}
