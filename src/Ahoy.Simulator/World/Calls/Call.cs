using System.Globalization;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World;

/// <summary>A call, as the API has it.</summary>
internal sealed class Call
{
    /// <summary>Its SID: CA….</summary>
    public required string Sid { get; init; }

    /// <summary>The call that dialled it.</summary>
    public string? ParentSid { get; init; }

    /// <summary>Who calls.</summary>
    public required string From { get; init; }

    /// <summary>Who is called.</summary>
    public required string To { get; init; }

    /// <summary><c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>Where it is.</summary>
    public CallStatus Status { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset Updated { get; set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? Answered { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>Who answered, where that was asked for: <c>human</c>.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>The SID of the account's number that it came in on, or goes out from.</summary>
    public string? PhoneNumberSid { get; init; }

    /// <summary>What is told of its progress.</summary>
    public CallProgress? Progress { get; set; }

    /// <summary>What it belongs to.</summary>
    public Activity? Activity { get; set; }

    /// <summary>What runs it; null once it is over and at rest.</summary>
    public ICallMachine? Machine { get; set; }

    /// <summary>What happened in it.</summary>
    public List<TranscriptStep> Transcript { get; } = [];

    /// <summary>The number of the event of its last change.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether it came from a handset.</summary>
    public bool IsInbound => Direction == "inbound";

    /// <summary>Who the person on the phone is.</summary>
    public string Person => IsInbound ? "caller" : "callee";

    /// <summary>How many seconds it lasted since it was answered; null until it is over.</summary>
    public int? Duration => Ended is null ? null : Answered is { } answered ? (int)Math.Ceiling((Ended.Value - answered).TotalSeconds) : 0;

    /// <summary><see cref="Duration"/> as the API writes it.</summary>
    public string? DurationText => Duration?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The call as of now.</summary>
    public CallSnapshot ToSnapshot(long sequence) => new(
        sequence, Sid, ParentSid, Direction, From, To, Status.Name(), Machine?.WaitsFor, Duration, Created, Updated, [.. Transcript]);
}

/// <summary>A call as of an event: an item of <c>/_ahoy/calls</c>.</summary>
internal sealed record CallSnapshot(
    long Sequence,
    string Sid,
    string? ParentCallSid,
    string Direction,
    string From,
    string To,
    string Status,
    string? WaitsFor,
    int? Duration,
    DateTimeOffset DateCreated,
    DateTimeOffset DateUpdated,
    IReadOnlyList<TranscriptStep> Transcript);
