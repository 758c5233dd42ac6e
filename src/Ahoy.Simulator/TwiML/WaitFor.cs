namespace Ahoy.Simulator.TwiML;

/// <summary>What ends a wait of a call, besides its time, a hangup and the API.</summary>
[Flags]
internal enum WaitFor
{
    /// <summary>Nothing else.</summary>
    Nothing = 0,

    /// <summary>Keys.</summary>
    Digits = 1,

    /// <summary>Speech.</summary>
    Speech = 2,

    /// <summary>What is to be recorded.</summary>
    Recording = 4,

    /// <summary>This handset's answer.</summary>
    Answer = 8,

    /// <summary>The answer of a handset that this call dials.</summary>
    DialedAnswer = 16,
}

/// <summary>What ended a wait.</summary>
internal enum WaitEnd
{
    /// <summary>Its time.</summary>
    Elapsed,

    /// <summary>Keys, which the machine holds.</summary>
    Digits,

    /// <summary>Speech, which the machine holds.</summary>
    Speech,

    /// <summary>What was to be recorded, which the machine holds.</summary>
    Recording,

    /// <summary>The handset was answered.</summary>
    Answered,

    /// <summary>The handset was rejected.</summary>
    Rejected,

    /// <summary>Something may have come: who waits looks.</summary>
    Signal,
}
