using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <content>Expressions: which identifiers in them are variables, and what happens to those.</content>
internal sealed partial class ScopeBuilder
{
    public override void VisitIdentifier(Identifier node) => Refer(node, ReferenceKinds.Read);

    public override void VisitMemberExpression(MemberExpression node)
    {
        Visit(node.Object);
        if (node.Computed)
        {
            Visit(node.Property);
        }
    }

    public override void VisitProperty(Property node)
    {
        if (node.Computed)
        {
            Visit(node.Key);
        }

        // `({ a = 1 })` is an error if it is no pattern; all that is certain then is that a is named.
        VisitTarget(node.Value, ReferenceKinds.Read);
    }

    public override void VisitAssignmentExpression(AssignmentExpression node)
    {
        VisitTarget(node.Left, node.Operator.Length == 1 ? ReferenceKinds.Write : ReferenceKinds.Read | ReferenceKinds.Write);
        Visit(node.Right);
    }

    public override void VisitUpdateExpression(UpdateExpression node) =>
        VisitTarget(node.Argument, ReferenceKinds.Read | ReferenceKinds.Write);

    public override void VisitCallExpression(CallExpression node)
    {
        if (node.Callee is Identifier { Name: "eval" } && !node.Optional)
        {
            MarkDirectEval();
        }

        Visit(node.Callee);
        Visit(node.Arguments);
    }

    public override void VisitTemplateLiteral(TemplateLiteral node) => Visit(node.Expressions);

    public override void VisitMetaProperty(MetaProperty node)
    {
        // Neither part is a variable.
    }

    private void MarkDirectEval()
    {
        _scopes[_scope].Flags |= ScopeFlags.HasDirectEval;
        for (var i = _scope; i >= 0; i = _scopes[i].Parent)
        {
            _scopes[i].Flags |= ScopeFlags.ContainsDirectEval;
        }

        if (!_strict)
        {
            _scopes[_varScope].Flags |= ScopeFlags.TakesVarsOfEval;
        }
    }
}
