using Ahoy.Host.Environments;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>A served Environment for what only names one.</summary>
internal static class TestEnvironment
{
    public static ServedEnvironment Any { get; } = new()
    {
        EnvironmentKey = "any",
        ServiceKey = "any",
        Build = new Build("any", "node22", [], []),
        CodeVersion = "any",
        FindFile = _ => throw new InvalidOperationException("Nothing is in it."),
        WorkingFolder = "",
        DomainName = "localhost",
    };
}
