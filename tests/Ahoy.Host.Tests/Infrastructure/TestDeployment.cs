using Ahoy.Host.Deployments;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>A deployment for what only names one.</summary>
internal static class TestDeployment
{
    public static Deployment Any { get; } = new()
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
