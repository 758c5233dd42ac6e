using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Infrastructure.Vocabulary.Requests;

/// <summary>
/// Tells which expressions are the <c>event</c>, its <c>request</c> or the request's <c>headers</c>: through variables,
/// destructuring, default values (<c>event.request || {}</c>), and functions of the file that get one of them.
/// </summary>
/// <remarks>
/// The event is the handler's second parameter, and any parameter that is called <c>event</c>: that is what libraries and
/// wrappers call it.
/// </remarks>
internal sealed class RequestValues
{
    private const string EventName = "event";

    private readonly SourceFile _file;
    private readonly Dictionary<Binding, RequestValue> _variables = [];

    public RequestValues(SourceFile file) => _file = file;

    /// <summary>What an expression is.</summary>
    public RequestValue Of(Node? expression)
    {
        switch (expression.Unchained())
        {
            case Identifier name:
                return _file.Scopes.BindingOf(name) is { } variable ? OfVariable(variable) : RequestValue.None;
            case MemberExpression member:
                return Of(member.Object) is var value and not RequestValue.None ? Member(value, _file.Constants.NameOf(member)) : RequestValue.None;
            case LogicalExpression { Operator: "&&" } and:
                return Of(and.Right);
            case LogicalExpression or:
                return Either(or.Left, or.Right);
            case ConditionalExpression choice:
                return Either(choice.Consequent, choice.Alternate);
            case AssignmentExpression { Operator: "=" } assignment:
                return Of(assignment.Right);
            default:
                return RequestValue.None;
        }
    }

    /// <summary>What a property of a value is.</summary>
    public static RequestValue Member(RequestValue value, string? name) => (value, name) switch
    {
        (RequestValue.Event, "request") => RequestValue.Request,
        (RequestValue.Request, "headers") => RequestValue.Headers,
        _ => RequestValue.None,
    };

    /// <summary>What a function gets as a parameter.</summary>
    public RequestValue OfParameter(IFunction function, int index)
    {
        var pattern = function.Params[index].WithoutDefault();
        if (pattern is Identifier { Name: EventName })
        {
            return RequestValue.Event;
        }

        if (_file.Handlers.Of(function) is { Event: { } handlersEvent } && ReferenceEquals(handlersEvent, pattern))
        {
            return RequestValue.Event;
        }

        return LocalFunctions.Of(_file).CallsOf(function)
            .Select(call => Of(call.Arguments.ArgumentAt(index)))
            .FirstOrDefault(value => value != RequestValue.None);
    }

    private RequestValue Either(Node first, Node second) => Of(first) is var value and not RequestValue.None ? value : Of(second);

    private RequestValue OfVariable(Binding variable)
    {
        if (_variables.TryGetValue(variable, out var known))
        {
            return known;
        }

        // A variable that is made of itself ends here.
        _variables[variable] = RequestValue.None;
        var value = variable.Declaration switch
        {
            IFunction function when variable.Kind == BindingKind.Parameter => OfParameterVariable(function, variable),
            VariableDeclarator declarator when OnlyHolds(variable, declarator) => InPattern(declarator.Id, Of(declarator.Init), variable),
            _ => RequestValue.None,
        };
        _variables[variable] = value;
        return value;
    }

    private RequestValue OfParameterVariable(IFunction function, Binding variable)
    {
        for (var i = 0; i < function.Params.Count; i++)
        {
            var pattern = function.Params[i].WithoutDefault();
            if (variable.Identifier is { } name && name.IsIn(pattern))
            {
                return pattern is RestElement ? RequestValue.None : InPattern(pattern, OfParameter(function, i), variable);
            }
        }

        return RequestValue.None;
    }

    /// <summary>Whether a variable never gets something else: what it is set to later is the same thing, or nothing.</summary>
    private bool OnlyHolds(Binding variable, VariableDeclarator declarator)
    {
        foreach (var reference in variable.References)
        {
            if (reference is { IsWrite: true, IsInitializer: false }
                && !(_file.Nodes.ParentOf(reference.Identifier) is AssignmentExpression assignment
                    && ReferenceEquals(assignment.Left, reference.Identifier)
                    && Of(assignment.Right) != RequestValue.None
                    && Of(assignment.Right) == Of(declarator.Init)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the variable gets where a value is taken apart by a pattern.</summary>
    private RequestValue InPattern(Node pattern, RequestValue value, Binding variable)
    {
        switch (pattern.WithoutDefault())
        {
            case Identifier name:
                return ReferenceEquals(name, variable.Identifier) ? value : RequestValue.None;
            case ObjectPattern taken when value != RequestValue.None:
                foreach (var member in taken.Properties)
                {
                    if (member is Property property && variable.Identifier is { } identifier && identifier.IsIn(property.Value))
                    {
                        return InPattern(property.Value, Member(value, _file.Constants.NameOf(property)), variable);
                    }
                }

                return RequestValue.None;
            default:
                return RequestValue.None;
        }
    }
}
