using System.Collections.Immutable;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A question that code asks twice in the same words, so that the second answer follows from the first.</summary>
internal sealed class Condition(string key, bool negated, ImmutableArray<Binding> bindings)
{
    /// <summary>The question in canonical words, never a negated one.</summary>
    public string Key => key;

    /// <summary>Whether the code asks for its opposite.</summary>
    public bool Negated => negated;

    /// <summary>The variables that it is about.</summary>
    public ImmutableArray<Binding> Bindings => bindings;

    /// <summary>What it is about: conditions with different topics say nothing about each other.</summary>
    public string Topic => Comparison?.Subject ?? Subject ?? Key;

    /// <summary>For <c>subject === literal</c>, the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>For <c>subject === literal</c>, the literal.</summary>
    public string? Literal { get; init; }

    /// <summary>For a condition that is about numbers, what it says about them.</summary>
    public Comparison? Comparison { get; init; }
}
