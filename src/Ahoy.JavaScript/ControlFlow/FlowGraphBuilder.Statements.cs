using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <content>Statements other than loops and jumps.</content>
internal sealed partial class FlowGraphBuilder
{
    // The labels directly before the statement that is visited next.
    private List<string>? _labels;

    public override void VisitBlockStatement(BlockStatement node)
    {
        EmitFunctions(node.Body);
        Visit(node.Body);
    }

    public override void VisitIfStatement(IfStatement node)
    {
        var consequent = NewBlock();
        var after = NewBlock();
        var alternate = node.Alternate is null ? after : NewBlock();
        Branch(node.Test, consequent, alternate);
        VisitArm(node.Consequent, consequent, after);
        if (node.Alternate is not null)
        {
            VisitArm(node.Alternate, alternate, after);
        }

        Continue(after);
    }

    public override void VisitSwitchStatement(SwitchStatement node)
    {
        var labels = TakeLabels();
        Visit(node.Discriminant);
        foreach (var @case in node.Cases)
        {
            EmitFunctions(@case.Consequent);
        }

        var after = NewBlock();
        var bodies = new BasicBlock[node.Cases.Count];
        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = NewBlock();
        }

        VisitTests(node, bodies, after);
        _context = new JumpContext(_context, labels, after, null, false);
        for (var i = 0; i < bodies.Length; i++)
        {
            Continue(bodies[i]);
            Visit(node.Cases[i].Consequent);
            Connect(i + 1 < bodies.Length ? bodies[i + 1] : after, leaves: node.Cases[i]);
        }

        _context = _context.Parent;
        Continue(after);
    }

    public override void VisitTryStatement(TryStatement node)
    {
        var outer = _context;
        var @finally = node.Finalizer is null ? null : new FinallyContext(outer, node.Finalizer);
        var after = NewBlock();
        if (node.Handler is { } handler)
        {
            var caught = NewBlock();
            _context = new CatchContext(@finally ?? outer, caught);
            VisitBlockStatement(node.Block);
            Connect(after, leaves: node.Block);
            _context = @finally ?? outer;
            Continue(caught);
            Visit(handler.Param);
            VisitBlockStatement(handler.Body);
            Connect(after, leaves: handler);
        }
        else
        {
            _context = @finally ?? outer;
            VisitBlockStatement(node.Block);
            Connect(after, leaves: node.Block);
        }

        _context = outer;
        Continue(after);
        if (@finally is { SharedLast: not null })
        {
            var afterAll = NewBlock();
            _context = @finally;
            Go(new Completion(afterAll, outer), FlowEdgeKind.Normal, null, null);
            _context = outer;
            Continue(afterAll);
        }
        else
        {
            Visit(node.Finalizer);
        }
    }

    public override void VisitLabeledStatement(LabeledStatement node)
    {
        (_labels ??= []).Add(node.Label.Name);
        if (node.Body is LabeledStatement or ForStatement or ForInStatement or ForOfStatement or WhileStatement or DoWhileStatement or SwitchStatement)
        {
            Visit(node.Body);
            return;
        }

        var after = NewBlock();
        _context = new JumpContext(_context, TakeLabels(), after, null, true);
        VisitNested(node.Body);
        _context = _context.Parent;
        Connect(after);
        Continue(after);
    }

    public override void VisitVariableDeclaration(VariableDeclaration node)
    {
        foreach (var declarator in node.Declarations)
        {
            Visit(declarator.Init);
            Visit(declarator.Id);
            Emit(declarator);
        }
    }

    public override void VisitFunctionDeclaration(FunctionDeclaration node)
    {
        // It is made where its block begins.
    }

    public override void VisitClassDeclaration(ClassDeclaration node) => VisitClass(node, node);

    public override void VisitDirective(Directive node)
    {
        // It is not evaluated.
    }

    public override void VisitImportDeclaration(ImportDeclaration node)
    {
        // What it names is there before the module runs.
    }

    public override void VisitExportAllDeclaration(ExportAllDeclaration node)
    {
        // Nothing of it is evaluated.
    }

    public override void VisitExportNamedDeclaration(ExportNamedDeclaration node) => Visit(node.Declaration);

    /// <summary>Emits the functions that a block declares: they are made when it is entered.</summary>
    private void EmitFunctions(NodeList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (DeclaredFunction(statement) is { } function)
            {
                Emit(function);
            }
        }
    }

    private static FunctionDeclaration? DeclaredFunction(Node? statement)
    {
        while (statement is LabeledStatement labeled)
        {
            statement = labeled.Body;
        }

        return statement switch
        {
            FunctionDeclaration function => function,
            ExportNamedDeclaration export => export.Declaration as FunctionDeclaration,
            ExportDefaultDeclaration export => export.Declaration as FunctionDeclaration,
            _ => null,
        };
    }

    private void VisitArm(Statement arm, BasicBlock start, BasicBlock after)
    {
        Continue(start);
        VisitNested(arm);
        Connect(after, leaves: arm);
    }

    /// <summary>Visits a statement that is a block of its own, even where it is just a function.</summary>
    private void VisitNested(Statement statement)
    {
        if (statement is FunctionDeclaration function)
        {
            Emit(function);
        }
        else
        {
            Visit(statement);
        }
    }

    private void VisitTests(SwitchStatement node, BasicBlock[] bodies, BasicBlock after)
    {
        var last = after;
        for (var i = 0; i < bodies.Length; i++)
        {
            var @case = node.Cases[i];
            if (@case.Test is null)
            {
                last = bodies[i];
                continue;
            }

            Visit(@case.Test);
            Connect(bodies[i], FlowEdgeKind.True, @case);
            var next = NewBlock();
            Connect(next, FlowEdgeKind.False, @case);
            Continue(next);
        }

        Connect(last);
    }

    private List<string>? TakeLabels()
    {
        var labels = _labels;
        _labels = null;
        return labels;
    }
}
