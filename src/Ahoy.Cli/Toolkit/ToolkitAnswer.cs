namespace Ahoy.Cli.Toolkit;

/// <summary>What to use instead of an option or a command of the Serverless Toolkit that Ahoy does not have.</summary>
/// <param name="Command">The command as Ahoy calls it; null for all of them.</param>
/// <param name="Name">The option, or the command.</param>
/// <param name="Answer">What to use instead, as a sentence.</param>
internal sealed record ToolkitAnswer(string? Command, string Name, string Answer);
