using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>What the builder keeps of a binding.</summary>
internal struct BindingData
{
    /// <summary>The name where it is declared first; absent for <c>arguments</c>.</summary>
    public Identifier? Identifier;
    public Node Declaration;
    public int Scope;
    public BindingKind Kind;

    /// <summary>Whether it is the function-wide twin of a function declared in a block.</summary>
    public bool IsHoistedFromBlock;
}
