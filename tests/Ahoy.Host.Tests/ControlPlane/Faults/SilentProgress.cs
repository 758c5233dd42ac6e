using Ahoy.Deploy;

namespace Ahoy.Host.Tests.ControlPlane.Faults;

/// <summary>Shows nothing.</summary>
internal sealed class SilentProgress : IDeployProgress
{
    public void StepStarted(string name)
    {
    }

    public void StepAdvanced(string name, int done, int total)
    {
    }

    public void StepFinished(string name, string outcome, TimeSpan elapsed)
    {
    }

    public void StepFailed(string name)
    {
    }
}
