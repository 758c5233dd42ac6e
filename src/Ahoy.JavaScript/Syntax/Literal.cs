namespace Ahoy.JavaScript.Syntax;

/// <summary>A literal. ESTree has one type for all; here each kind of value has its own.</summary>
public abstract class Literal : Expression
{
    private protected Literal(int start, int end)
        : base(start, end)
    {
    }

    /// <inheritdoc/>
    public sealed override string Type => "Literal";

    /// <summary>The literal as it is written.</summary>
    public abstract string Raw { get; }

    internal sealed override void WriteFields(EstreeWriter writer)
    {
        WriteValue(writer);
        writer.Field("raw", Raw);
    }

    private protected abstract void WriteValue(EstreeWriter writer);
}
