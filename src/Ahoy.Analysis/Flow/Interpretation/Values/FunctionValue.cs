using System.Collections.Immutable;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A function of this file, with the arguments that <c>bind</c> gave it.</summary>
internal sealed class FunctionValue(IFunction function, ImmutableArray<AbstractValue> bound) : AbstractValue
{
    public FunctionValue(IFunction function)
        : this(function, [])
    {
    }

    public IFunction Function => function;

    public ImmutableArray<AbstractValue> Bound => bound;

    public override bool? Truth => true;

    public override int Signature => function.GetHashCode() + bound.Length;

    public override bool SameAs(AbstractValue other) =>
        other is FunctionValue value && ReferenceEquals(value.Function, function) && value.Bound.IsEmpty && bound.IsEmpty;
}
