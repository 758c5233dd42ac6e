using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Tells what <c>this</c> is where it stands: the object of a class or of a literal, or the class itself.</summary>
internal static class Receivers
{
    /// <summary>What <c>this</c> is; unknown in functions that anybody may call on anything.</summary>
    public static Origin Of(Node place, NodeIndex nodes)
    {
        var child = place;
        for (var node = nodes.ParentOf(place); node is not null; child = node, node = nodes.ParentOf(node))
        {
            switch (node)
            {
                case ArrowFunctionExpression:
                    break;
                case StaticBlock:
                    return Member(nodes, node, isStatic: true);
                case PropertyDefinition field when ReferenceEquals(field.Value, child):
                    return Member(nodes, field, field.Static);
                case IFunction:
                    return OfFunction(node, nodes);
            }
        }

        return Origin.Unknown;
    }

    private static Origin OfFunction(Node function, NodeIndex nodes) => nodes.ParentOf(function) switch
    {
        MethodDefinition method => Member(nodes, method, method.Static),
        Property property when ReferenceEquals(property.Value, function) && nodes.ParentOf(property) is ObjectExpression literal =>
            Origin.Of(OriginKind.ObjectLiteral, literal),
        _ => Origin.Unknown,
    };

    private static Origin Member(NodeIndex nodes, Node member, bool isStatic) =>
        nodes.AncestorsOf(member).OfType<IClass>().FirstOrDefault() is { } owner ? Origin.OfThis(owner, isStatic) : Origin.Unknown;
}
