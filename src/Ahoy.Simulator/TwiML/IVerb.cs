using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>A verb of a call's TwiML.</summary>
internal interface IVerb
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>The attributes that mean something here; others of TwiML are announced as not simulated.</summary>
    IReadOnlyCollection<string> Obeyed { get; }

    /// <summary>Whether it picks up a call that still rings.</summary>
    bool Answers { get; }

    /// <summary>Carries it out.</summary>
    WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element);
}
