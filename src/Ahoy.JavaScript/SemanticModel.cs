using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript;

/// <summary>
/// What can be asked about a program beyond its tree. Each answer is made when it is first asked for, kept, and may be asked
/// for from any thread.
/// </summary>
public sealed class SemanticModel
{
    private readonly Lazy<ScopeTree> _scopes;
    private readonly Lazy<ParentMap> _parents;
    private readonly Dictionary<Node, FlowGraph> _graphs = [];

    /// <summary>Makes the model of a program.</summary>
    public SemanticModel(Program program)
    {
        Program = program ?? throw new ArgumentNullException(nameof(program));
        _scopes = new Lazy<ScopeTree>(() => ScopeTree.Create(program));
        _parents = new Lazy<ParentMap>(() => ParentMap.Create(program));
    }

    /// <summary>The program.</summary>
    public Program Program { get; }

    /// <summary>Its scopes, variables and references.</summary>
    public ScopeTree Scopes => _scopes.Value;

    /// <summary>The parents of its nodes.</summary>
    public ParentMap Parents => _parents.Value;

    /// <summary>The control flow of a function (see <see cref="IFunction"/>), the program, a static block or a field.</summary>
    /// <exception cref="ArgumentException">The node is none of these.</exception>
    public FlowGraph GraphOf(Node owner)
    {
        lock (_graphs)
        {
            if (!_graphs.TryGetValue(owner, out var graph))
            {
                _graphs.Add(owner, graph = FlowGraph.Create(owner));
            }

            return graph;
        }
    }

    /// <summary>What becomes of a function where it stands: which call receives it, or what it is stored in.</summary>
    public FunctionUse UseOf(IFunction function) => FunctionUse.Of(function, Parents);
}
