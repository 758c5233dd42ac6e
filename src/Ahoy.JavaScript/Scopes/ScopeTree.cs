using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>
/// The scopes, variables and references of a program. It never changes and may be used from any thread. What it gives out
/// (<see cref="Scope"/>, <see cref="Binding"/>) is made when it is first asked for, and the same object each time.
/// </summary>
public sealed class ScopeTree
{
    internal readonly ScopeData[] ScopeTable;
    internal readonly BindingData[] BindingTable;
    internal readonly ReferenceData[] ReferenceTable;
    private readonly Scope?[] _scopes;
    private Binding?[]? _bindings;
    private ReferenceIndex? _index;
    private IReadOnlyList<FreeVariable>? _freeVariables;

    internal ScopeTree(Program program, ScopeData[] scopes, BindingData[] bindings, ReferenceData[] references)
    {
        Program = program;
        ScopeTable = scopes;
        BindingTable = bindings;
        ReferenceTable = references;
        _scopes = new Scope?[scopes.Length];
    }

    /// <summary>The program.</summary>
    public Program Program { get; }

    /// <summary>The scope of the top level.</summary>
    public Scope Root => ScopeAt(0);

    /// <summary>How many scopes there are.</summary>
    public int ScopeCount => ScopeTable.Length;

    /// <summary>All scopes, in the order of the source; each comes before those in it.</summary>
    public IEnumerable<Scope> Scopes => Enumerable.Range(0, ScopeTable.Length).Select(ScopeAt);

    /// <summary>All identifiers that name variables, in the order of the source, declarations included.</summary>
    public IEnumerable<Reference> References => Enumerable.Range(0, ReferenceTable.Length).Select(i => new Reference(this, i));

    /// <summary>The names that the program uses without declaring them, each with its references, in the order of their first use.</summary>
    public IReadOnlyList<FreeVariable> FreeVariables => _freeVariables ??= FreeVariable.Collect(this);

    internal ReferenceIndex Index => _index ??= ReferenceIndex.Create(BindingTable.Length, ReferenceTable);

    /// <summary>Finds the scopes, variables and references of a program.</summary>
    public static ScopeTree Create(Program program) => ScopeBuilder.Build(program ?? throw new ArgumentNullException(nameof(program)));

    /// <summary>What an identifier does with which variable; null where it names none (a property, a label).</summary>
    public Reference? ReferenceOf(Identifier identifier)
    {
        // Names without a width may share their place with another.
        for (var i = FirstReferenceFrom(identifier.Start); i < ReferenceTable.Length && ReferenceTable[i].Identifier.Start == identifier.Start; i++)
        {
            if (ReferenceEquals(ReferenceTable[i].Identifier, identifier))
            {
                return new Reference(this, i);
            }
        }

        return null;
    }

    /// <summary>
    /// The variable that an identifier names; null where it names none, or one that the program does not declare. An expression
    /// that is no identifier has none.
    /// </summary>
    public Binding? BindingOf(Node? node) => node is Identifier identifier ? ReferenceOf(identifier)?.Binding : null;

    /// <summary>Whether an expression is an identifier that names a variable which the program does not declare: <c>require</c>.</summary>
    public bool IsFree(Node? node, string name) =>
        node is Identifier identifier && identifier.Name == name && ReferenceOf(identifier) is { Binding: null };

    /// <summary>
    /// The scope that a node opens; null where it opens none. A block that declares nothing opens none. Of a function it is
    /// the one that has the parameters.
    /// </summary>
    public Scope? ScopeOf(Node node)
    {
        for (var i = FirstScopeFrom(node.Start); i < ScopeTable.Length && ScopeTable[i].Start <= node.End; i++)
        {
            if (ReferenceEquals(ScopeTable[i].Node, node) && ScopeTable[i].Kind != ScopeKind.FunctionName)
            {
                return ScopeAt(i);
            }
        }

        return null;
    }

    /// <summary>The innermost scope that a node stands in, which is not one that it opens itself.</summary>
    public Scope EnclosingScope(Node node)
    {
        var i = FirstScopeFrom(node.Start + 1) - 1;
        while (i > 0 && !IsAround(ScopeTable[i], node))
        {
            i = ScopeTable[i].Parent;
        }

        return ScopeAt(Math.Max(i, 0));
    }

    /// <summary>
    /// The function whose code a node is part of; null at the top level and in a class's field or static block there. A function
    /// is not in itself, its parameters are.
    /// </summary>
    public IFunction? EnclosingFunction(Node node) => EnclosingScope(node).Function;

    /// <summary>
    /// Whether a function uses a variable from outside of it, in itself or in functions within it; also where a
    /// <c>eval</c> in it might.
    /// </summary>
    public bool Captures(IFunction function, Binding binding)
    {
        if (ScopeOf((Node)function) is not { } scope || IsInside(binding.Scope, scope))
        {
            return false;
        }

        if (scope.ContainsDirectEval && IsInside(scope, binding.Scope))
        {
            return true;
        }

        foreach (var reference in binding.References)
        {
            if (reference.Identifier.Start >= function.Start && reference.Identifier.End <= function.End)
            {
                return true;
            }
        }

        return false;
    }

    internal Scope ScopeAt(int index) => _scopes[index]
        ?? Interlocked.CompareExchange(ref _scopes[index], new Scope(this, index), null)
        ?? _scopes[index]!;

    internal Binding BindingAt(int index)
    {
        var bindings = _bindings ?? Interlocked.CompareExchange(ref _bindings, new Binding?[BindingTable.Length], null) ?? _bindings!;
        return bindings[index] ?? Interlocked.CompareExchange(ref bindings[index], new Binding(this, index), null) ?? bindings[index]!;
    }

    private static bool IsInside(Scope inner, Scope outer)
    {
        for (var scope = inner; scope is not null; scope = scope.Parent)
        {
            if (ReferenceEquals(scope, outer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAround(in ScopeData scope, Node node)
    {
        var opener = scope.Node;
        return node.Start >= scope.Start && node.End <= opener.End
            && !ReferenceEquals(node, opener)
            && !(node.Start == opener.Start && node.End == opener.End);
    }

    private int FirstReferenceFrom(int start)
    {
        var low = 0;
        var high = ReferenceTable.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (ReferenceTable[middle].Identifier.Start < start)
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

    private int FirstScopeFrom(int start)
    {
        var low = 0;
        var high = ScopeTable.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (ScopeTable[middle].Start < start)
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
