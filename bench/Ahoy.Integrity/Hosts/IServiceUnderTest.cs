using Ahoy.Integrity.Reports;

namespace Ahoy.Integrity.Hosts;

/// <summary>A host that serves the Service, and what changes the Service meanwhile.</summary>
internal interface IServiceUnderTest : IAsyncDisposable
{
    /// <summary>What reports call it.</summary>
    string Name { get; }

    HostProcess Host { get; }

    /// <summary>What to send as <c>Host</c>.</summary>
    string HostHeader { get; }

    VersionWindow Versions { get; }

    /// <summary>What it logged.</summary>
    LogCheck Log { get; }

    /// <summary>How many further versions there were.</summary>
    int Changes { get; }

    /// <summary>Saves or deploys one version after the other until it is cancelled.</summary>
    Task ChangeAsync(Random random, Tally tally, CancellationToken stop);
}
