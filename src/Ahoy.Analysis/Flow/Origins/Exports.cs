using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>What a file exports and uses itself: <c>exports.send(…)</c>.</summary>
internal sealed class Exports(NodeIndex nodes, ScopeTree scopes)
{
    private Dictionary<string, Node?>? _values;

    /// <summary>Whether an expression is <c>exports</c> or <c>module.exports</c>.</summary>
    public bool Are(Node node) =>
        scopes.IsFree(node, "exports")
        || (node is MemberExpression { Computed: false, Property: Identifier { Name: "exports" } } member && scopes.IsFree(member.Object, "module"));

    /// <summary>What an export is assigned, where that happens once.</summary>
    public Node? Find(string name) => (_values ??= Collect()).TryGetValue(name, out var value) ? value : null;

    private Dictionary<string, Node?> Collect()
    {
        var values = new Dictionary<string, Node?>(StringComparer.Ordinal);
        foreach (var assignment in nodes.Assignments)
        {
            if (assignment.Left is MemberExpression { Computed: false, Property: Identifier property } target && Are(target.Object))
            {
                values[property.Name] = values.ContainsKey(property.Name) ? null : assignment.Right;
            }
            else if (Are(assignment.Left) && assignment.Right is ObjectExpression literal)
            {
                foreach (var member in literal.Properties.OfType<Property>())
                {
                    if (!member.Computed && ConstantValues.NameOfKey(member.Key) is { } name)
                    {
                        values[name] = values.ContainsKey(name) ? null : member.Value;
                    }
                }
            }
        }

        return values;
    }
}
