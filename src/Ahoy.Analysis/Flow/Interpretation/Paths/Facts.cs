using System.Collections.Immutable;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// The answers that a path has given to conditions. They only ever rule paths out, so that holding one for too long costs
/// reports but never makes a wrong one.
/// </summary>
internal sealed class Facts
{
    public static readonly Facts None = new(ImmutableDictionary<string, Fact>.Empty);

    private readonly ImmutableDictionary<string, Fact> _facts;
    private int? _signature;

    private Facts(ImmutableDictionary<string, Fact> facts) => _facts = facts;

    /// <summary>A number that is the same for the same facts.</summary>
    public int Signature => _signature ??= _facts.Aggregate(0, static (sum, fact) => unchecked(sum + (fact.Key.GetHashCode() * (fact.Value.Holds ? 3 : 5))));

    /// <summary>What the path knows of a condition; null where that is nothing.</summary>
    public bool? Ask(Condition condition)
    {
        if (AskPlainly(condition) is { } answer)
        {
            return answer ^ condition.Negated;
        }

        return null;
    }

    /// <summary>The facts of a path on which a condition turned out true or false.</summary>
    public Facts Assume(Condition condition, bool outcome)
    {
        outcome ^= condition.Negated;
        var facts = _facts.SetItem(condition.Key, new Fact(outcome, null, condition.Bindings));
        if (outcome && condition.Literal is { } literal)
        {
            facts = facts.SetItem(EqualityKey(condition.Subject!), new Fact(true, literal, condition.Bindings));
        }

        if (condition.Comparison is { } comparison)
        {
            facts = facts.SetItem(RangeKey(comparison), new Fact(true, null, condition.Bindings) { Range = comparison.Narrow(RangeOf(comparison), outcome) });
        }

        return new Facts(facts);
    }

    /// <summary>The facts without those about a variable, whose value changes.</summary>
    public Facts Forget(Binding binding)
    {
        var stale = _facts.Where(entry => entry.Value.Bindings.Contains(binding)).Select(entry => entry.Key).ToList();
        return stale.Count == 0 ? this : new Facts(_facts.RemoveRange(stale));
    }

    /// <summary>What holds on both of two paths.</summary>
    public Facts Intersect(Facts other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var gone = _facts
            .Where(entry => !other._facts.TryGetValue(entry.Key, out var fact) || !fact.SameAs(entry.Value))
            .Select(entry => entry.Key)
            .ToList();
        return gone.Count == 0 ? this : new Facts(_facts.RemoveRange(gone));
    }

    /// <summary>Whether two paths have given the same answers.</summary>
    public bool SameAs(Facts other) =>
        ReferenceEquals(_facts, other._facts)
        || (Signature == other.Signature
            && _facts.Count == other._facts.Count
            && _facts.All(entry => other._facts.TryGetValue(entry.Key, out var fact) && fact.SameAs(entry.Value)));

    private static string EqualityKey(string subject) => "=" + subject;

    private static string RangeKey(Comparison comparison) => "#" + comparison.Subject;

    private static bool IsTruthy(string literal) =>
        literal is not ("undefined" or "null" or "false" or "0" or "\"\"");

    private bool? AskPlainly(Condition condition)
    {
        if (_facts.TryGetValue(condition.Key, out var fact))
        {
            return fact.Holds;
        }

        if (condition.Comparison is { } comparison && comparison.Ask(RangeOf(comparison)) is { } answer)
        {
            return answer;
        }

        if (condition.Literal is not { } literal)
        {
            return _facts.TryGetValue(EqualityKey(condition.Key), out var equal) ? IsTruthy(equal.Literal!) : null;
        }

        if (_facts.TryGetValue(EqualityKey(condition.Subject!), out var other))
        {
            return other.Literal == literal;
        }

        // Code that asks whether something is `true` and whether it is `false` takes it for one of the two.
        if (literal is "true" or "false" && _facts.ContainsKey(condition.Subject + "=" + (literal == "true" ? "false" : "true")))
        {
            return true;
        }

        // What is false is equal to nothing that is true, and the other way round.
        return _facts.TryGetValue(condition.Subject!, out var truth) && truth.Holds != IsTruthy(literal) ? false : null;
    }

    private NumberRange RangeOf(Comparison comparison) =>
        _facts.TryGetValue(RangeKey(comparison), out var fact) ? fact.Range! : comparison.Start;

    private sealed class Fact(bool holds, string? literal, ImmutableArray<Binding> bindings)
    {
        public bool Holds => holds;

        public string? Literal => literal;

        public ImmutableArray<Binding> Bindings => bindings;

        /// <summary>The numbers that a subject may be.</summary>
        public NumberRange? Range { get; init; }

        public bool SameAs(Fact other) =>
            holds == other.Holds && literal == other.Literal && (Range is null ? other.Range is null : other.Range is not null && Range.SameAs(other.Range));
    }
}
