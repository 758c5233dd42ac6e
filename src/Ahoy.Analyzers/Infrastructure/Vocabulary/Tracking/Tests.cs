using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Infrastructure.Vocabulary.Tracking;

/// <summary>Tells whether code asks if a value is there.</summary>
internal static class Tests
{
    /// <summary>
    /// Whether an expression is what <c>||</c>, <c>??</c> or <c>&amp;&amp;</c> decide by, is compared, negated, or part of the test of
    /// an <c>if</c>, a loop or <c>?:</c>, or is followed by <c>?.</c>.
    /// </summary>
    public static bool IsTested(SourceFile file, Node expression)
    {
        var child = expression;
        foreach (var parent in file.Nodes.AncestorsOf(expression))
        {
            switch (parent)
            {
                case ChainExpression:
                    break;
                case LogicalExpression logical:
                    if (ReferenceEquals(logical.Left, child))
                    {
                        return true;
                    }

                    break;
                case UnaryExpression { Operator: "!" or "typeof" }:
                case BinaryExpression { Operator: "==" or "!=" or "===" or "!==" }:
                    return true;
                case MemberExpression { Optional: true } member when ReferenceEquals(member.Object, child):
                case CallExpression { Optional: true } call when ReferenceEquals(call.Callee, child):
                    return true;
                case CallExpression { Callee: Identifier { Name: "Boolean" } }:
                    return true;
                case IfStatement test:
                    return ReferenceEquals(test.Test, child);
                case ConditionalExpression test when ReferenceEquals(test.Test, child):
                    return true;
                case ConditionalExpression:
                    break;
                case WhileStatement test:
                    return ReferenceEquals(test.Test, child);
                default:
                    return false;
            }

            child = parent;
        }

        return false;
    }
}
