using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <content>Expressions in the order of their evaluation.</content>
internal sealed partial class FlowGraphBuilder
{
    public override void VisitIdentifier(Identifier node)
    {
        if (!node.IsMissing)
        {
            Emit(node);
        }
    }

    public override void VisitThisExpression(ThisExpression node) => Emit(node);

    public override void VisitSuper(Super node) => Emit(node);

    public override void VisitMetaProperty(MetaProperty node) => Emit(node);

    public override void VisitBooleanLiteral(BooleanLiteral node) => Emit(node);

    public override void VisitNullLiteral(NullLiteral node) => Emit(node);

    public override void VisitNumericLiteral(NumericLiteral node) => Emit(node);

    public override void VisitBigIntLiteral(BigIntLiteral node) => Emit(node);

    public override void VisitStringLiteral(StringLiteral node) => Emit(node);

    public override void VisitRegExpLiteral(RegExpLiteral node) => Emit(node);

    public override void VisitFunctionExpression(FunctionExpression node) => Emit(node);

    public override void VisitArrowFunctionExpression(ArrowFunctionExpression node) => Emit(node);

    public override void VisitClassExpression(ClassExpression node) => VisitClass(node, node);

    public override void VisitTemplateLiteral(TemplateLiteral node)
    {
        Visit(node.Expressions);
        Emit(node);
    }

    public override void VisitTaggedTemplateExpression(TaggedTemplateExpression node)
    {
        Visit(node.Tag);
        Visit(node.Quasi.Expressions);
        EmitThrowing(node);
    }

    public override void VisitArrayExpression(ArrayExpression node)
    {
        Visit(node.Elements);
        Emit(node);
    }

    public override void VisitObjectExpression(ObjectExpression node)
    {
        foreach (var member in node.Properties)
        {
            if (member is SpreadElement spread)
            {
                // Unlike iterating, copying the properties of null or undefined is fine.
                Visit(spread.Argument);
                Emit(spread);
            }
            else
            {
                Visit(member);
            }
        }

        Emit(node);
    }

    public override void VisitProperty(Property node)
    {
        if (node.Computed)
        {
            Visit(node.Key);
        }

        Visit(node.Value);
    }

    public override void VisitSpreadElement(SpreadElement node)
    {
        Visit(node.Argument);
        EmitThrowing(node);
    }

    public override void VisitMemberExpression(MemberExpression node)
    {
        Visit(node.Object);
        if (node.Optional)
        {
            LeaveChainIfNullish(node.Object);
        }

        VisitKey(node);
        Emit(node, !node.Optional && Constants.IsNullish(node.Object) != false);
    }

    public override void VisitCallExpression(CallExpression node)
    {
        Visit(node.Callee);
        if (node.Optional)
        {
            LeaveChainIfNullish(node.Callee);
        }

        Visit(node.Arguments);
        EmitThrowing(node);
    }

    public override void VisitNewExpression(NewExpression node)
    {
        Visit(node.Callee);
        Visit(node.Arguments);
        EmitThrowing(node);
    }

    public override void VisitImportExpression(ImportExpression node)
    {
        Visit(node.Source);
        Visit(node.Options);
        Emit(node);
    }

    public override void VisitUnaryExpression(UnaryExpression node)
    {
        Visit(node.Argument);
        Emit(node);
    }

    public override void VisitUpdateExpression(UpdateExpression node)
    {
        Visit(node.Argument);
        Emit(node);
    }

    public override void VisitBinaryExpression(BinaryExpression node)
    {
        Visit(node.Left);
        Visit(node.Right);
        Emit(node, node.Operator is "in" or "instanceof");
    }

    public override void VisitSequenceExpression(SequenceExpression node)
    {
        Visit(node.Expressions);
        Emit(node);
    }

    public override void VisitAwaitExpression(AwaitExpression node)
    {
        Visit(node.Argument);
        EmitThrowing(node);
    }

    public override void VisitYieldExpression(YieldExpression node)
    {
        Visit(node.Argument);
        EmitThrowing(node);
        if (_isGenerator)
        {
            Go(new Completion(_exit, null), FlowEdgeKind.Abandon, node, null);
        }
    }

    public override void VisitAssignmentExpression(AssignmentExpression node)
    {
        switch (node.Operator)
        {
            case "=":
                VisitAssignment(node);
                break;
            case "&&=" or "||=" or "??=":
                VisitLogicalAssignment(node);
                break;
            default:
                Visit(node.Left);
                Visit(node.Right);
                Emit(node);
                break;
        }
    }

    private void VisitAssignment(AssignmentExpression node)
    {
        if (node.Left is not MemberExpression member)
        {
            Visit(node.Right);
            Visit(node.Left);
            Emit(node);
            return;
        }

        Visit(member.Object);
        VisitKey(member);
        Visit(node.Right);
        Emit(member);
        Emit(node, Constants.IsNullish(member.Object) != false);
    }

    private void VisitLogicalAssignment(AssignmentExpression node)
    {
        var right = NewBlock();
        var after = NewBlock();
        if (node.Left is Expression left)
        {
            BranchByOperator(node.Operator, left, right, after);
        }
        else
        {
            Connect(right);
        }

        Continue(right);
        Visit(node.Right);
        Emit(node);
        Connect(after);
        Continue(after);
    }

    private void VisitKey(MemberExpression node)
    {
        if (node.Computed)
        {
            Visit(node.Property);
        }
    }

    private void VisitClass(IClass @class, Node node)
    {
        Visit(@class.SuperClass);
        var mayThrow = @class.SuperClass is not null;
        foreach (var member in @class.Body.Body)
        {
            switch (member)
            {
                case MethodDefinition { Computed: true } method:
                    Visit(method.Key);
                    break;
                case PropertyDefinition field:
                    Visit(field.Computed ? field.Key : null);
                    mayThrow |= field is { Static: true, Value: not null };
                    break;
                case StaticBlock:
                    mayThrow = true;
                    break;
            }
        }

        Emit(node, mayThrow);
    }
}
