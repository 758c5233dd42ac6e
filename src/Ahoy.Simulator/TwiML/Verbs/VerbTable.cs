using System.Collections.Frozen;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>The verbs of calls.</summary>
internal static class VerbTable
{
    private static readonly FrozenDictionary<string, IVerb> s_verbs = new IVerb[]
    {
        new SayVerb(), new PlayVerb(), new PauseVerb(), new GatherVerb(), new DialVerb(), new EnqueueVerb(), new LeaveVerb(), new RedirectVerb(), new RecordVerb(),
        new RejectVerb(), new HangupVerb(), new ReferVerb(), new StartVerb(), new StopVerb(), new ConnectVerb(), new EchoVerb(), new SmsVerb(),
        new UnsimulatedVerb("Pay"), new UnsimulatedVerb("Prompt"), new UnsimulatedVerb("Queue"),
    }.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);

    /// <summary>All verbs.</summary>
    public static IReadOnlyCollection<IVerb> All => s_verbs.Values;

    /// <summary>Finds a verb.</summary>
    public static IVerb? Find(string name) => s_verbs.GetValueOrDefault(name);
}
