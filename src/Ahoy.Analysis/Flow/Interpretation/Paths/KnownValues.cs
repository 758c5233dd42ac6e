using System.Collections.Immutable;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>What variables hold; one that is not listed may hold anything.</summary>
internal sealed class KnownValues
{
    public static readonly KnownValues None = new(ImmutableDictionary<Binding, AbstractValue>.Empty, 0);

    private readonly ImmutableDictionary<Binding, AbstractValue> _values;
    private KnownValues? _constant;
    private KnownValues? _own;

    private KnownValues(ImmutableDictionary<Binding, AbstractValue> values, int signature)
    {
        _values = values;
        Signature = signature;
    }

    /// <summary>A number that is the same for the same values. It is kept up to date, since joining paths asks for it all the time.</summary>
    public int Signature { get; }

    public bool TryGet(Binding binding, out AbstractValue value) => _values.TryGetValue(binding, out value!);

    public bool Contains(Binding binding) => _values.ContainsKey(binding);

    /// <summary>The values with that of one variable changed.</summary>
    public KnownValues With(Binding binding, AbstractValue value)
    {
        var signature = _values.TryGetValue(binding, out var old) && old is not null ? Signature - SignatureOf(binding, old) : Signature;
        if (ReferenceEquals(value, AbstractValue.Unknown))
        {
            return old is null ? this : new KnownValues(_values.Remove(binding), signature);
        }

        return ReferenceEquals(old, value) ? this : new KnownValues(_values.SetItem(binding, value), signature + SignatureOf(binding, value));
    }

    /// <summary>The values of variables that never change, also of those that get their one value later than they are declared.</summary>
    public KnownValues Constant() => _constant ??= Without(binding => !binding.IsConstant && (_values[binding] is ConstantValue || !IsWrittenOnce(binding)));

    /// <summary>The values that no other function changes than the one that the variable belongs to; asked at each call.</summary>
    public KnownValues Own(Closures closures) => _own ??= Without(closures.IsWrittenElsewhere);

    private static bool IsWrittenOnce(Binding binding) =>
        binding.Kind is BindingKind.Var or BindingKind.Let
        && !binding.Scope.ContainsDirectEval
        && binding.References.Count(static reference => reference.IsWrite) == 1;

    private KnownValues Without(Func<Binding, bool> isGone) =>
        _values.Keys.Where(isGone).ToList().Aggregate(this, static (values, binding) => values.With(binding, AbstractValue.Unknown));

    /// <summary>What holds on both of two paths.</summary>
    public KnownValues Intersect(KnownValues other) =>
        ReferenceEquals(this, other) || SameAs(other) ? this : Without(binding => !other._values.TryGetValue(binding, out var value) || !value.SameAs(_values[binding]));

    public bool SameAs(KnownValues other) =>
        ReferenceEquals(this, other)
        || (Signature == other.Signature
            && _values.Count == other._values.Count
            && _values.All(entry => other._values.TryGetValue(entry.Key, out var value) && value.SameAs(entry.Value)));

    private static int SignatureOf(Binding binding, AbstractValue value) => unchecked((binding.GetHashCode() * 397) ^ (value.Signature * 31));
}
