using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML;

/// <summary>What comes after a verb: the next one, another document, or the call's end.</summary>
/// <param name="Document">The document that goes on instead of this one.</param>
/// <param name="End">How the call ends.</param>
internal readonly record struct VerbResult(CallDocument? Document, CallStatus? End)
{
    /// <summary>The next verb.</summary>
    public static readonly VerbResult Next;

    /// <summary>Another document.</summary>
    public static VerbResult GoTo(CallDocument document) => new(document, null);

    /// <summary>The call's end.</summary>
    public static VerbResult EndAs(CallStatus status) => new(null, status);
}
