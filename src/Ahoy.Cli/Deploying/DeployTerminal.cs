using Ahoy.Deploy;
using Spectre.Console;

namespace Ahoy.Cli.Deploying;

/// <summary>Shows a deploy's progress on the standard error: bars on a terminal, lines elsewhere. The standard output is for results.</summary>
internal static class DeployTerminal
{
    public static async Task<DeployResult> ShowAsync(bool isShown, Func<IDeployProgress, Task<DeployResult>> deploy)
    {
        if (!isShown)
        {
            return await deploy(new PlainProgress(TextWriter.Null)).ConfigureAwait(false);
        }

        if (Console.IsErrorRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            return await deploy(new PlainProgress(Console.Error)).ConfigureAwait(false);
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress()
            .AutoClear(false)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => deploy(new TerminalProgress(terminal, context)))
            .ConfigureAwait(false);
    }
}
