using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow;

/// <summary>Tells whether a handler returns something as if that were the response.</summary>
internal static class ReturnedValues
{
    /// <summary>The expression that a handler returns at a place; null where it returns none.</summary>
    public static Expression? FindReturned(this NodeIndex nodes, TextRange span, IFunction function)
    {
        if (function.Body is Expression body && (body is not CallExpression || (body.Start <= span.Start && span.End >= body.End)))
        {
            return body;
        }

        return function.Body.DescendantsAndSelf().OfType<ReturnStatement>()
            .FirstOrDefault(statement => statement.Start == span.Start && statement.End == span.End)?.Argument is { } returned ? OfStep(nodes, returned) : null;
    }

    /// <summary>What a step of a function that a compiler has cut into steps returns: <c>[2, value]</c>.</summary>
    private static Expression? OfStep(NodeIndex nodes, Expression returned) =>
        returned is ArrayExpression { Elements: { Count: > 0 } elements } && elements[0] is NumericLiteral { Value: 2 } && nodes.FunctionOf(returned) is { } function && (Steps.Are(function) || (nodes.ParentOf((Node)function) is CallExpression call && Steps.AreIn(call)))
            ? elements.Count > 1 ? elements[1] as Expression : null
            : returned;

    /// <summary>Whether an expression is a value for certain: no promise, not <c>undefined</c>, not what a call of unknown kind gives.</summary>
    public static bool IsResponse(Expression expression, OriginFinder origins)
    {
        switch (expression)
        {
            case NullLiteral or Identifier { Name: "undefined" }:
                return false;
            case ConditionalExpression conditional:
                return IsResponse(conditional.Consequent, origins) && IsResponse(conditional.Alternate, origins);
            case LogicalExpression { Operator: "||" or "??" } logical:
                return IsResponse(logical.Right, origins);
            case MemberExpression:
                return origins.Find(expression).Kind is OriginKind.Unknown or OriginKind.OtherValue or OriginKind.ObjectLiteral or OriginKind.Collection;
            case AwaitExpression awaited:
                return origins.Find(awaited.Argument) is { Kind: OriginKind.Promise, Library: Libraries.Axios or Libraries.Got or Libraries.Fetch };
            case Identifier identifier when origins.Scopes.BindingOf(identifier)?.ConstantValue is AwaitExpression awaited:
                return origins.Find(awaited.Argument).Kind == OriginKind.Promise;
        }

        return origins.Find(expression).Kind is OriginKind.OtherValue or OriginKind.Collection or OriginKind.ObjectLiteral or OriginKind.Instance;
    }
}
