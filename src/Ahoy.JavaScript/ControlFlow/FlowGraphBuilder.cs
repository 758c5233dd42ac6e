using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>Builds a <see cref="FlowGraph"/> in one walk over the code of its owner.</summary>
internal sealed partial class FlowGraphBuilder : NodeVisitor
{
    private readonly List<BasicBlock> _blocks = [];
    private readonly List<PathEnd> _ends = [];
    private readonly BasicBlock _entry;
    private readonly BasicBlock _exit;
    private readonly BasicBlock _exceptionalExit;
    private readonly bool _isGenerator;

    private BasicBlock _current;

    // The last node of the current block may throw, so the next node begins another. Until there is one, what the block leads
    // to can be connected to it directly.
    private bool _isClosed;
    private FlowContext? _context;

    private FlowGraphBuilder(bool isGenerator)
    {
        _isGenerator = isGenerator;
        _current = _entry = NewBlock();
        _exit = NewBlock();
        _exceptionalExit = NewBlock();
    }

    public static FlowGraph Build(Node owner)
    {
        var builder = new FlowGraphBuilder(owner is IFunction { Generator: true });
        switch (owner)
        {
            case null:
                throw new ArgumentNullException(nameof(owner));
            case Program program:
                builder.BuildBody(program, program.Body);
                break;
            case StaticBlock block:
                builder.BuildBody(block, block.Body);
                break;
            case PropertyDefinition field:
                builder.BuildField(field);
                break;
            case IFunction function:
                builder.BuildFunction(function);
                break;
            default:
                throw new ArgumentException($"A {owner.Type} has no control flow of its own.", nameof(owner));
        }

        return builder.Finish(owner);
    }

    private void BuildFunction(IFunction function)
    {
        Visit(function.Params);
        if (function.Body is BlockStatement body)
        {
            BuildBody(body, body.Body);
        }
        else
        {
            Visit(function.Body);
            End(PathEndKind.Return, function.Body, FlowEdgeKind.Return);
        }
    }

    private void BuildField(PropertyDefinition field)
    {
        Visit(field.Value);
        End(PathEndKind.EndOfBody, field, FlowEdgeKind.Normal);
    }

    private void BuildBody(Node body, NodeList<Statement> statements)
    {
        EmitFunctions(statements);
        Visit(statements);
        End(PathEndKind.EndOfBody, body, FlowEdgeKind.Normal);
    }

    private FlowGraph Finish(Node owner)
    {
        var blocks = BlockOrder.Sort(_entry, _blocks);
        var ends = _ends.Where(end => end.Block is { IsReachable: true }).OrderBy(end => end.Node.End).ToArray();
        return new FlowGraph(owner, _entry, _exit, _exceptionalExit, blocks, ends);
    }

    private BasicBlock NewBlock()
    {
        var block = new BasicBlock();
        _blocks.Add(block);
        return block;
    }

    /// <summary>Goes on in another block.</summary>
    private void Continue(BasicBlock block)
    {
        _current = block;
        _isClosed = false;
    }

    private void Connect(BasicBlock target, FlowEdgeKind kind = FlowEdgeKind.Normal, Node? condition = null, Node? leaves = null) =>
        _current.ConnectTo(target, kind, condition, leaves);

    private void Emit(Node node)
    {
        if (_isClosed)
        {
            var next = NewBlock();
            Connect(next);
            Continue(next);
        }

        _current.Add(node);
    }

    /// <summary>Emits a node that may throw.</summary>
    private void EmitThrowing(Node node)
    {
        Emit(node);
        Go(Uncaught(), FlowEdgeKind.Exception, node, null);
        _isClosed = true;
    }

    private void Emit(Node node, bool mayThrow)
    {
        if (mayThrow)
        {
            EmitThrowing(node);
        }
        else
        {
            Emit(node);
        }
    }
}
