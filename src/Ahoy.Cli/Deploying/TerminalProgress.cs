using Ahoy.Deploy;
using Spectre.Console;

namespace Ahoy.Cli.Deploying;

/// <summary>A bar for each step that fills up, on a terminal.</summary>
internal sealed class TerminalProgress(IAnsiConsole console, ProgressContext terminal) : IDeployProgress
{
    private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    public void StepStarted(string name)
    {
        var bar = terminal.AddTask(Markup.Escape(name));
        bar.IsIndeterminate = true;
        _bars[name] = bar;
    }

    public void StepAdvanced(string name, int done, int total)
    {
        var bar = _bars[name];
        bar.IsIndeterminate = false;
        bar.MaxValue = total;
        bar.Value = done;
    }

    public void StepFinished(string name, string outcome, TimeSpan elapsed)
    {
        var bar = _bars[name];
        bar.IsIndeterminate = false;
        bar.Value = bar.MaxValue;
        bar.Description = Markup.Escape($"{name}: {outcome}");
        bar.StopTask();
    }

    public void Noted(string text) => console.MarkupLineInterpolated($"{text}");

    public void StepFailed(string name)
    {
        var bar = _bars[name];
        bar.IsIndeterminate = false;
        bar.Description = $"[red]{Markup.Escape(name)}: failed[/]";
        bar.StopTask();
    }
}
