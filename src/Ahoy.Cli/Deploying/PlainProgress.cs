using Ahoy.Deploy;

namespace Ahoy.Cli.Deploying;

/// <summary>A line for each step, for logs.</summary>
internal sealed class PlainProgress(TextWriter output) : IDeployProgress
{
    public void StepStarted(string name)
    {
    }

    public void StepAdvanced(string name, int done, int total)
    {
    }

    public void StepFinished(string name, string outcome, TimeSpan elapsed) =>
        output.WriteLine(FormattableString.Invariant($"{name}: {outcome} [{elapsed.TotalSeconds:0.0} s]"));

    public void Noted(string text) => output.WriteLine(text);

    public void StepFailed(string name) => output.WriteLine($"{name}: failed");
}
