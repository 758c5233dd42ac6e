namespace Ahoy.Host.Commands;

/// <summary>What a user asked of the page.</summary>
/// <param name="Port">The port that the user chose, 0 for one that is free; null for the usual one.</param>
/// <param name="IsAskedFor">Whether somebody asked for it, rather than not saying otherwise.</param>
/// <param name="Opens">Whether it is opened in the browser.</param>
/// <param name="EditorLink">What a link into the editor looks like.</param>
internal sealed record PageSettings(int? Port, bool IsAskedFor, bool Opens, string EditorLink);
