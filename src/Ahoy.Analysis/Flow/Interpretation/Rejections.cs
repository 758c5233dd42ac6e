using Ahoy.Analysis.Flow.Origins;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Tells which promises are not rejected in practice.</summary>
internal static class Rejections
{
    /// <summary>Names that say that a function only waits.</summary>
    private static readonly HashSet<string> s_pauses = ["sleep", "delay", "wait", "pause"];

    /// <summary>Whether a rejection is so unlikely that nobody needs to look out for it: loading a package, waiting a while.</summary>
    public static bool AreUnlikely(Expression awaited, OriginFinder origins) => awaited switch
    {
        ImportExpression import => origins.Constants.TextOf(import.Source) is not null,
        CallExpression call => call.Callee switch
        {
            Identifier name => s_pauses.Contains(name.Name),
            MemberExpression { Computed: false, Property: Identifier name } => s_pauses.Contains(name.Name),
            _ => false,
        } || origins.Find(call.Callee) is { Kind: OriginKind.LibraryMember, Library: Libraries.TimersPromises },
        _ => false,
    };

    /// <summary>
    /// Whether what is awaited is an array, which is no promise, or (in <c>for await</c>) one whose promises all look after their rejections.
    /// </summary>
    public static bool AreHandled(Expression awaited, OriginFinder origins)
    {
        if (origins.Nodes.ParentOf(awaited) is not ForOfStatement { Await: true })
        {
            return origins.Find(awaited).Kind == OriginKind.Collection;
        }

        var chains = new ChainedCall(origins);
        return origins.Constants.Follow(awaited) switch
        {
            ArrayExpression array => array.Elements.All(chains.HandlesRejection),
            CallExpression { Callee: MemberExpression callee, Arguments: { Count: > 0 } arguments } when origins.Constants.NameOf(callee) == "map" =>
                origins.FunctionOf(arguments[0]) is { Async: false } function && FunctionEnds.ValuesOf(function).All(chains.HandlesRejection),
            _ => false,
        };
    }

    /// <summary>Whether a promise can be rejected: not where its function has no way to do that, and only sets a timer.</summary>
    public static bool CanArise(NewExpression promise) =>
        promise.Arguments.Count == 0
        || promise.Arguments[0] is not IFunction { Async: false, Params.Count: < 2 } executor
        || !OnlySetsTimer(executor.Body);

    private static bool OnlySetsTimer(Node body) => body switch
    {
        CallExpression { Callee: Identifier { Name: "setTimeout" or "setImmediate" } } => true,
        BlockStatement { Body: { Count: 1 } statements } => OnlySetsTimer(statements[0]),
        ExpressionStatement statement => OnlySetsTimer(statement.Expression),
        ReturnStatement { Argument: { } value } => OnlySetsTimer(value),
        _ => false,
    };
}
