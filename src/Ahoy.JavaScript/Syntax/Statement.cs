namespace Ahoy.JavaScript.Syntax;

/// <summary>A statement or a declaration.</summary>
public abstract class Statement : Node
{
    private protected Statement(int start, int end)
        : base(start, end)
    {
    }
}
