using Ahoy.Host.Offline;

namespace Ahoy.Host.Commands;

/// <summary>What a user asked <c>ahoy start</c> for.</summary>
internal sealed record StartSettings
{
    public required string Folder { get; init; }

    public string? BuildFolder { get; init; }

    public int Port { get; init; }

    public string? EnvFile { get; init; }

    public string? FunctionsFolder { get; init; }

    public string? AssetsFolder { get; init; }

    public string? ServiceName { get; init; }

    public string? Node { get; init; }

    public string? PublicUrl { get; init; }

    public bool ChecksSignatures { get; init; } = true;

    public bool ListensToAll { get; init; }

    /// <summary>The port of the admin address; null where it is closed.</summary>
    public int? AdminPort { get; init; }

    /// <summary>How Twilio is offline; null where it is not.</summary>
    public OfflineSettings? Offline { get; init; }

    /// <summary>Where the debugger listens, as <c>[host:]port</c>, or null for none.</summary>
    public string? Inspect { get; init; }

    public bool BreaksAtStart { get; init; }

    public bool IsLive { get; init; } = true;

    public bool LoadsLocalEnv { get; init; }

    public bool WritesJson { get; init; }

    public bool IsDetailed { get; init; }

    public bool LogsRequests { get; init; } = true;
}
