namespace Ahoy.Simulator.World;

/// <summary>A conference, as the API has it.</summary>
internal sealed class Conference
{
    /// <summary>Its SID: CF….</summary>
    public required string Sid { get; init; }

    /// <summary>Its name: among those that have not ended, only one has it.</summary>
    public required string FriendlyName { get; init; }

    /// <summary><c>init</c>, <c>in-progress</c> or <c>completed</c>.</summary>
    public string Status { get; set; } = "init";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset Updated { get; set; }

    /// <summary>Who is in it, in the order of joining.</summary>
    public List<Participant> Participants { get; } = [];

    /// <summary>Why it ended.</summary>
    public string? ReasonEnded { get; set; }

    /// <summary>The call whose leaving ended it.</summary>
    public string? CallSidEnding { get; set; }

    /// <summary>Its recording.</summary>
    public Recording? Recording { get; set; }

    /// <summary>What is told of it.</summary>
    public ConferenceCallback? Callback { get; set; }

    /// <summary>Whether it has ended.</summary>
    public bool IsOver => Status == "completed";
}

/// <summary>What is told of a conference.</summary>
internal sealed class ConferenceCallback
{
    /// <summary>Where.</summary>
    public required string Url { get; init; }

    /// <summary>GET or POST.</summary>
    public required string Method { get; init; }

    /// <summary>Of <c>start</c>, <c>end</c>, <c>join</c>, <c>leave</c>, <c>mute</c>, <c>hold</c>, <c>modify</c>, <c>announcement</c>.</summary>
    public required IReadOnlyCollection<string> Events { get; init; }

    /// <summary>One after the other.</summary>
    public required CallbackQueue Queue { get; init; }

    /// <summary>The number of the next.</summary>
    public int Number { get; set; } = 1;
}

/// <summary>Who is in a conference.</summary>
internal sealed class Participant
{
    /// <summary>The call.</summary>
    public required Call Call { get; init; }

    /// <summary>The label that the API finds it by.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it is heard.</summary>
    public bool IsMuted { get; set; }

    /// <summary>Whether it hears and is heard.</summary>
    public bool IsOnHold { get; set; }

    /// <summary>Whether the conference starts with it.</summary>
    public bool StartsConference { get; init; } = true;

    /// <summary>Whether the conference ends with it.</summary>
    public bool EndsConference { get; set; }

    /// <summary>Whom it coaches.</summary>
    public string? CallSidToCoach { get; set; }

    /// <summary>What it hears until the conference starts; null: the platform's own music.</summary>
    public CallDocument? WaitDocument { get; set; }

    /// <summary>What it hears on hold; null: the platform's own music.</summary>
    public CallDocument? HoldDocument { get; set; }

    /// <summary>When it joined.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset Updated { get; set; }

    /// <summary>Whether the API has put it out.</summary>
    public bool IsRemoved { get; set; }
}
