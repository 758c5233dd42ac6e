using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>What is known of the values of expressions by their form alone.</summary>
internal static class Constants
{
    /// <summary>Whether the value counts as true; null where it depends.</summary>
    public static bool? IsTrue(Node expression) => expression switch
    {
        BooleanLiteral literal => literal.Value,
        NumericLiteral literal => literal.Value != 0 && !double.IsNaN(literal.Value),
        StringLiteral literal => literal.Value.Length > 0,
        BigIntLiteral literal => literal.BigInt != "0",
        NullLiteral or UnaryExpression { Operator: "void" } => false,
        TemplateLiteral { Expressions.Count: 0 } template => template.Quasis[0].Cooked?.Length > 0,
        _ => IsObject(expression) ? true : null,
    };

    /// <summary>Whether the value is null or undefined; null where it depends.</summary>
    public static bool? IsNullish(Node expression) => expression switch
    {
        NullLiteral or UnaryExpression { Operator: "void" } => true,
        Literal or TemplateLiteral or BinaryExpression or UnaryExpression or UpdateExpression => false,
        _ => IsObject(expression) ? false : null,
    };

    private static bool IsObject(Node expression) => expression
        is ObjectExpression or ArrayExpression or RegExpLiteral or IFunction or IClass or NewExpression or MetaProperty { Meta.Name: "import" };
}
