namespace Ahoy.Simulator.World;

/// <summary>Where a message is on its way.</summary>
internal enum MessageStatus
{
    /// <summary>Waits for its time.</summary>
    Scheduled,

    /// <summary>Taken by a messaging service, which has still to choose a number.</summary>
    Accepted,

    /// <summary>Taken.</summary>
    Queued,

    /// <summary>Goes to the carrier.</summary>
    Sending,

    /// <summary>With the carrier.</summary>
    Sent,

    /// <summary>On the handset.</summary>
    Delivered,

    /// <summary>The handset refused it.</summary>
    Undelivered,

    /// <summary>It could not be sent.</summary>
    Failed,

    /// <summary>Taken back before its time.</summary>
    Canceled,

    /// <summary>An inbound message.</summary>
    Received,
}

/// <summary>What the API calls a status.</summary>
internal static class MessageStatusNames
{
    private static readonly string[] s_names = [.. Enum.GetNames<MessageStatus>().Select(n => n.ToLowerInvariant())];

    /// <summary>The name.</summary>
    public static string Name(this MessageStatus status) => s_names[(int)status];

    /// <summary>Whether it stays.</summary>
    public static bool IsFinal(this MessageStatus status) => status >= MessageStatus.Delivered;
}
