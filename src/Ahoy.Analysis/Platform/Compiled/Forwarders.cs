using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Compiled;

/// <summary>Recognises functions that only pass their call on, as compilers write them around an <c>async</c> function's body.</summary>
internal static class Forwarders
{
    /// <summary>What a function passes its call on to: <c>function (_x) { return _ref.apply(this, arguments); }</c>; null for any other function.</summary>
    public static Expression? TargetOf(IFunction function) =>
        function.Body is BlockStatement { Body: { Count: > 0 } statements }
        && statements[statements.Count - 1] is ReturnStatement { Argument: CallExpression call }
        && call.Callee is MemberExpression { Computed: false, Property: Identifier { Name: "apply" } } member
        && call.Arguments.Count == 2
        && call.Arguments[1] is Identifier { Name: "arguments" }
            ? member.Object
            : null;

    /// <summary>The function that an immediately called function returns; null where it is called with something, or returns something else.</summary>
    public static IFunction? ReturnedBy(CallExpression call)
    {
        var function = call.Callee as IFunction;
        return call.Arguments.Count == 0 && function is { Async: false, Generator: false, Body: BlockStatement block }
            ? block.Body.OfType<ReturnStatement>().Select(static end => end.Argument).LastOrDefault() as IFunction
            : null;
    }
}
