namespace Ahoy.Testing;

/// <summary>The status of a message, with Twilio's values. Page: Message resource.</summary>
public enum MessageStatus
{
    /// <summary><c>accepted</c>.</summary>
    Accepted,

    /// <summary><c>scheduled</c>.</summary>
    Scheduled,

    /// <summary><c>canceled</c>.</summary>
    Canceled,

    /// <summary><c>queued</c>.</summary>
    Queued,

    /// <summary><c>sending</c>.</summary>
    Sending,

    /// <summary><c>sent</c>.</summary>
    Sent,

    /// <summary><c>delivered</c>.</summary>
    Delivered,

    /// <summary><c>undelivered</c>.</summary>
    Undelivered,

    /// <summary><c>failed</c>.</summary>
    Failed,

    /// <summary><c>receiving</c>.</summary>
    Receiving,

    /// <summary><c>received</c>.</summary>
    Received,

    /// <summary><c>read</c>.</summary>
    Read,
}
