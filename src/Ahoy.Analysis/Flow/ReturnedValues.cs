using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow;

/// <summary>Tells whether a handler returns something as if that were the response.</summary>
internal static class ReturnedValues
{
    /// <summary>The expression that a handler returns at a place; null where it returns none.</summary>
    public static Expression? FindReturned(this NodeIndex nodes, TextRange span, IFunction function)
    {
        if (function.Body is Expression body)
        {
            return body;
        }

        return function.Body.DescendantsAndSelf().OfType<ReturnStatement>()
            .FirstOrDefault(statement => statement.Start == span.Start && statement.End == span.End)?.Argument;
    }

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
