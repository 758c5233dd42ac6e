namespace Ahoy.Testing;

/// <summary>The status of a call, with Twilio's values. Page: Call resource.</summary>
public enum CallStatus
{
    /// <summary><c>queued</c>.</summary>
    Queued,

    /// <summary><c>initiated</c>: dialled, and not yet ringing.</summary>
    Initiated,

    /// <summary><c>ringing</c>.</summary>
    Ringing,

    /// <summary><c>in-progress</c>.</summary>
    InProgress,

    /// <summary><c>completed</c>.</summary>
    Completed,

    /// <summary><c>busy</c>.</summary>
    Busy,

    /// <summary><c>failed</c>.</summary>
    Failed,

    /// <summary><c>no-answer</c>.</summary>
    NoAnswer,

    /// <summary><c>canceled</c>.</summary>
    Canceled,
}
