namespace Ahoy.Simulator.World;

/// <summary>Where a call is.</summary>
internal enum CallStatus
{
    /// <summary>Not yet dialled.</summary>
    Queued,

    /// <summary>Dialled.</summary>
    Initiated,

    /// <summary>Rings.</summary>
    Ringing,

    /// <summary>Answered.</summary>
    InProgress,

    /// <summary>Over, after it was answered.</summary>
    Completed,

    /// <summary>The other was busy, or rejected it.</summary>
    Busy,

    /// <summary>It could not be made.</summary>
    Failed,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>Taken back before it was answered.</summary>
    Canceled,
}

/// <summary>What the API calls a status.</summary>
internal static class CallStatusNames
{
    /// <summary>The name.</summary>
    public static string Name(this CallStatus status) => status switch
    {
        CallStatus.Queued => "queued",
        CallStatus.Initiated => "initiated",
        CallStatus.Ringing => "ringing",
        CallStatus.InProgress => "in-progress",
        CallStatus.Completed => "completed",
        CallStatus.Busy => "busy",
        CallStatus.Failed => "failed",
        CallStatus.NoAnswer => "no-answer",
        _ => "canceled",
    };

    /// <summary>Whether the call is over.</summary>
    public static bool IsFinal(this CallStatus status) => status >= CallStatus.Completed;
}
