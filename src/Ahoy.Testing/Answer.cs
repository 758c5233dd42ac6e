namespace Ahoy.Testing;

/// <summary>What a handset does when it is called.</summary>
public enum Answer
{
    /// <summary>It answers by itself.</summary>
    Automatically,

    /// <summary>It rings until <see cref="Call.AnswerAsync"/> or <see cref="Call.RejectAsync"/>, or until the caller gives up.</summary>
    Rings,

    /// <summary>It is busy.</summary>
    Busy,

    /// <summary>It rings, and nobody ever answers.</summary>
    Never,
}
