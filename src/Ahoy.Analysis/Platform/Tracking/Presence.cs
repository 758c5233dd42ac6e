using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>Tells whether code asks if a value is there.</summary>
internal static class Presence
{
    private static readonly HashSet<string> s_conversions = new(StringComparer.Ordinal) { "Number", "parseInt", "parseFloat" };

    private static readonly HashSet<string> s_questions = new(StringComparer.Ordinal) { "Boolean", "isNaN", "assert" };

    /// <summary>
    /// Whether an expression is what <c>||</c>, <c>??</c> or <c>&amp;&amp;</c> decide by, is compared, negated, or part of the test of
    /// an <c>if</c>, a loop, a <c>switch</c> or <c>?:</c>, is asserted, or is followed by <c>?.</c>; the same of a number that is
    /// made of it.
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
                case CallExpression { Callee: Identifier name } when s_questions.Contains(name.Name) || IsAssert(file, name):
                case CallExpression { Callee: MemberExpression { Object: Identifier owner } } when IsAssert(file, owner):
                    return true;
                case CallExpression { Callee: Identifier { Name: var name } } call when s_conversions.Contains(name) && ReferenceEquals(call.Arguments[0], child):
                    break;
                case SwitchStatement choice:
                    return ReferenceEquals(choice.Discriminant, child);
                case IfStatement test:
                    return ReferenceEquals(test.Test, child);
                case ConditionalExpression test when ReferenceEquals(test.Test, child):
                    return true;
                case ConditionalExpression:
                case AssignmentExpression { Operator: "=", Left: Identifier } assignment when ReferenceEquals(assignment.Right, child):
                    // What `??` and `?.` become: `(_a = context.LIMIT) !== null && _a !== void 0 ? _a : 5`.
                    break;
                case WhileStatement test:
                    return ReferenceEquals(test.Test, child);
                case DoWhileStatement test:
                    return ReferenceEquals(test.Test, child);
                default:
                    return false;
            }

            child = parent;
        }

        return false;
    }

    /// <summary>Whether a name is Node's <c>assert</c>, or what a minifier calls it.</summary>
    private static bool IsAssert(SourceFile file, Identifier name) =>
        name.Name == "assert"
        || file.Scopes.BindingOf(name)?.ConstantValue is CallExpression { Callee: Identifier { Name: "require" }, Arguments: { Count: 1 } arguments }
        && file.Constants.TextOf(arguments[0]) is "assert" or "node:assert" or "assert/strict" or "node:assert/strict";

    /// <summary>Whether code asks if the value is there that a variable gets here: <c>const name = value; if (!name) …</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="value">The value, or in a pattern the property that takes it out of an object.</param>
    public static bool IsTestedByName(SourceFile file, Node value)
    {
        var name = value is Property taken
            ? taken.Value.WithoutDefault()
            : file.Nodes.ParentOf(value) is VariableDeclarator { Init: { } initial } declarator && ReferenceEquals(initial, value) ? declarator.Id : null;
        return file.Scopes.BindingOf(name) is { } variable
            && variable.References.Any(reference => !reference.IsWrite && IsTested(file, reference.Identifier));
    }
}
