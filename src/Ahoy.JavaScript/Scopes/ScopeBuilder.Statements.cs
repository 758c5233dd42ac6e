using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <content>Statements that open scopes, declare or assign.</content>
internal sealed partial class ScopeBuilder
{
    public override void VisitBlockStatement(BlockStatement node)
    {
        var entered = EnterIfDeclaring(ScopeKind.Block, node, node.Start, node.Body);
        Visit(node.Body);
        if (entered)
        {
            Leave();
        }
    }

    public override void VisitIfStatement(IfStatement node)
    {
        Visit(node.Test);
        VisitBranch(node.Consequent);
        VisitBranch(node.Alternate);
    }

    public override void VisitSwitchStatement(SwitchStatement node)
    {
        Visit(node.Discriminant);
        var entered = false;
        for (var i = 0; i < node.Cases.Count; i++)
        {
            entered = EnterIfDeclaring(ScopeKind.Switch, node, node.Discriminant.End, node.Cases[i].Consequent, entered);
        }

        Visit(node.Cases);
        if (entered)
        {
            Leave();
        }
    }

    public override void VisitForStatement(ForStatement node)
    {
        var entered = EnterHead(node, node.Init);
        Visit(node.Init);
        Visit(node.Test);
        Visit(node.Update);
        Visit(node.Body);
        LeaveHead(entered);
    }

    public override void VisitForInStatement(ForInStatement node) => VisitForEach(node, node.Left, node.Right, node.Body);

    public override void VisitForOfStatement(ForOfStatement node) => VisitForEach(node, node.Left, node.Right, node.Body);

    public override void VisitCatchClause(CatchClause node)
    {
        if (node.Param is not { } parameter)
        {
            Visit(node.Body);
            return;
        }

        Enter(ScopeKind.Catch, node, node.Start);
        DeclarePattern(parameter, node, BindingKind.CatchParameter);
        VisitTarget(parameter, ReferenceKinds.Declaration);
        Visit(node.Body);
        Leave();
    }

    public override void VisitWithStatement(WithStatement node)
    {
        Visit(node.Object);
        Enter(ScopeKind.With, node, node.Body.Start);
        Visit(node.Body);
        Leave();
    }

    public override void VisitVariableDeclaration(VariableDeclaration node)
    {
        for (var i = 0; i < node.Declarations.Count; i++)
        {
            var declarator = node.Declarations[i];
            var kinds = declarator.Init is null
                ? ReferenceKinds.Declaration
                : ReferenceKinds.Declaration | ReferenceKinds.Write | ReferenceKinds.Initializer;
            VisitTarget(declarator.Id, kinds);
            Visit(declarator.Init);
        }
    }

    public override void VisitLabeledStatement(LabeledStatement node) => Visit(node.Body);

    public override void VisitBreakStatement(BreakStatement node)
    {
        // A label is no variable.
    }

    public override void VisitContinueStatement(ContinueStatement node)
    {
        // A label is no variable.
    }

    public override void VisitImportDeclaration(ImportDeclaration node)
    {
        for (var i = 0; i < node.Specifiers.Count; i++)
        {
            if (LocalName(node.Specifiers[i]) is { } local)
            {
                Refer(local, ReferenceKinds.Declaration);
            }
        }
    }

    public override void VisitExportNamedDeclaration(ExportNamedDeclaration node)
    {
        Visit(node.Declaration);
        for (var i = 0; node.Source is null && i < node.Specifiers.Count; i++)
        {
            if (node.Specifiers[i].Local is Identifier local)
            {
                Refer(local, ReferenceKinds.Read);
            }
        }
    }

    public override void VisitExportAllDeclaration(ExportAllDeclaration node)
    {
        // The names are the other module's.
    }

    private void VisitBranch(Statement? branch)
    {
        if (branch is not FunctionDeclaration function)
        {
            Visit(branch);
            return;
        }

        Enter(ScopeKind.Block, function, function.Start);
        Declare(function.Id, function, BindingKind.Function);
        Visit(function);
        Leave();
    }

    private void VisitForEach(Statement node, Node left, Expression right, Statement body)
    {
        var entered = EnterHead(node, left);
        if (left is VariableDeclaration variables)
        {
            var kinds = ReferenceKinds.Declaration | ReferenceKinds.Write;
            if (entered)
            {
                kinds |= ReferenceKinds.Initializer;
            }

            for (var i = 0; i < variables.Declarations.Count; i++)
            {
                VisitTarget(variables.Declarations[i].Id, kinds);
                Visit(variables.Declarations[i].Init);
            }
        }
        else
        {
            VisitTarget(left, ReferenceKinds.Write);
        }

        Visit(right);
        Visit(body);
        LeaveHead(entered);
    }

    private bool EnterHead(Statement loop, Node? head)
    {
        if (head is not VariableDeclaration { Kind: not VariableDeclarationKind.Var } variables)
        {
            return false;
        }

        Enter(ScopeKind.For, loop, loop.Start);
        DeclareLexical(variables);
        return true;
    }

    private void LeaveHead(bool entered)
    {
        if (entered)
        {
            Leave();
        }
    }
}
