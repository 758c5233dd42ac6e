using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Knows which variables the functions of a file use, and so which functions can reach the callback.</summary>
internal sealed class Closures
{
    private readonly SourceFile _source;
    private readonly OriginFinder _origins;
    private readonly Reference[] _references;
    private readonly Dictionary<IFunction, IReadOnlyList<Binding>> _used = [];
    private readonly Dictionary<Binding, IReadOnlyList<IFunction>> _otherChangers = [];
    private readonly Dictionary<Binding, bool> _tested = [];
    private readonly Dictionary<Binding, bool> _takenApart = [];
    private readonly Dictionary<Binding, bool> _writtenElsewhere = [];

    public Closures(SourceFile source)
    {
        _source = source;
        _origins = OriginFinder.Of(source);
        _references = [.. source.Scopes.References];
    }

    /// <summary>Whether a function may call the callback, by itself or by what it calls.</summary>
    public bool Reaches(IFunction function, PathState state) => Reaches(function, state, []);

    /// <summary>
    /// Whether a variable is written by code that can reach the callback and runs at another time than the function that declares
    /// it: a flag that says "answered already", a counter of what is still to come.
    /// </summary>
    /// <param name="binding">The variable.</param>
    /// <param name="state">The path on which it is asked.</param>
    /// <param name="root">The function that the path begins in, which runs once.</param>
    public bool IsShared(Binding binding, PathState state, IFunction root)
    {
        foreach (var user in OtherChangersOf(binding))
        {
            if (!ReferenceEquals(user, root) && IsReachedBetween(user, binding.Scope.Function, state))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some function other than the one that declares a variable writes it.</summary>
    public bool IsWrittenElsewhere(Binding binding)
    {
        if (!_writtenElsewhere.TryGetValue(binding, out var written))
        {
            var owner = binding.Scope.Function;
            written = binding.References.Any(reference => reference.IsWrite && !ReferenceEquals(UserOf(reference), owner));
            _writtenElsewhere.Add(binding, written);
        }

        return written;
    }

    /// <summary>Whether a variable's value decides a condition somewhere, so that it is worth knowing.</summary>
    public bool IsTested(Binding binding)
    {
        if (!_tested.TryGetValue(binding, out var tested))
        {
            tested = binding.References.Any(reference => IsInTest(reference.Identifier));
            _tested.Add(binding, tested);
        }

        return tested;
    }

    /// <summary>Whether members are read off a variable in a way that fails where it holds nothing.</summary>
    public bool IsTakenApart(Binding binding)
    {
        if (!_takenApart.TryGetValue(binding, out var takenApart))
        {
            takenApart = binding.References.Any(reference =>
                _source.Nodes.ParentOf(reference.Identifier) is MemberExpression { Optional: false } member
                && ReferenceEquals(member.Object, reference.Identifier));
            _takenApart.Add(binding, takenApart);
        }

        return takenApart;
    }

    /// <summary>The variables that a node names.</summary>
    public IEnumerable<Binding> BindingsIn(Node node)
    {
        for (var i = FirstFrom(node.Start); i < _references.Length && _references[i].Identifier.End <= node.End; i++)
        {
            if (_references[i].Binding is { } binding)
            {
                yield return binding;
            }
        }
    }

    private bool Reaches(IFunction function, PathState state, HashSet<IFunction> seen)
    {
        if (!seen.Add(function))
        {
            return false;
        }

        foreach (var binding in UsedBy(function))
        {
            if (state.Values.TryGet(binding, out var value))
            {
                if (value is CallbackValue or OutsideValue || (value is FunctionValue held && Reaches(held.Function, state, seen)))
                {
                    return true;
                }
            }
            else if (FunctionIn(binding) is { } other && Reaches(other, state, seen))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The function that a variable always holds.</summary>
    private IFunction? FunctionIn(Binding binding) => binding.Declaration switch
    {
        FunctionDeclaration function when binding.Kind == BindingKind.Function => function,
        VariableDeclarator => _origins.BodyOf(binding.ConstantValue),
        _ => null,
    };

    private IReadOnlyList<Binding> UsedBy(IFunction function)
    {
        if (!_used.TryGetValue(function, out var used))
        {
            used = [.. BindingsIn((Node)function).Distinct()];
            _used.Add(function, used);
        }

        return used;
    }

    /// <summary>The functions that change a variable, or a member of what it holds, and are not the one that declares it.</summary>
    private IReadOnlyList<IFunction> OtherChangersOf(Binding binding)
    {
        if (_otherChangers.TryGetValue(binding, out var known))
        {
            return known;
        }

        var changers = new List<IFunction>();
        if (binding.Kind is not (BindingKind.Function or BindingKind.Class or BindingKind.Import))
        {
            var owner = binding.Scope.Function;
            foreach (var reference in binding.References)
            {
                if (UserOf(reference) is { } user && !ReferenceEquals(user, owner) && !changers.Contains(user) && IsChange(reference))
                {
                    changers.Add(user);
                }
            }
        }

        _otherChangers.Add(binding, changers);
        return changers;
    }

    private bool IsReachedBetween(IFunction inner, IFunction? outer, PathState state)
    {
        for (var function = inner; function is not null && !ReferenceEquals(function, outer); function = _source.Nodes.FunctionOf((Node)function))
        {
            if (Reaches(function, state))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The function that uses a variable; the steps that a compiler has cut a function into are part of that one.</summary>
    private IFunction? UserOf(Reference reference)
    {
        var user = reference.Scope.Function;
        return user is not null && _source.Nodes.ParentOf((Node)user) is CallExpression call && Steps.AreIn(call) ? _source.Nodes.FunctionOf((Node)user) : user;
    }

    /// <summary>Whether a reference changes the variable, or a member of what it holds.</summary>
    private bool IsChange(Reference reference)
    {
        if (reference.IsWrite)
        {
            return true;
        }

        Node node = reference.Identifier;
        while (_source.Nodes.ParentOf(node) is MemberExpression member && ReferenceEquals(member.Object, node))
        {
            node = member;
        }

        return !ReferenceEquals(node, reference.Identifier) && _source.Nodes.ParentOf(node) switch
        {
            AssignmentExpression assignment => ReferenceEquals(assignment.Left, node),
            UpdateExpression => true,
            _ => false,
        };
    }

    private bool IsInTest(Node node)
    {
        while (_source.Nodes.ParentOf(node) is { } parent)
        {
            switch (parent)
            {
                case IfStatement branch:
                    return ReferenceEquals(branch.Test, node);
                case WhileStatement loop:
                    return ReferenceEquals(loop.Test, node);
                case DoWhileStatement loop:
                    return ReferenceEquals(loop.Test, node);
                case ForStatement loop:
                    return ReferenceEquals(loop.Test, node);
                case SwitchStatement choice:
                    return ReferenceEquals(choice.Discriminant, node);
                case ConditionalExpression choice when ReferenceEquals(choice.Test, node):
                case LogicalExpression logical when ReferenceEquals(logical.Left, node):
                    return true;
                case Statement or IFunction or VariableDeclarator:
                    return false;
            }

            node = parent;
        }

        return false;
    }

    private int FirstFrom(int start)
    {
        var low = 0;
        var high = _references.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_references[middle].Identifier.Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
