using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Compiled;

/// <summary>Knows what compilers make of an object with <c>...</c> in it for engines without, and what people write where they have none: <c>Object.assign({ a }, more)</c>.</summary>
internal static class LoweredSpread
{
    /// <summary>The objects of which such a call makes one, in order; null for anything else.</summary>
    public static IReadOnlyList<Expression>? PartsOf(Node? node) =>
        node is CallExpression { Arguments: { Count: > 1 } arguments } call && arguments[0] is ObjectExpression or CallExpression && IsAssign(call.Callee) && arguments.All(argument => argument is Expression)
            ? [.. arguments.Cast<Expression>()]
            : null;

    private static bool IsAssign(Node callee) => callee switch
    {
        MemberExpression { Computed: false, Object: Identifier { Name: "Object" }, Property: Identifier { Name: "assign" } } => true,
        Identifier { Name: "__assign" or "_objectSpread" or "_object_spread" or "__spreadValues" or "_extends" } => true,
        _ => false,
    };
}
