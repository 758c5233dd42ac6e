using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Tells values that are certainly no promises from those that may be one.</summary>
internal static class ValueGuess
{
    private const int MostSteps = 8;

    private static readonly HashSet<string> s_plainGlobals = new(StringComparer.Ordinal)
    {
        "String", "Number", "Boolean", "BigInt", "Symbol", "parseInt", "parseFloat", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI",
    };

    private static readonly HashSet<string> s_plainNamespaces = new(StringComparer.Ordinal) { "JSON", "Math", "Date", "Object", "Number", "String" };

    private static readonly HashSet<string> s_plainMethods = new(StringComparer.Ordinal)
    {
        "toString", "toISOString", "toLowerCase", "toUpperCase", "trim", "join", "split", "replace", "replaceAll", "padStart", "toFixed", "slice",
        "substring", "concat", "indexOf", "includes", "startsWith", "endsWith", "map", "filter", "flatMap", "sort", "reverse", "keys",
    };

    /// <summary>Whether an expression's value is certainly no promise.</summary>
    public static bool IsNoPromise(Expression value, FixRequest request) => IsNoPromise(value, request, MostSteps);

    private static bool IsNoPromise(Expression value, FixRequest request, int steps) => steps > 0 && value switch
    {
        Literal or TemplateLiteral or ObjectExpression or ArrayExpression or IFunction or IClass => true,
        AwaitExpression or BinaryExpression or UnaryExpression or UpdateExpression => true,
        NewExpression created => created.Callee is not Identifier { Name: "Promise" },
        LogicalExpression logical => IsNoPromise(logical.Left, request, steps - 1) && IsNoPromise(logical.Right, request, steps - 1),
        ConditionalExpression choice =>
            IsNoPromise(choice.Consequent, request, steps - 1) && IsNoPromise(choice.Alternate, request, steps - 1),
        SequenceExpression sequence => IsNoPromise(sequence.Expressions[sequence.Expressions.Count - 1], request, steps - 1),
        Identifier { Name: "undefined" or "NaN" or "Infinity" } => true,
        Identifier name => request.Scopes.BindingOf(name)?.ConstantValue is { } constant && IsNoPromise(constant, request, steps - 1),
        MemberExpression member => IsInput(member.Object, request) || IsAwaited(member.Object, request),
        CallExpression call => IsPlainCall(call, request) || IsCallOfPlainFunction(call, request, steps - 1),
        _ => false,
    };

    /// <summary>Whether a function of the file is called that returns no promise.</summary>
    private static bool IsCallOfPlainFunction(CallExpression call, FixRequest request, int steps)
    {
        var binding = request.Scopes.BindingOf(call.Callee);
        return binding is { IsConstant: true, Function: { Async: false, Generator: false } function }
            && (function.Body is Expression value
                ? IsNoPromise(value, request, steps)
                : Returns.In(function).All(found => found.Argument is null || IsNoPromise(found.Argument, request, steps)));
    }

    /// <summary>Whether an expression is <c>context</c>, <c>event</c> or a part of them, which hold texts and lists of texts.</summary>
    private static bool IsInput(Expression value, FixRequest request) => value switch
    {
        Identifier name => request.Scopes.BindingOf(name) is { } binding
            && request.Handlers.Known.Any(handler => binding.Identifier == handler.Context || binding.Identifier == handler.Event),
        MemberExpression member => IsInput(member.Object, request),
        _ => false,
    };

    /// <summary>Whether an expression is a variable with what a promise gave, or a caught error: their properties are data.</summary>
    private static bool IsAwaited(Expression value, FixRequest request) => value switch
    {
        Identifier name => request.Scopes.BindingOf(name) is { } binding
            && (binding.Kind == BindingKind.CatchParameter || binding.ConstantValue is AwaitExpression),
        MemberExpression member => IsAwaited(member.Object, request),
        AwaitExpression => true,
        _ => false,
    };

    private static bool IsPlainCall(CallExpression call, FixRequest request) => call.Callee switch
    {
        Identifier { Name: var name } callee => s_plainGlobals.Contains(name) && request.Scopes.IsFree(callee, name),
        MemberExpression { Computed: false, Object: Identifier owner, Property: Identifier method } =>
            (s_plainNamespaces.Contains(owner.Name) && request.Scopes.IsFree(owner, owner.Name)) || s_plainMethods.Contains(method.Name),
        MemberExpression { Computed: false, Property: Identifier method } => s_plainMethods.Contains(method.Name),
        _ => false,
    };
}
