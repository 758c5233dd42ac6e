using Ahoy.Host.Workers;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>The Node that tests run Functions with.</summary>
internal static class TestNode
{
    public static string Path { get; } = NodeLocator.Find(Environment.GetEnvironmentVariable("AHOY_TEST_NODE"), null, Model.NodeRuntime.Default)?.File
        ?? throw new InvalidOperationException(NodeLocator.MissingMessage);
}
