using System.Globalization;
using System.Text;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>
/// The strings and numbers that an expression is for certain: literals, variables that only ever hold one, and what is
/// added up of these. Anything else is not known.
/// </summary>
internal sealed class ConstantValues
{
    private const int MaxDepth = 32;

    private readonly ScopeTree _scopes;

    public ConstantValues(ScopeTree scopes) => _scopes = scopes;

    /// <summary>The string that an expression is; null where that is not known, or it is none.</summary>
    public string? TextOf(Node? expression) => TextOf(expression, MaxDepth);

    /// <summary>The number that an expression is; null where that is not known, or it is none.</summary>
    public double? NumberOf(Node? expression) => NumberOf(expression, MaxDepth);

    /// <summary>The name of the property that a member expression is about; null where that is not known.</summary>
    public string? NameOf(MemberExpression member) => member.Computed ? TextOf(member.Property) : NameOfKey(member.Property);

    /// <summary>The name that a key or the right side of a dot spells out; that of a private member begins with <c>#</c>.</summary>
    public static string? NameOfKey(Node key) => key switch
    {
        Identifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        PrivateIdentifier hidden => "#" + hidden.Name,
        _ => null,
    };

    /// <summary>The name of a property in an object or a pattern; null where that is not known.</summary>
    public string? NameOf(Property property) => property.Key switch
    {
        Identifier name when !property.Computed => name.Name,
        NumericLiteral number => number.Value.ToString(CultureInfo.InvariantCulture),
        var key => TextOf(key),
    };

    /// <summary>What stands for an expression: what its variable holds, where that never changes; else the expression itself.</summary>
    public Node? Follow(Node? expression)
    {
        var followed = expression.Unchained();
        for (var depth = 0; depth < MaxDepth && followed is Identifier name && _scopes.BindingOf(name)?.ConstantValue is { } value; depth++)
        {
            followed = value.Unchained();
        }

        return followed;
    }

    private string? TextOf(Node? expression, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        switch (expression)
        {
            case StringLiteral literal:
                return literal.Value;
            case TemplateLiteral template:
                return TextOf(template, depth - 1);
            case BinaryExpression { Operator: "+" } sum:
                return TextOf(sum.Left, depth - 1) is { } left && TextOf(sum.Right, depth - 1) is { } right ? left + right : null;
            case Identifier name when _scopes.BindingOf(name)?.ConstantValue is { } value:
                return TextOf(value, depth - 1);
            case CallExpression call when LoweredTemplate.PartsOf(call) is { } parts:
                return parts.Select(part => TextOf(part, depth - 1)).ToList() is var texts && !texts.Contains(null) ? string.Concat(texts) : null;
            default:
                return null;
        }
    }

    private string? TextOf(TemplateLiteral template, int depth)
    {
        if (template.Expressions.Count == 0)
        {
            return template.Quasis[0].Cooked;
        }

        var text = new StringBuilder();
        for (var i = 0; i < template.Quasis.Count; i++)
        {
            if (template.Quasis[i].Cooked is not { } part)
            {
                return null;
            }

            text.Append(part);
            if (i < template.Expressions.Count)
            {
                var hole = template.Expressions[i];
                if ((TextOf(hole, depth) ?? NumberOf(hole, depth)?.ToString(CultureInfo.InvariantCulture)) is not { } value)
                {
                    return null;
                }

                text.Append(value);
            }
        }

        return text.ToString();
    }

    private double? NumberOf(Node? expression, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        switch (expression)
        {
            case NumericLiteral literal:
                return literal.Value;
            case UnaryExpression { Operator: "-" } negative:
                return -NumberOf(negative.Argument, depth - 1);
            case UnaryExpression { Operator: "+" } positive:
                return NumberOf(positive.Argument, depth - 1);
            case BinaryExpression binary:
                // The right side only where it counts: names that are made of names twice each would be asked without end.
                return NumberOf(binary.Left, depth - 1) is { } left ? Combine(binary.Operator, left, NumberOf(binary.Right, depth - 1)) : null;
            case Identifier name when _scopes.BindingOf(name)?.ConstantValue is { } value:
                return NumberOf(value, depth - 1);
            default:
                return null;
        }
    }

    private static double? Combine(string @operator, double? left, double? right) => @operator switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "%" => left % right,
        "**" when left is { } x && right is { } y => Math.Pow(x, y),
        _ => null,
    };
}
