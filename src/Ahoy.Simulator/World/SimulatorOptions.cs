namespace Ahoy.Simulator.World;

/// <summary>What the host says of itself.</summary>
internal sealed class SimulatorOptions
{
    /// <summary>The account; null: a pair is made.</summary>
    public Account? Account { get; init; }

    /// <summary>The time outside.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The absolute URL of a Function's path (with its query), as webhooks are signed for it; null where no Function has the path.</summary>
    public Func<string, string?> ResolvePath { get; init; } = static path => "http://localhost:3000" + path;

    /// <summary>The path of the Function that a URL is of; null for any other URL. Alerts name it.</summary>
    public Func<string, string?> FunctionOf { get; init; } =
        static url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback ? uri.AbsolutePath : null;

    /// <summary>Takes credentials out of what alerts, logs and records of requests say.</summary>
    public Func<string, string> Mask { get; init; } = static text => text;

    /// <summary>Opens sockets of Stream and ConversationRelay; null where the host opens none.</summary>
    public ISocketOpener? Sockets { get; init; }

    /// <summary>Where the API is reached, without a slash at the end: for URLs of recordings and media.</summary>
    public string ApiUrl { get; init; } = "https://api.twilio.com";
}
