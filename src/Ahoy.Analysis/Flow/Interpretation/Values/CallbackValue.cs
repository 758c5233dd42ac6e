namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>The handler's callback, by whatever name, also with arguments bound to it.</summary>
internal sealed class CallbackValue : AbstractValue
{
    private CallbackValue()
    {
    }

    public static CallbackValue Instance { get; } = new();

    public override bool? Truth => true;
}
