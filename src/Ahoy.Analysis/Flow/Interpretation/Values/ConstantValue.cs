namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary><c>undefined</c>, <c>null</c>, a boolean, a number or a string that the source spells out.</summary>
internal sealed class ConstantValue : AbstractValue
{
    private static readonly object s_undefined = new();

    private readonly object? _value;

    private ConstantValue(object? value) => _value = value;

    public static ConstantValue Undefined { get; } = new(s_undefined);

    public static ConstantValue Null { get; } = new(null);

    public static ConstantValue True { get; } = new(true);

    public static ConstantValue False { get; } = new(false);

    public override bool? Truth => _value switch
    {
        null => false,
        bool flag => flag,
        double number => number != 0 && !double.IsNaN(number),
        string text => text.Length > 0,
        _ => false,
    };

    /// <summary>Whether it is <c>undefined</c> or <c>null</c>, which <c>==</c> takes for the same.</summary>
    public bool IsNullish => _value is null || ReferenceEquals(_value, s_undefined);

    public override int Signature => _value?.GetHashCode() ?? 0;

    public static ConstantValue Of(bool value) => value ? True : False;

    public static ConstantValue Of(double value) => new(value);

    public static ConstantValue Of(string value) => new(value);

    public override bool SameAs(AbstractValue other) => other is ConstantValue constant && Equals(_value, constant._value);
}
