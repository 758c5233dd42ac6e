namespace Ahoy.JavaScript.Syntax;

/// <summary><c>debugger;</c>.</summary>
public sealed class DebuggerStatement : Statement
{
    internal DebuggerStatement(int start, int end)
        : base(start, end)
    {
    }

    /// <inheritdoc/>
    public override string Type => "DebuggerStatement";

    /// <inheritdoc/>
    public override void Accept(NodeVisitor visitor) => visitor.VisitDebuggerStatement(this);
}

public partial class NodeVisitor
{
    /// <summary>Visits a <see cref="DebuggerStatement"/>.</summary>
    public virtual void VisitDebuggerStatement(DebuggerStatement node) => VisitChildren(node);
}
