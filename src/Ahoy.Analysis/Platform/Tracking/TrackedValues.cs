using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>
/// Tells which expressions are a certain object, or what stands at the end of a path of properties below it
/// (<c>event</c> → <c>request</c> → <c>headers</c>): through variables, destructuring, default values
/// (<c>event.request || {}</c>), and functions of the file that get one of them.
/// </summary>
/// <remarks>They take notes of what they have found out, so that an instance is not for several threads: make one for each check.</remarks>
internal abstract class TrackedValues
{
    /// <summary>What an expression is that is something else, or not known.</summary>
    public const int None = -1;

    /// <summary>Nobody writes what is nested deeper than this; but generated code does, and the stack has an end.</summary>
    private const int MaxDepth = 100;

    private readonly string[] _path;
    private readonly Dictionary<Binding, int> _variables = [];
    private int _depth;

    protected TrackedValues(SourceFile file, params string[] path)
    {
        File = file;
        _path = path;
    }

    /// <summary>The number of steps from the object to the end of the path.</summary>
    public int End => _path.Length;

    protected SourceFile File { get; }

    /// <summary>Whether an expression is what stands at the end of the path; the object itself, where the path is empty.</summary>
    public bool Is(Node? expression) => Of(expression) == End;

    /// <summary>How many steps along the path an expression is; zero for the object itself, <see cref="None"/> for anything else.</summary>
    public int Of(Node? expression)
    {
        if (_depth == MaxDepth)
        {
            return None;
        }

        _depth++;
        var value = OfUnchained(expression.Unchained());
        _depth--;
        return value;
    }

    /// <summary>What a property of a value is.</summary>
    public int Member(int value, string? name) =>
        value >= 0 && value < _path.Length && _path[value] == name ? value + 1 : None;

    /// <summary>What a function gets as a parameter.</summary>
    public int OfParameter(IFunction function, int index)
    {
        if (IsRootParameter(function, function.Params[index].WithoutDefault()))
        {
            return 0;
        }

        foreach (var call in LocalFunctions.Of(File).CallsOf(function))
        {
            if (call.Arguments.ArgumentAt(index) is { } argument && !argument.IsIn((Node)function) && Of(argument) is var value and not None)
            {
                return value;
            }
        }

        return None;
    }

    /// <summary>Whether an expression makes the object.</summary>
    protected virtual bool IsRoot(Node expression) => false;

    /// <summary>Whether a parameter is the object.</summary>
    protected virtual bool IsRootParameter(IFunction function, Node pattern) => false;

    private int OfUnchained(Node? value)
    {
        if (value is not null && IsRoot(value))
        {
            return 0;
        }

        return value switch
        {
            Identifier name => File.Scopes.BindingOf(name) is { } variable ? OfVariable(variable) : None,
            MemberExpression member => _path.Length == 0 ? None : Member(Of(member.Object), File.Constants.NameOf(member)),
            LogicalExpression { Operator: "&&" } and => Of(and.Right),
            LogicalExpression or => Either(or.Left, or.Right),
            ConditionalExpression choice => Either(choice.Consequent, choice.Alternate),
            AssignmentExpression { Operator: "=" } assignment => Of(assignment.Right),
            _ => None,
        };
    }

    private int Either(Node first, Node second) => Of(first) is var value and not None ? value : Of(second);

    private int OfVariable(Binding variable)
    {
        if (_variables.TryGetValue(variable, out var known))
        {
            return known;
        }

        // A variable that is made of itself ends here.
        _variables[variable] = None;
        var value = variable.Declaration switch
        {
            IFunction function when variable.Kind == BindingKind.Parameter => OfParameterVariable(function, variable),
            VariableDeclarator { Init: null, Id: Identifier } => OfAssigned(variable),
            VariableDeclarator declarator => InPattern(declarator.Id, Of(declarator.Init), variable),
            _ => None,
        };
        _variables[variable] = value;
        return _variables[variable] = OnlyHolds(variable, value) ? value : None;
    }

    /// <summary>What a variable that begins empty gets first: <c>let headers; if (…) headers = event.request.headers</c>.</summary>
    private int OfAssigned(Binding variable)
    {
        foreach (var reference in variable.References)
        {
            if (reference.IsWrite && File.Nodes.ParentOf(reference.Identifier) is AssignmentExpression { Operator: "=" } assignment)
            {
                return ReferenceEquals(assignment.Left, reference.Identifier) ? Of(assignment.Right) : None;
            }
        }

        return None;
    }

    private int OfParameterVariable(IFunction function, Binding variable)
    {
        for (var i = 0; i < function.Params.Count; i++)
        {
            var pattern = function.Params[i].WithoutDefault();
            if (variable.Identifier is { } name && name.IsIn(pattern))
            {
                return pattern is RestElement ? None : InPattern(pattern, OfParameter(function, i), variable);
            }
        }

        return None;
    }

    /// <summary>Whether a variable never gets something else: what it is set to later is the same thing.</summary>
    private bool OnlyHolds(Binding variable, int value)
    {
        if (value == None)
        {
            return false;
        }

        foreach (var reference in variable.References)
        {
            if (reference is { IsWrite: true, IsInitializer: false }
                && !(File.Nodes.ParentOf(reference.Identifier) is AssignmentExpression assignment
                    && ReferenceEquals(assignment.Left, reference.Identifier)
                    && Of(assignment.Right) == value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the variable gets where a value is taken apart by a pattern.</summary>
    private int InPattern(Node pattern, int value, Binding variable)
    {
        switch (pattern.WithoutDefault())
        {
            case Identifier name:
                return ReferenceEquals(name, variable.Identifier) ? value : None;
            case ObjectPattern taken when value != None:
                foreach (var property in taken.Properties.OfType<Property>())
                {
                    if (variable.Identifier is { } identifier && identifier.IsIn(property.Value))
                    {
                        return InPattern(property.Value, Member(value, File.Constants.NameOf(property)), variable);
                    }
                }

                return None;
            default:
                return None;
        }
    }
}
