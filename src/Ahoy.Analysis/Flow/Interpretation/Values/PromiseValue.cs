using System.Collections.Immutable;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A promise, and the ways in which it can settle.</summary>
internal sealed class PromiseValue(Node origin, ImmutableArray<SettledPath> paths, Node? lastMethod = null) : AbstractValue
{
    /// <summary>The expression that made it.</summary>
    public Node Origin => origin;

    /// <summary>The ways in which it can settle.</summary>
    public ImmutableArray<SettledPath> Paths => paths;

    /// <summary>The name in the last <c>.then</c>, <c>.catch</c> or <c>.finally</c> of a chain; null where it is no chain.</summary>
    public Node? LastMethod => lastMethod;

    public override bool? Truth => true;

    public override int Signature => origin.GetHashCode() + paths.Length;

    public override bool SameAs(AbstractValue other) =>
        other is PromiseValue promise && ReferenceEquals(promise.Origin, origin) && promise.Paths.Length == paths.Length;
}
