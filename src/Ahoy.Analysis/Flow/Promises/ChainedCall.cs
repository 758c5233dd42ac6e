using Ahoy.Analysis.Flow.Origins;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Promises;

/// <summary>Looks at the links of a promise chain.</summary>
internal static class ChainedCall
{
    /// <summary>Whether an expression is a call of <c>.then</c>, <c>.catch</c> or <c>.finally</c>.</summary>
    public static bool Is(Node node) => node is CallExpression call && MethodOf(call) is not null;

    /// <summary>Whether some link of a chain takes rejections.</summary>
    public static bool HandlesRejection(Node node) =>
        node is CallExpression call && MethodOf(call) is { } method
        && ((method == "catch" && call.Arguments.Count > 0)
            || (method == "then" && call.Arguments.Count > 1)
            || HandlesRejection(((MemberExpression)call.Callee).Object));

    private static string? MethodOf(CallExpression call) =>
        call.Callee is MemberExpression { Computed: false, Property: Identifier name } && Libraries.IsChainMethod(name.Name) ? name.Name : null;
}
