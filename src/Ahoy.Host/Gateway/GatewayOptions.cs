namespace Ahoy.Host.Gateway;

/// <summary>How the gateway serves.</summary>
internal sealed record GatewayOptions
{
    /// <summary>The port, or 0 for one that is free.</summary>
    public int Port { get; init; } = 3000;

    /// <summary>Whether other machines can reach it; otherwise the loopback addresses alone.</summary>
    public bool ListensToAll { get; init; }

    /// <summary>The port of the admin address, or 0 for one that is free; null where it is closed.</summary>
    public int? AdminPort { get; init; }

    /// <summary>Whether protected resources need a valid signature.</summary>
    public bool ChecksSignatures { get; init; } = true;

    /// <summary>The URL that the Service is reached by from outside, which is what Twilio signs.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Where the Auth Token comes from that signatures are checked with, for messages.</summary>
    public string TokenSource { get; init; } = "AUTH_TOKEN of the environment file";

    /// <summary>Whether the parameters of each request are written to the log.</summary>
    public bool LogsDetails { get; init; }

    /// <summary>How long a stop waits for requests that are being answered.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(5);
}
