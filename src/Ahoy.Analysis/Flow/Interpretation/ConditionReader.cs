using System.Collections.Immutable;
using System.Globalization;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Puts a condition into canonical words, so that the same question is recognised when it is asked again.</summary>
internal sealed class ConditionReader(ScopeTree scopes)
{
    /// <summary>The longest question that is worth remembering.</summary>
    private const int LongestKey = 200;

    private readonly Counts _counts = new(scopes);

    /// <summary>The condition that an expression asks; null where it can't be put into words.</summary>
    public Condition? Read(Expression expression)
    {
        var bindings = ImmutableArray.CreateBuilder<Binding>();
        if (expression is BinaryExpression binary)
        {
            var left = Write(binary.Left, bindings);
            var right = Write(binary.Right, bindings);
            return left is null || right is null || left.Length + right.Length > LongestKey
                ? null
                : Compare(binary, left, right, bindings.ToImmutable());
        }

        if (Write(expression, bindings) is not { Length: <= LongestKey } key)
        {
            return null;
        }

        // A count stands for true where it is not zero.
        return _counts.LeastOf(expression) is { } least
            ? new Condition(key + "=0", negated: true, bindings.ToImmutable())
            {
                Subject = key,
                Literal = "0",
                Comparison = new Comparison(key, Relation.Equal, 0, least),
            }
            : new Condition(key, false, bindings.ToImmutable());
    }

    /// <summary>The condition <c>subject === literal</c> that a <c>case</c> asks.</summary>
    public Condition? ReadCase(Expression subject, Expression test)
    {
        var bindings = ImmutableArray.CreateBuilder<Binding>();
        return Write(subject, bindings) is { } left && Write(test, bindings) is { } right && left.Length + right.Length <= LongestKey
            ? Equality(subject, test, left, right, negated: false, bindings.ToImmutable())
            : null;
    }

    private Condition Compare(BinaryExpression binary, string left, string right, ImmutableArray<Binding> bindings) =>
        binary.Operator switch
        {
            "===" or "==" => Equality(binary.Left, binary.Right, left, right, negated: false, bindings),
            "!==" or "!=" => Equality(binary.Left, binary.Right, left, right, negated: true, bindings),

            // Each pair of opposites has one name; what is not a number is left aside.
            ">" => Order(binary.Left, binary.Right, left, right, negated: false, bindings),
            "<=" => Order(binary.Left, binary.Right, left, right, negated: true, bindings),
            "<" => Order(binary.Right, binary.Left, right, left, negated: false, bindings),
            ">=" => Order(binary.Right, binary.Left, right, left, negated: true, bindings),
            _ => new Condition(left + " " + binary.Operator + " " + right, false, bindings),
        };

    private Condition Equality(Node left, Node right, string leftText, string rightText, bool negated, ImmutableArray<Binding> bindings)
    {
        if (!IsLiteral(right) && (IsLiteral(left) || string.CompareOrdinal(leftText, rightText) > 0))
        {
            (left, right, leftText, rightText) = (right, left, rightText, leftText);
        }

        var isLiteral = IsLiteral(right);
        return new Condition(leftText + "=" + rightText, negated, bindings)
        {
            Subject = isLiteral ? leftText : null,
            Literal = isLiteral ? rightText : null,
            Comparison = CompareWith(left, right, leftText, rightText, Relation.Equal),
        };
    }

    /// <summary>The condition that one thing is greater than another.</summary>
    private Condition Order(Node greater, Node less, string greaterText, string lessText, bool negated, ImmutableArray<Binding> bindings) =>
        new(greaterText + ">" + lessText, negated, bindings)
        {
            Comparison = CompareWith(greater, less, greaterText, lessText, Relation.Above) ?? CompareWith(less, greater, lessText, greaterText, Relation.Below),
        };

    /// <summary>How one thing is related to another, where that is a number or comes after it in the order of words.</summary>
    private Comparison? CompareWith(Node subject, Node other, string subjectText, string otherText, Relation relation)
    {
        if (NumberOf(other) is { } number)
        {
            return NumberOf(subject) is null ? new Comparison(subjectText, relation, number, _counts.LeastOf(subject)) : null;
        }

        return IsLiteral(subject) || IsLiteral(other) || string.CompareOrdinal(subjectText, otherText) > 0
            ? null
            : new Comparison(subjectText + " - " + otherText, relation, 0, null);
    }

    private static double? NumberOf(Node node) => node switch
    {
        NumericLiteral number => number.Value,
        UnaryExpression { Operator: "-", Argument: NumericLiteral number } => -number.Value,
        _ => null,
    };

    private static bool IsLiteral(Node node) =>
        node is Literal or Identifier { Name: "undefined" } or TemplateLiteral { Expressions.Count: 0 } or UnaryExpression { Operator: "void" }
        || NumberOf(node) is not null
        || IsShortBoolean(node);

    /// <summary>Whether a node is <c>!0</c> or <c>!1</c>, as minifiers write <c>true</c> and <c>false</c>.</summary>
    private static bool IsShortBoolean(Node node) => node is UnaryExpression { Operator: "!", Argument: NumericLiteral };

    private string? Write(Node? node, ImmutableArray<Binding>.Builder bindings)
    {
        switch (node)
        {
            case Identifier identifier:
                return Write(identifier, bindings);
            case StringLiteral text:
                return "\"" + text.Value + "\"";
            case NumericLiteral number:
                return number.Value.ToString("R", CultureInfo.InvariantCulture);
            case Literal literal:
                return literal.Raw;
            case TemplateLiteral { Expressions.Count: 0, Quasis.Count: 1 } template:
                return "\"" + template.Quasis[0].Cooked + "\"";
            case ThisExpression:
                return "this";
            case ChainExpression chain:
                return Write(chain.Expression, bindings);
            case MemberExpression member:
                return Join(Write(member.Object, bindings), member.Computed ? "[" : ".", MemberName(member, bindings));
            case UnaryExpression { Operator: "!", Argument: NumericLiteral number }:
                return number.Value == 0 ? "true" : "false";
            case UnaryExpression { Operator: "void", Argument: Literal }:
                return "undefined";
            case UnaryExpression { Operator: "!" or "typeof" or "-" } unary:
                return Write(unary.Argument, bindings) is { } operand ? unary.Operator + " " + operand : null;
            case BinaryExpression binary:
                return Join(Write(binary.Left, bindings), " " + binary.Operator + " ", Write(binary.Right, bindings));
            case CallExpression call:
                return Write(call, bindings);
            default:
                return null;
        }
    }

    private string? Write(CallExpression call, ImmutableArray<Binding>.Builder bindings)
    {
        var text = Write(call.Callee, bindings);
        for (var i = 0; text is not null && i < call.Arguments.Count; i++)
        {
            text = Join(text, i == 0 ? "(" : ",", Write(call.Arguments[i], bindings));
        }

        return Join(text, call.Arguments.Count == 0 ? "(" : "", ")");
    }

    private string Write(Identifier identifier, ImmutableArray<Binding>.Builder bindings)
    {
        if (scopes.BindingOf(identifier) is not { } binding)
        {
            return identifier.Name;
        }

        if (!bindings.Contains(binding))
        {
            bindings.Add(binding);
        }

        return identifier.Name + "@" + (binding.Identifier?.Start ?? 0).ToString(CultureInfo.InvariantCulture);
    }

    private string? MemberName(MemberExpression member, ImmutableArray<Binding>.Builder bindings) =>
        member.Computed ? Write(member.Property, bindings) : (member.Property as Identifier)?.Name;

    private static string? Join(string? left, string between, string? right) =>
        left is null || right is null ? null : left + between + right;
}
