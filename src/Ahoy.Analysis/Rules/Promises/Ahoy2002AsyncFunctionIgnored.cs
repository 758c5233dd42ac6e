using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Flow.Promises;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>A method of arrays is given a function whose promises it can't use.</summary>
internal sealed class Ahoy2002AsyncFunctionIgnored : FileRule
{
    private const string Ignored = "does not wait for the promises that this function returns: the callback may be called, and the invocation be over, while they are still at work. Use 'for … of' with 'await', or 'await Promise.all(….map(…))'";
    private const string TakenForTrue = "takes the promise that this function returns for 'true', whatever it will be fulfilled with. Await the answers first, with 'Promise.all(….map(…))'";
    private const string TakenForNumber = "can't compare by the promises that this function returns: the order stays as it happens to be. Await what is compared before";

    private static readonly Dictionary<string, string> s_methods = new(StringComparer.Ordinal)
    {
        ["forEach"] = Ignored,
        ["filter"] = TakenForTrue,
        ["some"] = TakenForTrue,
        ["every"] = TakenForTrue,
        ["find"] = TakenForTrue,
        ["findIndex"] = TakenForTrue,
        ["sort"] = TakenForNumber,
    };

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY2002",
        RuleCategory.Promises,
        Severity.Warning,
        "An async function where its promise is ignored",
        "'{0}' {1}.");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Source.Mentions("async"))
        {
            return;
        }

        var origins = OriginFinder.Of(file.Source);
        foreach (var call in file.Source.Nodes.Calls)
        {
            if (call is { Callee: MemberExpression callee, Arguments.Count: > 0 }
                && origins.Constants.NameOf(callee) is { } method
                && s_methods.TryGetValue(method, out var consequence)
                && origins.FunctionOf(call.Arguments[0]) is { Async: true, Generator: false } function
                && MayBeCollection(callee.Object, origins))
            {
                var keyword = FunctionHead.AsyncKeywordOf(function, file.Source);
                findings.Report(new Finding(Descriptor, keyword.Start, keyword.End, method, consequence)
                {
                    Related = call.Arguments[0] is IFunction ? [] : [new RelatedSpan(call.Start, call.End, "The function is passed on here.")],
                });
            }
        }
    }

    /// <summary>Whether the object may be an array, a Map or a Set. Streams have methods of the same names that do wait.</summary>
    private static bool MayBeCollection(Expression receiver, OriginFinder origins) =>
        origins.Find(receiver).Kind is OriginKind.Collection or OriginKind.PromiseList or OriginKind.Unknown
        && !Streams.IsStream(receiver, origins);
}
