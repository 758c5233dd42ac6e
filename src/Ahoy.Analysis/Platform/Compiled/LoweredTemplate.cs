using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Compiled;

/// <summary>Knows what compilers make of a template for engines without: <c>"&lt;Say>".concat(name, "&lt;/Say>")</c>.</summary>
internal static class LoweredTemplate
{
    private const int MaxLinks = 64;

    /// <summary>What such a call puts together, in order; null for anything else.</summary>
    public static IReadOnlyList<Expression>? PartsOf(Node? node)
    {
        if (node is not CallExpression)
        {
            return null;
        }

        var parts = new List<Expression>();
        for (var links = 0; links < MaxLinks; links++)
        {
            if (node is StringLiteral text && parts.Count > 0)
            {
                parts.Add(text);
                parts.Reverse();
                return parts;
            }

            if (node is not CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: "concat" } } callee } call || call.Arguments.Any(argument => argument is not Expression))
            {
                return null;
            }

            parts.AddRange(call.Arguments.Reverse().Cast<Expression>());
            node = callee.Object;
        }

        return null;
    }

    /// <summary>Whether a node is a part of such a call that stands above it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="parent">What is directly above it.</param>
    /// <param name="above">What is directly above that.</param>
    public static bool IsPart(Node node, Node? parent, Node? above) =>
        (parent is CallExpression call && !ReferenceEquals(call.Callee, node) && PartsOf(call) is not null)
        || (parent is MemberExpression member && ReferenceEquals(member.Object, node) && above is CallExpression outer && ReferenceEquals(outer.Callee, member) && PartsOf(outer) is not null);
}
