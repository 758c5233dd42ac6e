using System.CommandLine;

namespace Ahoy.Host.Commands;

/// <summary>The commands that run the host; <c>ahoy</c> has them too.</summary>
internal static class HostCommands
{
    /// <summary>How long a stop may take before the process ends all the same.</summary>
    public static readonly InvocationConfiguration Configuration = new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };

    public static IEnumerable<Command> Create()
    {
        yield return StartCommand.Create();
        yield return ServeCommand.Create();
        yield return KeyCommand.Create();
    }
}
