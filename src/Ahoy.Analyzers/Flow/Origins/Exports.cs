using Ahoy.Analyzers.Infrastructure;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Flow.Origins;

/// <summary>What a file exports and uses itself: <c>exports.send(…)</c>.</summary>
internal static class Exports
{
    /// <summary>Whether an expression is <c>exports</c> or <c>module.exports</c>.</summary>
    public static bool IsExports(Node node, ScopeTree scopes) =>
        scopes.IsFree(node, "exports")
        || (node is MemberExpression { Computed: false, Property: Identifier { Name: "exports" } } member && scopes.IsFree(member.Object, "module"));

    /// <summary>What an export is assigned, where that happens once.</summary>
    public static Node? AssignedTo(string name, NodeIndex nodes, ScopeTree scopes)
    {
        Node? value = null;
        foreach (var assignment in nodes.Assignments)
        {
            if (assignment.Left is MemberExpression { Computed: false, Property: Identifier property } target
                && property.Name == name && IsExports(target.Object, scopes))
            {
                if (value is not null)
                {
                    return null;
                }

                value = assignment.Right;
            }
        }

        return value;
    }
}
