using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <content>Jumps, returns and exceptions, and the <c>finally</c> that they pass through.</content>
internal sealed partial class FlowGraphBuilder
{
    // More ways than that into one `finally`, or more blocks in all, and what comes after shares one copy of it. Nested
    // copies would otherwise grow with the power of their depth.
    private const int MostCopies = 16;
    private const int MostBlocksForCopies = 20_000;

    // What an exception does here; worked out once as long as the context does not change.
    private Completion? _uncaught;
    private FlowContext? _uncaughtContext;

    public override void VisitReturnStatement(ReturnStatement node)
    {
        Visit(node.Argument);
        Emit(node);
        End(PathEndKind.Return, node, FlowEdgeKind.Return);
    }

    public override void VisitThrowStatement(ThrowStatement node)
    {
        Visit(node.Argument);
        Emit(node);
        if (Uncaught() is { StopAt: not null } caught)
        {
            Go(caught, FlowEdgeKind.Throw, node, node);
            Continue(NewBlock());
        }
        else
        {
            End(PathEndKind.Throw, node, FlowEdgeKind.Throw);
        }
    }

    public override void VisitBreakStatement(BreakStatement node)
    {
        Emit(node);
        if (FindTarget(node.Label, false) is { BreakTarget: { } target } context)
        {
            Go(new Completion(target, context), FlowEdgeKind.Jump, null, node);
            Continue(NewBlock());
        }
    }

    public override void VisitContinueStatement(ContinueStatement node)
    {
        Emit(node);
        if (FindTarget(node.Label, true) is { ContinueTarget: { } target } context)
        {
            Go(new Completion(target, context), FlowEdgeKind.Jump, null, node);
            Continue(NewBlock());
        }
    }

    /// <summary>The statement that a <c>break</c> or <c>continue</c> speaks of; null where there is none, which is an error of the source.</summary>
    private JumpContext? FindTarget(Identifier? label, bool isContinue)
    {
        for (var context = _context; context is not null; context = context.Parent)
        {
            if (context is not JumpContext jump)
            {
                continue;
            }

            var matches = label is null
                ? (isContinue ? jump.ContinueTarget is not null : !jump.NeedsLabel)
                : jump.HasLabel(label.Name);
            if (matches)
            {
                return jump;
            }
        }

        return null;
    }

    private void End(PathEndKind kind, Node node, FlowEdgeKind edge)
    {
        var end = new PathEnd(kind, node);
        _ends.Add(end);
        Go(new Completion(kind == PathEndKind.Throw ? _exceptionalExit : _exit, null, end), edge, null, node);
        Continue(NewBlock());
    }

    private Completion Uncaught()
    {
        if (_uncaught is not null && ReferenceEquals(_uncaughtContext, _context))
        {
            return _uncaught;
        }

        var context = _context;
        while (context is not null and not CatchContext)
        {
            context = context.Parent;
        }

        _uncaughtContext = _context;
        return _uncaught = new Completion((context as CatchContext)?.Handler ?? _exceptionalExit, context);
    }

    /// <summary>Leads from the current block to where a completion leads, through each <c>finally</c> on the way.</summary>
    private void Go(Completion completion, FlowEdgeKind kind, Node? condition, Node? leaves)
    {
        if (_current.Incoming.Count == 0 && !ReferenceEquals(_current, _entry))
        {
            // Behind a jump. What can't be reached is not worth copies, nor are its ends.
            return;
        }

        for (var context = _context; !ReferenceEquals(context, completion.StopAt); context = context!.Parent)
        {
            if (context is FinallyContext @finally)
            {
                EnterFinally(@finally, completion, kind, condition, leaves);
                return;
            }
        }

        Connect(completion.Target, kind, condition, leaves);
        if (completion.End is { } end)
        {
            end.Block = _current;
        }
    }

    /// <summary>Leads from the current block into the copy of a <c>finally</c> that resumes a completion.</summary>
    private void EnterFinally(FinallyContext @finally, Completion completion, FlowEdgeKind kind, Node? condition, Node? leaves)
    {
        if (@finally.Copies.TryGetValue(completion.Key, out var known))
        {
            Connect(known, kind, condition, leaves);
            return;
        }

        var mayCopy = @finally.Copies.Count < MostCopies && _blocks.Count < MostBlocksForCopies;
        var first = mayCopy ? NewBlock() : @finally.SharedFirst ?? NewBlock();
        @finally.Copies.Add(completion.Key, first);
        Connect(first, kind, condition, leaves);

        var saved = (_current, _isClosed, _context, _chainEnd);
        _context = @finally.Parent;
        if (mayCopy)
        {
            Continue(first);
            Visit(@finally.Finalizer);
        }
        else
        {
            ContinueAtEndOfShared(@finally, first);
        }

        Resume(completion);
        (_current, _isClosed, _context, _chainEnd) = saved;
    }

    private void ContinueAtEndOfShared(FinallyContext @finally, BasicBlock first)
    {
        if (@finally.SharedLast is null)
        {
            @finally.SharedFirst = first;
            Continue(first);
            Visit(@finally.Finalizer);

            // An empty last block of its own, to which further ways out can be added.
            @finally.SharedLast = NewBlock();
            if (_current.Incoming.Count > 0)
            {
                Connect(@finally.SharedLast);
            }
        }

        Continue(@finally.SharedLast);
    }

    private void Resume(Completion completion)
    {
        if (StackGuard.HasRoom())
        {
            Go(completion, FlowEdgeKind.Resume, null, null);
        }
        else
        {
            StackGuard.Run(() => Go(completion, FlowEdgeKind.Resume, null, null));
        }
    }
}
