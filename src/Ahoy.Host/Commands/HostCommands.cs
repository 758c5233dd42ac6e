using System.CommandLine;
using Ahoy.Host.Page;

namespace Ahoy.Host.Commands;

/// <summary>The commands that run the host; <c>ahoy</c> has them too.</summary>
internal static class HostCommands
{
    /// <summary>How long a stop may take before the process ends all the same.</summary>
    public static readonly InvocationConfiguration Configuration = new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };

    /// <param name="findings">What the rules find, for the page; null where the program has no rules.</param>
    public static IEnumerable<Command> Create(IPageFindings? findings = null)
    {
        yield return StartCommand.Create(findings);
        yield return ExecCommand.Create(findings);
        yield return TestModuleCommand.Create();
        yield return ServeCommand.Create();
        yield return KeyCommand.Create();
    }
}
