namespace Ahoy.Cli.Toolkit;

/// <summary>
/// The options and commands of the Serverless Toolkit (twilio-run 5) that Ahoy does not have, each with what to use instead. All others are
/// options and commands of Ahoy: docs/coming-from-the-toolkit.md lists them, and a test compares that list with the parser.
/// </summary>
internal static class ToolkitAdvice
{
    private const string OnAnyway = "that is how it is without it: leave it out.";

    private static readonly ToolkitAnswer[] s_options =
    [
        new("start", "--ngrok", "start a tunnel beside it (`ngrok http 3000`), and give its address with --public-url."),
        new("start", "--legacy-mode", "Assets have the paths that they have when deployed; to have '/assets' before them, put them into a folder of that name: assets/assets/."),
        new("start", "--fork-process", "Functions run in processes of their own in any case, as on the platform: leave it out."),
        new("start", "--no-fork-process", "Functions run in processes of their own in any case, as on the platform; --inspect debugs them there."),
        new("start", "--logs", OnAnyway),
        new("start", "--live", OnAnyway),
        new("deploy", "--functions", OnAnyway),
        new("deploy", "--assets", OnAnyway),
        new("list", "--types", "name them without it: `ahoy list functions,assets`."),
        new("new", "--config", "the configuration in the project's folder counts: leave it out."),
        new("new", "-c", "the configuration in the project's folder counts: leave it out."),
        new("new", "--env", "the variables that a template needs are added to the project's environment file: leave it out."),
        new("new", "--account-sid", "nothing is asked and no credentials are written: ACCOUNT_SID and AUTH_TOKEN are lines of .env."),
        new("new", "--auth-token", "nothing is asked and no credentials are written: ACCOUNT_SID and AUTH_TOKEN are lines of .env."),
        new("new", "--skip-credentials", OnAnyway),
        new("new", "--import-credentials", "nothing is asked and no credentials are written: ACCOUNT_SID and AUTH_TOKEN are lines of .env."),
        new(null, "--load-system-env", "only a deploy takes variables from this machine's environment: `ahoy deploy --load-system-env`."),
        new(null, "--env", "only the commands that set variables read an environment file: `ahoy deploy --env FILE`, `ahoy env import FILE`. The account is never taken from it."),
        new(null, "--version", "`ahoy --version` tells it."),
    ];

    private static readonly ToolkitAnswer[] s_commands =
    [
        new(null, "serverless", "leave the word out: `ahoy deploy`, `ahoy start`, `ahoy logs`, …"),
        new(null, "plugins", "Ahoy has none: `dotnet tool update ahoy` brings it up to date."),
        new(null, "upgrade-config", "an old .twilio-functions is read as it is; `ahoy import` says what it holds."),
    ];

    /// <summary>All answers about options.</summary>
    public static IReadOnlyList<ToolkitAnswer> Options => s_options;

    /// <summary>What to use instead of an option, or null where the Toolkit has none of that name either.</summary>
    /// <param name="command">The command: <c>env list</c>.</param>
    /// <param name="option">The option: <c>--ngrok</c>.</param>
    public static string? Find(string command, string option) =>
        (Array.Find(s_options, answer => answer.Command == command && answer.Name == option)
            ?? Array.Find(s_options, answer => answer.Command is null && answer.Name == option))?.Answer;

    /// <summary>What to use instead of a command, or null: <c>serverless:deploy</c> is <c>deploy</c>.</summary>
    public static string? FindCommand(string word)
    {
        var parts = word.Split(':');
        return parts is [_, .. var rest] && rest.Length > 0 && parts[0] is "serverless" or "assets"
            ? $"write `ahoy {string.Join(' ', parts[0] == "serverless" ? parts[1..] : parts)}`."
            : Array.Find(s_commands, answer => answer.Name == word)?.Answer;
    }
}
