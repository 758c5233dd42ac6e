using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Flow.Promises;
using Ahoy.Analysis.Platform;
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
        ["findLast"] = TakenForTrue,
        ["findLastIndex"] = TakenForTrue,
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
        var origins = OriginFinder.Of(file.Source);
        foreach (var call in file.Source.Nodes.Calls)
        {
            if (call is { Callee: MemberExpression callee, Arguments.Count: > 0 }
                && origins.Constants.NameOf(callee) is { } method
                && s_methods.TryGetValue(method, out var consequence)
                && PlaceOf(call.Arguments[0], method, file.Source, origins) is { } place
                && MayBeCollection(call, callee.Object, file.Source, origins))
            {
                var isElsewhere = place.End <= call.Start || place.Start >= call.End;
                findings.Report(new Finding(Descriptor, place.Start, place.End, method, consequence)
                {
                    Related = isElsewhere ? [new RelatedSpan(call.Start, call.End, "The function is passed on here.")] : [],
                });
            }
        }
    }

    /// <summary>Where to report a function whose promises are ignored; null where it gives none.</summary>
    private static TextRange? PlaceOf(Expression argument, string method, SourceFile source, OriginFinder origins)
    {
        var function = origins.FunctionOf(argument);
        if (function is { Async: true })
        {
            return function.Generator ? null : FunctionHead.AsyncKeywordOf(function, source);
        }

        // What a function that is not async returns to forEach is AHOY2001's.
        if (method == "forEach" || !(function is null ? origins.Find(argument).Kind == OriginKind.PromiseFunction : origins.ReturnsPromise(function)))
        {
            return null;
        }

        return argument is IFunction inPlace ? FunctionHead.SpanOf(inPlace, source.Text) : TextRange.FromBounds(argument.Start, argument.End);
    }

    /// <summary>Whether the object may be an array, a Map or a Set. Streams have methods of the same names that do wait.</summary>
    private static bool MayBeCollection(CallExpression call, Expression receiver, SourceFile source, OriginFinder origins) =>
        origins.Find(receiver).Kind switch
        {
            OriginKind.Collection or OriginKind.PromiseList => true,
            OriginKind.Unknown => IsOfRequest(receiver, source) || !IsWaitedFor(call, source.Nodes, origins),
            _ => false,
        }
        && !Streams.IsStream(receiver, origins);

    /// <summary>Whether somebody waits for what the call gives, as nobody does for an array's.</summary>
    private static bool IsWaitedFor(Node call, NodeIndex nodes, OriginFinder origins) => nodes.ParentOf(call) switch
    {
        AwaitExpression => true,
        ChainExpression chain => IsWaitedFor(chain, nodes, origins),
        MemberExpression member => origins.Constants.NameOf(member) is { } name && Libraries.IsChainMethod(name),
        _ => false,
    };

    /// <summary>What the request brings holds no database's cursors: a list there is an array.</summary>
    private static bool IsOfRequest(Expression receiver, SourceFile source) => source.Constants.Follow(receiver) switch
    {
        MemberExpression member => IsOfRequest(member.Object, source),
        Identifier name => source.Handlers.Known.Any(handler => handler.Event is { } request && ReferenceEquals(source.Scopes.BindingOf(name), source.Scopes.BindingOf(request))),
        _ => false,
    };
}
