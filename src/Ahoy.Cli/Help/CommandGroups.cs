namespace Ahoy.Cli.Help;

/// <summary>The groups of <c>ahoy --help</c>: what somebody wants to do, and the commands that do it. A test finds a command in none.</summary>
internal static class CommandGroups
{
    public static IReadOnlyList<(string Title, string[] Commands)> All { get; } =
    [
        ("Make", ["new", "templates", "import", "types"]),
        ("Check", ["check", "explain", "flow"]),
        ("Run", ["start", "exec", "invoke", "sign"]),
        ("Text and call offline", ["text", "call"]),
        ("Deploy", ["deploy", "promote", "env", "assets", "remove"]),
        ("Look at what runs", ["list", "logs"]),
        ("Host", ["serve", "key"]),
        ("Editors and shells", ["lsp", "completion"]),
    ];
}
