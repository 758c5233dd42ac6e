using System.Collections.Immutable;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>An array of promises, as <c>Promise.all</c> takes it. One that <c>map</c> made stands with a single element for all.</summary>
internal sealed class ListValue(ImmutableArray<AbstractValue> elements) : AbstractValue
{
    public ImmutableArray<AbstractValue> Elements => elements;

    public override bool? Truth => true;

    public override int Signature => elements.Length;

    public override bool SameAs(AbstractValue other) =>
        other is ListValue list
        && list.Elements.Length == elements.Length
        && list.Elements.Zip(elements, static (left, right) => left.SameAs(right)).All(static same => same);
}
