using System.Collections.Immutable;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>An array of promises, as <c>Promise.all</c> takes it. One that <c>map</c> made stands with a single element for all.</summary>
internal sealed class ListValue(ImmutableArray<AbstractValue> elements) : AbstractValue
{
    public ImmutableArray<AbstractValue> Elements => elements;

    /// <summary>The element with a number; null where there is none, or the number is not known.</summary>
    public AbstractValue? At(double? number) => number is { } known && known >= 0 && known < elements.Length && known == Math.Floor(known) ? elements[(int)known] : null;

    public override bool? Truth => true;

    public override int Signature => elements.Length;

    public override bool SameAs(AbstractValue other) =>
        other is ListValue list
        && list.Elements.Length == elements.Length
        && list.Elements.Zip(elements, static (left, right) => left.SameAs(right)).All(static same => same);
}
