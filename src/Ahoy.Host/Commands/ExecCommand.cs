using System.CommandLine;
using Ahoy.Host.Page;

namespace Ahoy.Host.Commands;

/// <summary><c>ahoy exec -- npm test</c>: runs any command beside a service that is ready, and ends with its exit code.</summary>
internal static class ExecCommand
{
    /// <param name="findings">What the rules find, for the page; null where the program has no rules.</param>
    public static Command Create(IPageFindings? findings = null)
    {
        var words = new Argument<string[]>("command") { Description = "The command and its arguments, after --.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(
            "exec",
            $"Runs a command, such as tests, beside the served project ({ProcessBeside.UrlVariable}).") { words };
        return StartCommand.Extend(command, findings, (parsed, settings, cancellation) =>
            new StartRunner(AsBeside(settings), TimeProvider.System, findings, new ProcessBeside(parsed.GetValue(words)!)).RunAsync(cancellation));
    }

    // Whoever runs tests has no use for a port that is taken, for changes while they run, or for a page, unless they ask for one.
    private static StartSettings AsBeside(StartSettings settings) => settings with
    {
        Port = settings.Port ?? 0,
        IsLive = false,
        IsAnnounced = false,
        Offline = settings.Offline is { } offline ? offline with { Port = offline.Port ?? 0 } : null,
        Page = settings.Page is { IsAskedFor: true } page ? page : null,
    };
}
