using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World;

/// <summary>A message, as the API has it. Ten thousand of them are kept at a time, so that what only its way needs is let go at its end.</summary>
internal sealed class Message
{
    /// <summary>Its SID: SM…, or MM… with media.</summary>
    public required string Sid { get; init; }

    /// <summary>Who sent it; null while a messaging service has still to choose.</summary>
    public string? From { get; set; }

    /// <summary>Who gets it.</summary>
    public required string To { get; init; }

    /// <summary>What it says; empty once it was redacted.</summary>
    public required string Body { get; set; }

    /// <summary><c>inbound</c>, <c>outbound-api</c> or <c>outbound-reply</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>Where it is on its way.</summary>
    public required MessageStatus Status { get; set; }

    /// <summary>How many segments it takes.</summary>
    public required int Segments { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<MessageMedia> Media { get; set; } = [];

    /// <summary>The messaging service that it went through.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>Why it didn't arrive.</summary>
    public int? ErrorCode { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset Updated { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? Sent { get; set; }

    /// <summary>The number of the event of its last change.</summary>
    public long Sequence { get; set; }

    /// <summary>What only its way needs.</summary>
    public MessageJourney? Journey { get; set; }

    /// <summary>Whether it came from a handset.</summary>
    public bool IsInbound => Direction == "inbound";

    /// <summary>The message as of now.</summary>
    public MessageSnapshot ToSnapshot(long sequence) => new(
        sequence, Sid, Direction, From ?? string.Empty, To, Body, [.. Media.Select(m => m.Url)], Status.Name(), Segments, ErrorCode, Created, Updated);
}

/// <summary>What a message needs while it is on its way.</summary>
internal sealed class MessageJourney
{
    /// <summary>What it belongs to.</summary>
    public Activity? Activity { get; init; }

    /// <summary>What is told of its fate.</summary>
    public CallbackQueue? Callbacks { get; init; }

    /// <summary>Where.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>By which method.</summary>
    public string StatusCallbackMethod { get; init; } = "POST";

    /// <summary>What happens next.</summary>
    public WorldTimer? Timer { get; set; }
}

/// <summary>A message as of an event: an item of <c>/_ahoy/messages</c>.</summary>
internal sealed record MessageSnapshot(
    long Sequence,
    string Sid,
    string Direction,
    string From,
    string To,
    string Body,
    IReadOnlyList<string> Media,
    string Status,
    int NumSegments,
    int? ErrorCode,
    DateTimeOffset DateCreated,
    DateTimeOffset DateUpdated);
