namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// What code around the handler gives it besides the callback, and what may answer the request for it: the fourth parameter of a function
/// that a wrapping call runs.
/// </summary>
internal sealed class OutsideValue : AbstractValue
{
    private OutsideValue()
    {
    }

    public static OutsideValue Instance { get; } = new();

    public override bool? Truth => null;
}
