namespace Ahoy.Simulator.World;

/// <summary>What is done to a call while it lives, by the person on the phone or through the API. To be used in the world's turn.</summary>
internal interface ICallMachine
{
    /// <summary>What it waits for: <c>digits</c>, <c>speech</c>, <c>either</c>, <c>recording</c>, <c>answer</c>; null for anything else.</summary>
    string? WaitsFor { get; }

    /// <summary>The person presses keys.</summary>
    void Press(string digits);

    /// <summary>The person speaks.</summary>
    void Speak(string text, double confidence);

    /// <summary>The person hears what somebody says who is connected with them.</summary>
    /// <param name="text">The words.</param>
    void Hear(string text);

    /// <summary>The person says what is recorded.</summary>
    void Record(string text, double? seconds);

    /// <summary>The person hangs up.</summary>
    void HangUp();

    /// <summary>The handset that rings is answered: this call's, or one that this call dials.</summary>
    /// <returns>Whether one rang.</returns>
    bool Answer();

    /// <summary>The handset that rings is rejected.</summary>
    /// <returns>Whether one rang.</returns>
    bool Reject();

    /// <summary>The SIP phone asks for its connected Dial to be taken elsewhere: it leaves, and the other side goes on with the Dial's <c>referUrl</c>.</summary>
    /// <param name="target">Where to: a SIP address.</param>
    /// <returns>Whether it is a SIP phone in a Dial.</returns>
    bool Refer(string target);

    /// <summary>The API gives the call another document.</summary>
    void Redirect(CallDocument document);

    /// <summary>The API ends the call.</summary>
    void End(CallStatus status);

    /// <summary>Something that the call waits for may have come.</summary>
    void Signal();

    /// <summary>The call is forgotten: what it holds outside of the world is let go.</summary>
    void Abandon();

    /// <summary>Starts a recording of the call, until it is stopped or the call ends.</summary>
    Recording StartRecording(RecordingOptions options);
}
