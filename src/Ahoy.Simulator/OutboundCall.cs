namespace Ahoy.Simulator;

/// <summary>A call that the API makes.</summary>
internal sealed record OutboundCall
{
    /// <summary>Who is called.</summary>
    public string? To { get; init; }

    /// <summary>What the handset shows.</summary>
    public string? From { get; init; }

    /// <summary>Where its TwiML is.</summary>
    public string? Url { get; init; }

    /// <summary>GET or POST.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Its TwiML itself.</summary>
    public string? Twiml { get; init; }

    /// <summary>The application that answers it.</summary>
    public string? ApplicationSid { get; init; }

    /// <summary>Where its TwiML is should the first fail.</summary>
    public string? FallbackUrl { get; init; }

    /// <summary>GET or POST.</summary>
    public string FallbackMethod { get; init; } = "POST";

    /// <summary>What is told of its progress.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>GET or POST.</summary>
    public string StatusCallbackMethod { get; init; } = "POST";

    /// <summary>Of <c>initiated</c>, <c>ringing</c>, <c>answered</c>, <c>completed</c>; none: the last.</summary>
    public IReadOnlyCollection<string> StatusCallbackEvents { get; init; } = [];

    /// <summary>How many seconds it rings.</summary>
    public int Timeout { get; init; } = 60;

    /// <summary>How many seconds it may last.</summary>
    public int TimeLimit { get; init; } = 14_400;

    /// <summary>The keys that are pressed once it is answered.</summary>
    public string? SendDigits { get; init; }

    /// <summary><c>Enable</c> or <c>DetectMessageEnd</c>: who answers is found out: what the handset says that it is.</summary>
    public string? MachineDetection { get; init; }

    /// <summary>Whether the TwiML runs meanwhile.</summary>
    public bool IsMachineDetectionAsync { get; init; }

    /// <summary>What is told who answered.</summary>
    public string? AsyncMachineDetectionCallback { get; init; }

    /// <summary>GET or POST.</summary>
    public string AsyncMachineDetectionCallbackMethod { get; init; } = "POST";

    /// <summary>Whether it is recorded.</summary>
    public bool Record { get; init; }

    /// <summary><c>mono</c> or <c>dual</c>.</summary>
    public string RecordingChannels { get; init; } = "mono";

    /// <summary>What is told of the recording.</summary>
    public string? RecordingStatusCallback { get; init; }

    /// <summary>GET or POST.</summary>
    public string RecordingStatusCallbackMethod { get; init; } = "POST";

    /// <summary>Of <c>in-progress</c>, <c>completed</c>, <c>absent</c>; none: <c>completed</c>.</summary>
    public IReadOnlyCollection<string> RecordingStatusCallbackEvents { get; init; } = [];
}
