using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Flow.Promises;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>An array of promises is awaited, and so none of them.</summary>
internal sealed class Ahoy2006AwaitedArray : FileRule
{
    private const string Keyword = "await";
    private const string CompiledKeyword = "yield";

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY2006",
        RuleCategory.Promises,
        Severity.Warning,
        "An array of promises is awaited",
        "'await' waits for a promise, and this is an array of promises: it waits for none of them. Write 'await Promise.all(…)' around the array.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var origins = OriginFinder.Of(file.Source);
        foreach (var awaited in file.Source.Nodes.Awaits)
        {
            if (origins.Find(awaited.Argument).Kind == OriginKind.PromiseList && !IsOfStream(awaited.Argument, origins))
            {
                findings.Report(awaited.Start, awaited.Start + Keyword.Length);
            }
        }

        foreach (var awaited in file.Source.Mentions(CompiledKeyword) ? Compiled(file.Source, origins) : [])
        {
            findings.Report(awaited.Start, awaited.Start + CompiledKeyword.Length);
        }
    }

    /// <summary>The same in the body of an <c>async</c> function that a compiler has made a generator of.</summary>
    private static IEnumerable<YieldExpression> Compiled(SourceFile source, OriginFinder origins) =>
        source.Program.DescendantsAndSelf().OfType<YieldExpression>().Where(awaited =>
            awaited is { Delegate: false, Argument: { } argument }
            && origins.Find(argument).Kind == OriginKind.PromiseList
            && !IsOfStream(argument, origins)
            && source.Nodes.FunctionOf(awaited) is { } body
            && origins.AsyncBodies.IsBody(body));

    /// <summary>Streams and the cursors of databases have a <c>map</c> of their own.</summary>
    private static bool IsOfStream(Expression list, OriginFinder origins) =>
        origins.Constants.Follow(list) is CallExpression { Callee: MemberExpression member } && Streams.IsStream(member.Object, origins);
}
