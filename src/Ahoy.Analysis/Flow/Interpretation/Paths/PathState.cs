using System.Collections.Immutable;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>What is known at one point of one path (or of several that don't differ in what matters).</summary>
internal sealed record PathState
{
    /// <summary>A path that has just begun and knows nothing.</summary>
    public static readonly PathState Start = new();

    private PathState()
    {
    }

    /// <summary>Whether the request is answered.</summary>
    public Completion Completion { get; init; }

    /// <summary>The call that answered it.</summary>
    public CallbackCall? FirstCall { get; init; }

    /// <summary>What variables hold; one that is not listed may hold anything.</summary>
    public KnownValues Values { get; init; } = KnownValues.None;

    /// <summary>How conditions turned out.</summary>
    public Facts Facts { get; init; } = Facts.None;

    /// <summary>What is under way, in the order in which it was started.</summary>
    public ImmutableArray<Pending> Open { get; init; } = [];

    /// <summary>
    /// The end of the arm to blame where the path should turn out to answer nothing: another arm of the same statement does.
    /// </summary>
    public TextRange? Pin { get; init; }

    /// <summary>The condition that decided last.</summary>
    public TextRange? LastBranch { get; init; }

    /// <summary>The ends of helpers that might have answered the request and did not.</summary>
    public ImmutableArray<RelatedSpan> Notes { get; init; } = [];

    /// <summary>Whether the request is answered or may still be.</summary>
    public bool MayComplete => Completion != Completion.None || Open.Any(static pending => pending.MayComplete);

    /// <summary>The path with a variable's new value.</summary>
    public PathState With(Binding binding, AbstractValue value) => this with
    {
        Values = Values.With(binding, value),
        Facts = Facts.Forget(binding),
    };

    /// <summary>The path after something that may change variables which other functions share.</summary>
    public PathState WithoutShared(Closures closures)
    {
        var values = Values.Own(closures);
        return ReferenceEquals(values, Values) ? this : this with { Values = values };
    }

    /// <summary>The path after the callback got out of sight.</summary>
    public PathState Escape() =>
        Completion == Completion.None ? this with { Completion = Completion.Escaped, Pin = null } : this;

    /// <summary>The path where nobody can tell here whether the request has been answered.</summary>
    public PathState Obscure() => this with { Completion = Completion.Escaped, Pin = null };

    /// <summary>The path with something more under way.</summary>
    public PathState Add(Pending pending) => this with { Open = Open.RemoveAll(other => ReferenceEquals(other.Node, pending.Node)).Add(pending) };

    /// <summary>The path without the chains that answer nothing.</summary>
    public PathState WithoutLooseChains() =>
        Open.Any(static pending => pending.IsLooseChain) ? this with { Open = Open.RemoveAll(static pending => pending.IsLooseChain) } : this;

    /// <summary>The path without what an expression started.</summary>
    public PathState Remove(Node node) => this with { Open = Open.RemoveAll(pending => ReferenceEquals(pending.Node, node)) };

    /// <summary>
    /// A path that begins later, when something calls a function that is made here: variables that never change keep their values.
    /// </summary>
    public PathState Later() => Start with { Values = Values.Constant() };

    /// <summary>A number that is the same for paths that <see cref="SameAs"/> takes for the same.</summary>
    public int Signature => unchecked((((((int)Completion * 31) + Pin.GetHashCode()) * 31) + Pending.SignatureOf(Open)) * 31 + Values.Signature + Facts.Signature);

    /// <summary>Whether two paths can't be told apart by what may follow.</summary>
    public bool SameAs(PathState other) =>
        Completion == other.Completion
        && Pin == other.Pin
        && Pending.Same(Open, other.Open)
        && Values.SameAs(other.Values)
        && Facts.SameAs(other.Facts);
}
