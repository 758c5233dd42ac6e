using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>A promise is made by a function whose own promise nobody sees.</summary>
internal sealed class Ahoy2004AsyncExecutor : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY2004",
        RuleCategory.Promises,
        Severity.Warning,
        "An async function makes a promise",
        "'new Promise' ignores the promise of an async function: what is thrown in it is lost, and who waits for the new promise waits until the request times out. Call an async function instead of making a promise around one, or put all of its body into 'try' with 'catch (error) { reject(error); }'.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var origins = OriginFinder.Of(file.Source);
        foreach (var created in file.Source.Nodes.News)
        {
            if (created.Callee is Identifier { Name: "Promise" } callee
                && file.Source.Scopes.IsFree(callee, callee.Name)
                && created.Arguments.Count > 0
                && origins.FunctionOf(created.Arguments[0]) is { Async: true } executor
                && !IsCaught(executor))
            {
                var keyword = FunctionHead.AsyncKeywordOf(executor, file.Source);
                findings.Report(keyword.Start, keyword.End);
            }
        }
    }

    /// <summary>Whether all that the function does stands in one <c>try</c> with a <c>catch</c>.</summary>
    private static bool IsCaught(IFunction executor) =>
        executor.Body is BlockStatement { Body: { Count: 1 } statements } && statements[0] is TryStatement { Handler: not null };
}
