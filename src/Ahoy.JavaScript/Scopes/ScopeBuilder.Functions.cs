using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <content>Functions and classes.</content>
internal sealed partial class ScopeBuilder
{
    public override void VisitFunctionDeclaration(FunctionDeclaration node)
    {
        if (node.Id is { } id)
        {
            Refer(id, ReferenceKinds.Declaration);
        }

        VisitFunction(node, node.Id?.End ?? node.Start, node.Params, node.Body, true);
    }

    public override void VisitFunctionExpression(FunctionExpression node)
    {
        if (node.Id is not { } id)
        {
            VisitFunction(node, node.Start, node.Params, node.Body, true);
            return;
        }

        Enter(ScopeKind.FunctionName, node, id.Start);
        Declare(id, node, BindingKind.FunctionName);
        Refer(id, ReferenceKinds.Declaration);
        VisitFunction(node, id.End, node.Params, node.Body, true);
        Leave();
    }

    public override void VisitArrowFunctionExpression(ArrowFunctionExpression node) =>
        VisitFunction(node, node.Start, node.Params, node.Body, false);

    public override void VisitClassDeclaration(ClassDeclaration node)
    {
        if (node.Id is { } id)
        {
            Refer(id, ReferenceKinds.Declaration);
        }

        EnterClass(node, node.Id?.End ?? node.Start, node.Id, node.SuperClass, node.Body, false);
    }

    public override void VisitClassExpression(ClassExpression node) =>
        EnterClass(node, node.Id?.Start ?? node.Start, node.Id, node.SuperClass, node.Body, true);

    public override void VisitMethodDefinition(MethodDefinition node)
    {
        if (node.Computed)
        {
            Visit(node.Key);
        }

        Visit(node.Value);
    }

    public override void VisitPropertyDefinition(PropertyDefinition node)
    {
        if (node.Computed)
        {
            Visit(node.Key);
        }

        if (node.Value is not { } value)
        {
            return;
        }

        var outerArguments = _argumentsScope;
        var outerVars = _varScope;
        Enter(ScopeKind.ClassField, node, value.Start);
        _argumentsScope = -1;
        _varScope = _scope;
        Visit(value);
        Leave();
        _argumentsScope = outerArguments;
        _varScope = outerVars;
    }

    public override void VisitStaticBlock(StaticBlock node)
    {
        var outerArguments = _argumentsScope;
        var outerVars = _varScope;
        Enter(ScopeKind.ClassStaticBlock, node, node.Start);
        _argumentsScope = -1;
        _varScope = _scope;
        DeclareVarScoped(node.Body, _scope);
        Visit(node.Body);
        Leave();
        _argumentsScope = outerArguments;
        _varScope = outerVars;
    }

    private void VisitFunction(Node node, int start, NodeList<Node> parameters, Node body, bool hasArguments)
    {
        var outerStrict = _strict;
        var outerArguments = _argumentsScope;
        var outerVars = _varScope;
        var block = body as BlockStatement;
        _strict = _strict || (block is not null && HasUseStrict(block.Body));
        Enter(ScopeKind.Function, node, start);
        var function = _scope;
        _varScope = function;
        if (hasArguments)
        {
            _argumentsScope = function;
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            DeclarePattern(parameters[i], node, BindingKind.Parameter);
        }

        if (block is null || block.Body.Count == 0)
        {
            VisitParameters(parameters);
            Visit(body is BlockStatement ? null : body);
        }
        else if (HasExpressions(parameters))
        {
            VisitParameters(parameters);
            Enter(ScopeKind.FunctionBody, block, block.Start);
            _varScope = _scope;
            DeclareVarScoped(block.Body, function);
            Visit(block.Body);
            Leave();
        }
        else
        {
            DeclareVarScoped(block.Body, function);
            VisitParameters(parameters);
            Visit(block.Body);
        }

        Leave();
        _strict = outerStrict;
        _argumentsScope = outerArguments;
        _varScope = outerVars;
    }

    private void VisitParameters(NodeList<Node> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            VisitTarget(parameters[i], ReferenceKinds.Declaration);
        }
    }

    private void EnterClass(Node node, int start, Identifier? id, Expression? superClass, ClassBody body, bool isExpression)
    {
        var outerStrict = _strict;
        _strict = true;
        Enter(ScopeKind.Class, node, start);
        Declare(id, node, BindingKind.ClassName);
        if (isExpression && id is not null)
        {
            Refer(id, ReferenceKinds.Declaration);
        }

        Visit(superClass);
        Visit(body.Body);
        Leave();
        _strict = outerStrict;
    }
}
