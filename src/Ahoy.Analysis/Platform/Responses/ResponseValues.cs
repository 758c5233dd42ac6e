using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Responses;

/// <summary>Tells which expressions are a <c>Twilio.Response</c>.</summary>
internal sealed class ResponseValues
{
    private const int MaxDepth = 32;

    /// <summary>From a parameter there are as many ways back as the function has callers, so that only a few such steps are gone.</summary>
    private const int CostOfCall = 4;

    private readonly SourceFile _file;

    private ResponseValues(SourceFile file) => _file = file;

    public static ResponseValues Of(SourceFile file) => file.Get(static source => new ResponseValues(source));

    /// <summary>Whether a call is one of a response's methods, as far as its name tells.</summary>
    public static bool IsMethod(string? name) => ResponseMembers.IsMethod(name);

    /// <summary>Whether an expression makes a response.</summary>
    public bool IsCreation(Node? node) => node is NewExpression { Callee: var callee } && IsClass(callee);

    /// <summary>
    /// Whether an expression is a response for certain, or is called one without being known for something else: what a helper
    /// gets as <c>response</c>.
    /// </summary>
    public bool IsResponse(Node? expression) => IsResponse(expression, MaxDepth);

    /// <summary>The <c>new Twilio.Response(…)</c> that an expression stands for; null where that is not known.</summary>
    public NewExpression? CreationOf(Node? expression)
    {
        var current = _file.Constants.Follow(expression);
        for (var depth = 0; depth < MaxDepth && current is CallExpression { Callee: MemberExpression callee } && IsMethod(_file.Constants.NameOf(callee)); depth++)
        {
            current = _file.Constants.Follow(callee.Object);
        }

        return IsCreation(current) ? (NewExpression)current! : null;
    }

    private bool IsResponse(Node? expression, int depth) => depth > 0 && expression.Unchained() switch
    {
        NewExpression created => IsCreation(created),
        CallExpression { Callee: MemberExpression callee } => IsMethod(_file.Constants.NameOf(callee)) && IsResponse(callee.Object, depth - 1),
        Identifier name => IsResponseVariable(name, depth - 1),
        MemberExpression member => _file.Constants.NameOf(member) is { } name && IsCalledResponse(name),
        _ => false,
    };

    private bool IsResponseVariable(Identifier name, int depth)
    {
        if (_file.Scopes.BindingOf(name) is not { } variable)
        {
            return false;
        }

        if (variable.Declaration is VariableDeclarator { Id: Identifier, Init: { } value } && value is NewExpression or CallExpression { Callee: MemberExpression })
        {
            return IsResponse(value, depth);
        }

        return variable.References.Any(reference => IsSetToResponse(reference, depth))
            || IsCalledResponse(name.Name)
            || (variable is { Kind: BindingKind.Parameter, Declaration: IFunction function } && IsGivenResponse(function, variable, depth / CostOfCall));
    }

    private bool IsSetToResponse(Reference reference, int depth) =>
        reference.IsWrite
        && _file.Nodes.ParentOf(reference.Identifier) is AssignmentExpression assignment
        && IsResponse(assignment.Right, depth);

    /// <summary>Whether a function of the file is called with a response for one of its parameters.</summary>
    private bool IsGivenResponse(IFunction function, Binding parameter, int depth)
    {
        for (var i = 0; i < function.Params.Count; i++)
        {
            if (ReferenceEquals(function.Params[i].WithoutDefault(), parameter.Identifier))
            {
                return LocalFunctions.Of(_file).CallsOf(function)
                    .Any(call => call.Arguments.ArgumentAt(i) is { } argument && !argument.IsIn((Node)function) && IsResponse(argument, depth));
            }
        }

        return false;
    }

    private static bool IsCalledResponse(string name) =>
        name is "res" or "resp" || name.EndsWith("response", StringComparison.OrdinalIgnoreCase);

    private bool IsClass(Node callee) => callee switch
    {
        MemberExpression member => _file.Scopes.IsFree(member.Object, "Twilio") && _file.Constants.NameOf(member) == ResponseMembers.Class,
        Identifier { Name: ResponseMembers.Class } name => _file.Scopes.BindingOf(name) is not { } variable || IsTakenFromTwilio(variable),
        _ => false,
    };

    private bool IsTakenFromTwilio(Binding variable) =>
        variable.Declaration is VariableDeclarator { Init: { } value } declarator
        && (declarator.Id is ObjectPattern ? _file.Scopes.IsFree(value, "Twilio") : IsClass(value));
}
