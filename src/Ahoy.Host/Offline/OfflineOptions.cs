using Ahoy.Host.Logs;
using Ahoy.Host.Offline.Services;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Offline;

/// <summary>What the offline Twilio is made of.</summary>
internal sealed record OfflineOptions
{
    public required OfflineSettings Settings { get; init; }

    /// <summary>The account that everything belongs to.</summary>
    public required Account Account { get; init; }

    /// <summary>The Services that are served.</summary>
    public required IOfflineServices Services { get; init; }

    /// <summary>The folder of <c>phones.json</c>.</summary>
    public required string PhonesFolder { get; init; }

    /// <summary>Whether that file is read again when it changes.</summary>
    public bool WatchesPhones { get; init; } = true;

    /// <summary>Numbers besides those of that file, and over them, written as there; null for none.</summary>
    public string? Numbers { get; init; }

    public required ILogSink Log { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Hosts of Twilio that somebody else answers for.</summary>
    public IReadOnlyDictionary<string, RestForward>? Forwards { get; init; }
}
