using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Proving;

/// <summary>Reads names and literals off expressions.</summary>
internal static class ClueReader
{
    /// <summary>Names that stand for no value of a request or an answer.</summary>
    public static HashSet<string> NotValues { get; } =
    [
        "console", "Math", "JSON", "Object", "Array", "Promise", "Number", "String", "Date", "exports", "module", "require", "Twilio", "Runtime", "Response", "process", "Buffer", "Error", "this",
    ];

    /// <summary>The names whose values decide what an expression is: <c>(event.Body || '').trim()</c> is about Body.</summary>
    public static List<string> NamesIn(Expression expression)
    {
        var found = new List<string>();
        Collect(expression, found);
        return found;
    }

    private static void Collect(Expression expression, List<string> found)
    {
        switch (Unwrap(expression))
        {
            case Identifier { Name: var name } when !NotValues.Contains(name):
                found.Add(name);
                break;
            case MemberExpression member:
                if (NameOf(member) is "length" or null)
                {
                    Collect(member.Object, found);
                }
                else
                {
                    found.Add(NameOf(member)!);
                }

                break;
            case CallExpression { Callee: MemberExpression { Object: var subject } } call:
                if (Unwrap(subject) is Identifier { Name: "JSON" or "Number" or "String" or "Math" or "Object" or "Array" })
                {
                    CollectAll(call.Arguments, found);
                }
                else
                {
                    Collect(subject, found);
                }

                break;
            case CallExpression { Callee: Identifier } call:
                CollectAll(call.Arguments, found);
                break;
            case LogicalExpression logical:
                Collect(logical.Left, found);
                Collect(logical.Right, found);
                break;
            case ConditionalExpression choice:
                Collect(choice.Consequent, found);
                Collect(choice.Alternate, found);
                break;
            case UnaryExpression { Argument: var argument }:
                Collect(argument, found);
                break;
            case TemplateLiteral { Expressions: { Count: 1 } expressions }:
                Collect(expressions[0], found);
                break;
        }
    }

    private static void CollectAll(NodeList<Expression> expressions, List<string> found)
    {
        foreach (var expression in expressions)
        {
            Collect(expression, found);
        }
    }

    /// <summary>What is awaited or chained.</summary>
    public static Expression Unwrap(Expression expression) => expression switch
    {
        ChainExpression { Expression: var inner } => Unwrap(inner),
        AwaitExpression { Argument: var inner } => Unwrap(inner),
        _ => expression,
    };

    /// <summary>The name that a property is read by; null where it is computed.</summary>
    public static string? NameOf(MemberExpression? member) => member switch
    {
        { Computed: false, Property: Identifier { Name: var name } } => name,
        { Computed: true, Property: StringLiteral { Value: var name } } => name,
        _ => null,
    };

    /// <summary>The name of a property of an object.</summary>
    public static string? KeyOf(Property property) => property.Key switch
    {
        Identifier { Name: var name } => name,
        StringLiteral { Value: var name } => name,
        NumericLiteral { Raw: var name } => name,
        _ => null,
    };

    /// <summary>The properties that a pattern takes, and the variables that they become.</summary>
    public static List<(string Key, string? Local)> KeysOf(ObjectPattern pattern)
    {
        var keys = new List<(string, string?)>();
        foreach (var property in pattern.Properties.OfType<Property>())
        {
            if (KeyOf(property) is { } key)
            {
                var local = property.Value is AssignmentPattern { Left: var left } ? left : property.Value;
                keys.Add((key, (local as Identifier)?.Name));
            }
        }

        return keys;
    }

    /// <summary>The value of a literal.</summary>
    public static object? ValueOf(Expression value) => value switch
    {
        StringLiteral { Value: var text } => text,
        NumericLiteral { Value: var number } => number,
        BooleanLiteral { Value: var truth } => truth,
        TemplateLiteral { Expressions.Count: 0 } template => template.Quasis[0].Cooked,
        UnaryExpression { Operator: "-", Argument: NumericLiteral { Value: var number } } => -number,
        _ => null,
    };
}
