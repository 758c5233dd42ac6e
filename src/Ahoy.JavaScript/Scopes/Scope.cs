using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>A part of a program that has variables of its own.</summary>
public sealed class Scope
{
    private readonly ScopeTree _tree;
    private readonly int _index;
    private IReadOnlyList<Binding>? _bindings;

    internal Scope(ScopeTree tree, int index)
    {
        _tree = tree;
        _index = index;
    }

    /// <summary>What makes it a scope.</summary>
    public ScopeKind Kind => Data.Kind;

    /// <summary>The node that opens it.</summary>
    public Node Node => Data.Node;

    /// <summary>The scope around it; null for the top level.</summary>
    public Scope? Parent => Data.Parent < 0 ? null : _tree.ScopeAt(Data.Parent);

    /// <summary>The scopes directly in it, in the order of the source.</summary>
    public IEnumerable<Scope> Children
    {
        get
        {
            // Scopes stand before those in them, so the first whose parent is further out ends this one.
            for (var i = _index + 1; i < _tree.ScopeCount && _tree.ScopeTable[i].Parent >= _index; i++)
            {
                if (_tree.ScopeTable[i].Parent == _index)
                {
                    yield return _tree.ScopeAt(i);
                }
            }
        }
    }

    /// <summary>The variables that it declares, in the order of their declarations; a function's <c>arguments</c> last, if it is used.</summary>
    public IReadOnlyList<Binding> Bindings => _bindings ??= CollectBindings();

    /// <summary>Whether its code is strict.</summary>
    public bool IsStrict => (Data.Flags & ScopeFlags.Strict) != 0;

    /// <summary>Whether a call <c>eval(…)</c> stands in it or in a scope below it, so that its variables may be used in ways not seen.</summary>
    public bool ContainsDirectEval => (Data.Flags & ScopeFlags.ContainsDirectEval) != 0;

    /// <summary>
    /// Whether names that are looked up through it may turn out to be something else than the tree says: a <c>with</c>, or a
    /// function in which a sloppy <c>eval(…)</c> may declare variables.
    /// </summary>
    public bool IsDynamic => Data.Kind == ScopeKind.With || (Data.Flags & ScopeFlags.TakesVarsOfEval) != 0;

    /// <summary>
    /// The function whose code it is part of: its own for a function's scopes; null at the top level and in a class's field or
    /// static block, which are evaluated apart.
    /// </summary>
    public IFunction? Function
    {
        get
        {
            for (var i = _index; i >= 0; i = _tree.ScopeTable[i].Parent)
            {
                switch (_tree.ScopeTable[i].Kind)
                {
                    case ScopeKind.Function:
                        return (IFunction)_tree.ScopeTable[i].Node;
                    case ScopeKind.ClassField:
                    case ScopeKind.ClassStaticBlock:
                        return null;
                }
            }

            return null;
        }
    }

    internal int Index => _index;

    private ref ScopeData Data => ref _tree.ScopeTable[_index];

    /// <summary>The variable of a name that this scope itself declares.</summary>
    public Binding? Find(string name)
    {
        foreach (var binding in Bindings)
        {
            if (binding.Name == name)
            {
                return binding;
            }
        }

        return null;
    }

    /// <summary>The variable that a name means here; null where the program declares none.</summary>
    public Binding? Resolve(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Find(name) is { } binding)
            {
                return binding;
            }
        }

        return null;
    }

    private Binding[] CollectBindings()
    {
        ref var data = ref Data;
        var bindings = new Binding[data.BindingCount + (data.Arguments >= 0 ? 1 : 0)];
        for (var i = 0; i < data.BindingCount; i++)
        {
            bindings[i] = _tree.BindingAt(data.FirstBinding + i);
        }

        if (data.Arguments >= 0)
        {
            bindings[data.BindingCount] = _tree.BindingAt(data.Arguments);
        }

        return bindings;
    }
}
