namespace Ahoy.Cli.Output;

/// <summary>A property of what a command lists.</summary>
/// <param name="Name">Its name, as in the API's JSON.</param>
/// <param name="Value">Gets it, as a text.</param>
/// <param name="IsDefault">Whether the table has it without being asked.</param>
/// <param name="IsSecret">Whether it is shown only to those who name it.</param>
internal sealed record Column<T>(string Name, Func<T, string?> Value, bool IsDefault = true, bool IsSecret = false);
