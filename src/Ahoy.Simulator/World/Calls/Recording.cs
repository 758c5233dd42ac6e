namespace Ahoy.Simulator.World;

/// <summary>A recording, as the API has it. There is no sound: what the handset said is its text.</summary>
internal sealed class Recording
{
    /// <summary>Its SID: RE….</summary>
    public required string Sid { get; init; }

    /// <summary>The call that was recorded.</summary>
    public required string CallSid { get; init; }

    /// <summary>The conference that was recorded.</summary>
    public string? ConferenceSid { get; init; }

    /// <summary><c>in-progress</c>, <c>paused</c>, <c>completed</c> or <c>absent</c>.</summary>
    public string Status { get; set; } = "in-progress";

    /// <summary>What asked for it: <c>RecordVerb</c>, <c>DialVerb</c>, <c>OutboundAPI</c>, <c>StartCallRecordingAPI</c>, <c>StartCallRecordingTwiML</c>, <c>Conference</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How many channels it has.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset Updated { get; set; }

    /// <summary>Since when it is paused so that nothing is recorded; null where it goes on, or records silence.</summary>
    public DateTimeOffset? SkipsSince { get; set; }

    /// <summary>How long it was paused so.</summary>
    public TimeSpan Skipped { get; set; }

    /// <summary>How many seconds it has; null until it is over.</summary>
    public int? Duration { get; set; }

    /// <summary>What the handset said.</summary>
    public string? Text { get; set; }

    /// <summary>The SID of its transcription: TR….</summary>
    public string? TranscriptionSid { get; set; }

    /// <summary>Who is told, and of what.</summary>
    public RecordingOptions? Options { get; set; }
}

/// <summary>How a recording is made.</summary>
internal sealed record RecordingOptions
{
    /// <summary>What asks for it.</summary>
    public required string Source { get; init; }

    /// <summary>How many channels it has.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>What is told of it.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>GET or POST.</summary>
    public string StatusCallbackMethod { get; init; } = "POST";

    /// <summary>Of <c>in-progress</c>, <c>completed</c> and <c>absent</c>; none: <c>completed</c>.</summary>
    public IReadOnlyCollection<string> Events { get; init; } = [];
}
