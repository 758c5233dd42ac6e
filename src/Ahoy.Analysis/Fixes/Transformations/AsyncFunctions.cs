using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Makes functions <c>async</c> where that harms nobody who calls them.</summary>
internal static class AsyncFunctions
{
    /// <summary>
    /// Prepares a place for an <c>await</c>: adds <c>async</c> to the function around it if need be.
    /// </summary>
    /// <returns>Whether an <c>await</c> may stand there.</returns>
    public static bool AllowAwait(FixRequest request, Node place, EditList edits) =>
        request.Scopes.EnclosingFunction(place) is { } function
        && place.IsIn(function.Body)
        && MakeAsync(request, function, edits);

    /// <summary>Adds <c>async</c> to a function that has none.</summary>
    /// <returns>Whether the function is or becomes <c>async</c>.</returns>
    public static bool MakeAsync(FixRequest request, IFunction function, EditList edits)
    {
        if (function.Async)
        {
            return true;
        }

        if (function.Generator || !IgnoresResult(request, function) || KeywordPlace(request, (Node)function) is not { } place)
        {
            return false;
        }

        edits.Insert(place, "async ");
        return true;
    }

    /// <summary>
    /// Whether nobody minds that the function gives a promise: it is the handler, or a link of a promise chain, which waits
    /// for it.
    /// </summary>
    private static bool IgnoresResult(FixRequest request, IFunction function)
    {
        if (request.Handlers.Of(function) is not null)
        {
            return true;
        }

        return request.Nodes.ParentOf((Node)function) is CallExpression
        {
            Callee: MemberExpression { Computed: false, Property: Identifier { Name: "then" or "catch" or "finally" } } callee,
        }
            && callee.End < function.Start;
    }

    private static int? KeywordPlace(FixRequest request, Node function)
    {
        return request.Nodes.ParentOf(function) switch
        {
            Property { Method: true } method => method.Start,
            Property { Kind: not PropertyKind.Init } or MethodDefinition => null,
            _ => function.Start,
        };
    }
}
