using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <content>Patterns: taking them apart may throw, and each name in them is written when its turn comes.</content>
internal sealed partial class FlowGraphBuilder
{
    public override void VisitObjectPattern(ObjectPattern node)
    {
        EmitThrowing(node);
        Visit(node.Properties);
    }

    public override void VisitArrayPattern(ArrayPattern node)
    {
        EmitThrowing(node);
        Visit(node.Elements);
    }
}
