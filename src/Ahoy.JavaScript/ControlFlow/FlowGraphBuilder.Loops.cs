using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <content>Loops.</content>
internal sealed partial class FlowGraphBuilder
{
    public override void VisitWhileStatement(WhileStatement node)
    {
        var labels = TakeLabels();
        var test = NewBlock();
        var body = NewBlock();
        var after = NewBlock();
        Connect(test);
        Continue(test);
        Branch(node.Test, body, after);
        VisitBody(node.Body, body, labels, after, test);
        Connect(test, leaves: node.Body);
        Continue(after);
    }

    public override void VisitDoWhileStatement(DoWhileStatement node)
    {
        var labels = TakeLabels();
        var test = NewBlock();
        var body = NewBlock();
        var after = NewBlock();
        Connect(body);
        VisitBody(node.Body, body, labels, after, test);
        Connect(test, leaves: node.Body);
        Continue(test);
        Branch(node.Test, body, after);
        Continue(after);
    }

    public override void VisitForStatement(ForStatement node)
    {
        var labels = TakeLabels();
        Visit(node.Init);
        var test = NewBlock();
        var body = NewBlock();
        var update = NewBlock();
        var after = NewBlock();
        Connect(test);
        Continue(test);
        if (node.Test is null)
        {
            Connect(body);
        }
        else
        {
            Branch(node.Test, body, after);
        }

        VisitBody(node.Body, body, labels, after, update);
        Connect(update, leaves: node.Body);
        Continue(update);
        Visit(node.Update);
        Connect(test);
        Continue(after);
    }

    public override void VisitForInStatement(ForInStatement node) => VisitForEach(node, node.Left, node.Right, node.Body, false);

    public override void VisitForOfStatement(ForOfStatement node) => VisitForEach(node, node.Left, node.Right, node.Body, true);

    private void VisitForEach(Statement node, Node left, Expression right, Statement statement, bool mayThrow)
    {
        var labels = TakeLabels();
        Visit(right);
        var next = NewBlock();
        var body = NewBlock();
        var after = NewBlock();
        Connect(next);
        Continue(next);
        Emit(node, mayThrow);
        Connect(body, FlowEdgeKind.Next, node);
        Connect(after, FlowEdgeKind.Done, node);
        Continue(body);
        Visit(left);
        var statements = NewBlock();
        Connect(statements);
        VisitBody(statement, statements, labels, after, next);
        Connect(next, leaves: statement);
        Continue(after);
    }

    private void VisitBody(Statement statement, BasicBlock start, List<string>? labels, BasicBlock after, BasicBlock next)
    {
        Continue(start);
        _context = new JumpContext(_context, labels, after, next, false);
        VisitNested(statement);
        _context = _context.Parent;
    }
}
