using System.Collections.Immutable;
using Ahoy.Analysis.TwiML.Reading;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>One path at one point: which variables hold which response, and what each response has so far.</summary>
internal sealed class PathState
{
    private const long Factor = 1_000_003;

    private readonly int _holders;

    private PathState(ImmutableDictionary<Binding, Node> holders, int holdersKey, ImmutableDictionary<Node, StepChain> responses, long trace)
    {
        Holders = holders;
        _holders = holdersKey;
        Responses = responses;
        Trace = trace;
    }

    /// <summary>Where a path begins.</summary>
    public static PathState Start { get; } = new(ImmutableDictionary<Binding, Node>.Empty, 0, ImmutableDictionary<Node, StepChain>.Empty, 17);

    /// <summary>The responses that variables hold, by the expression that made them.</summary>
    public ImmutableDictionary<Binding, Node> Holders { get; }

    /// <summary>What each response has, by the expression that made it.</summary>
    public ImmutableDictionary<Node, StepChain> Responses { get; }

    /// <summary>The same for paths on which the same has happened.</summary>
    public long Trace { get; }

    /// <summary>What tells this state from others at the same point.</summary>
    public (long Trace, int Holders) Key => (Trace, _holders);

    public PathState Hold(Binding variable, Node response) =>
        Holders.TryGetValue(variable, out var held) && ReferenceEquals(held, response) ? this
            : new(Holders.SetItem(variable, response), _holders ^ KeyOf(variable, held) ^ KeyOf(variable, response), Responses, Trace);

    public PathState Release(Binding variable) =>
        Holders.TryGetValue(variable, out var held) ? new(Holders.Remove(variable), _holders ^ KeyOf(variable, held), Responses, Trace) : this;

    public PathState Create(Node response, IEnumerable<TwiMLStep> steps) =>
        new(Holders, _holders, Responses.SetItem(response, steps.Aggregate(StepChain.Empty, static (chain, step) => chain.Add(step))), Next(response.Start));

    /// <summary>Adds an element, or something that is not known.</summary>
    public PathState Add(Node response, TwiMLElement? element, int place)
    {
        var trace = Next(place);
        return new(Holders, _holders, Responses.SetItem(response, Responses[response].Add(new TwiMLStep(element, trace))), trace);
    }

    private static int KeyOf(Binding variable, Node? response) => response is null ? 0 : (variable.GetHashCode() * 31) ^ response.GetHashCode();

    private long Next(int place) => unchecked((Trace * Factor) + place + 1);
}
