using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Tells whether control can run off the end of statements, by their form alone: in doubt it can.</summary>
internal static class Endings
{
    /// <summary>Whether the end of a block can be reached.</summary>
    public static bool CanReachEnd(BlockStatement block) =>
        block.Body.Count == 0 || CanPass(block.Body[block.Body.Count - 1]);

    private static bool CanPass(Statement statement) => statement switch
    {
        ReturnStatement or ThrowStatement => false,
        BlockStatement block => CanReachEnd(block),
        IfStatement { Alternate: { } alternate } choice => CanPass(choice.Consequent) || CanPass(alternate),
        TryStatement { Finalizer: { } last } when !CanReachEnd(last) => false,
        TryStatement attempt => CanReachEnd(attempt.Block) || (attempt.Handler is { } handler && CanReachEnd(handler.Body)),
        SwitchStatement choice => CanPass(choice),
        _ => true,
    };

    private static bool CanPass(SwitchStatement choice)
    {
        var hasDefault = choice.Cases.Any(found => found.Test is null);
        var last = choice.Cases.Count > 0 ? choice.Cases[choice.Cases.Count - 1].Consequent : default;
        var breaks = choice.DescendantsAndSelf().Any(node => node is BreakStatement);
        return !hasDefault || breaks || last.Count == 0 || CanPass(last[last.Count - 1]);
    }
}
