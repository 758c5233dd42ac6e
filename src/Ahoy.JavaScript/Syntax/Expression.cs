namespace Ahoy.JavaScript.Syntax;

/// <summary>An expression, or what stands in the place of one (<see cref="Super"/>, <see cref="SpreadElement"/>).</summary>
public abstract class Expression : Node
{
    private protected Expression(int start, int end)
        : base(start, end)
    {
    }
}
