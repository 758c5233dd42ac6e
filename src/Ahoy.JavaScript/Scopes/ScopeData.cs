using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>What the builder keeps of a scope. Scopes stand in the order of the source, each before those in it.</summary>
internal struct ScopeData
{
    public Node Node;

    /// <summary>Where names begin to be looked up here: behind a function's name, behind what a <c>switch</c> examines.</summary>
    public int Start;
    public int Parent;

    /// <summary>The bindings of one scope stand together, <c>arguments</c> alone excepted.</summary>
    public int FirstBinding;
    public int BindingCount;
    public int Arguments;
    public ScopeKind Kind;
    public ScopeFlags Flags;
}
