namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>What the analysis knows of a value. Most of the time, that is nothing.</summary>
internal abstract class AbstractValue
{
    /// <summary>Any value at all.</summary>
    public static AbstractValue Unknown { get; } = new Opaque(null);

    /// <summary>Some object that is neither a promise nor a function of this file.</summary>
    public static AbstractValue Object { get; } = new Opaque(true);

    /// <summary>Whether a condition takes it for true, where that is known.</summary>
    public abstract bool? Truth { get; }

    /// <summary>A number that is the same for values that <see cref="SameAs"/> takes for the same.</summary>
    public virtual int Signature => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Whether two values are known by the same facts, so that paths which differ in them alone can be joined.</summary>
    public virtual bool SameAs(AbstractValue other) => ReferenceEquals(this, other);

    private sealed class Opaque(bool? truth) : AbstractValue
    {
        public override bool? Truth => truth;
    }
}
