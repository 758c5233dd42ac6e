using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Interpretation;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow;

/// <summary>Judges the ends of a handler's paths: which of them leave the request without an answer.</summary>
internal sealed class HandlerEnds(SourceFile source, Handler handler, Interpreter interpreter)
{
    private readonly FlowReport _report = interpreter.Report;

    public void Judge(IReadOnlyList<FunctionEnd> ends)
    {
        if (handler.Callback is null && !handler.HasRest && ends.All(static end => end.State.Completion == Completion.None))
        {
            JudgeWithoutCallback(ends);
        }

        // A call that wraps the handler may answer for it, most of all where the handler itself never does.
        var isAnsweredElsewhere = handler.Callback is null
            || (handler.Wrapper is not null && !ends.Any(static end => end.State.MayComplete));
        foreach (var end in ends)
        {
            Judge(end, isAnsweredElsewhere);
        }
    }

    private void JudgeWithoutCallback(IReadOnlyList<FunctionEnd> ends)
    {
        if (handler.Wrapper is null && ends.Any(static end => !end.IsError && !IsAlwaysRejected(end)))
        {
            _report.Add(FlowFindingKind.NoCallbackParameter, FunctionHead.SpanOf(handler.Function, source.Text));
        }
    }

    /// <summary>Whether an end is that of an <c>async</c> function which always throws, as a compiler has rewritten it.</summary>
    private static bool IsAlwaysRejected(FunctionEnd end) =>
        end.Value is PromiseValue { LastMethod: null, Paths: { IsEmpty: false } paths } && paths.All(static path => path.Rejected);

    private void Judge(FunctionEnd end, bool isAnsweredElsewhere)
    {
        if (end.IsError)
        {
            if (end.Kind == FunctionEndKind.RejectedAwait && end.State.Completion == Completion.None)
            {
                ReportUncaught();
            }

            return;
        }

        JudgeChains(end.State);
        if (handler.Function.Async && end.Value is PromiseValue promise)
        {
            JudgeReturned(promise, end, isAnsweredElsewhere);
        }
        else
        {
            Finish(end, isAnsweredElsewhere);
        }
    }

    /// <summary>An <c>async</c> handler's own promise goes on as the one that it returns.</summary>
    private void JudgeReturned(PromiseValue promise, FunctionEnd end, bool isAnsweredElsewhere)
    {
        var answers = promise.Paths.Any(static path => path is { AfterRejection: false, MayComplete: true });
        var rest = end.State.Remove(promise.Origin);
        foreach (var path in promise.Paths)
        {
            if (path.Rejected && end.State.Completion == Completion.None)
            {
                if (answers && path.Completion == Completion.None && promise.LastMethod is not null)
                {
                    ReportUncaught();
                }
            }
            else if (!path.Rejected)
            {
                var state = rest with
                {
                    Completion = rest.Completion == Completion.None ? path.Completion : rest.Completion,
                    Open = rest.Open.AddRange(path.Open),
                    Notes = rest.Notes.AddRange(path.Notes),
                };
                Finish(new FunctionEnd(end.Kind, state, AbstractValue.Unknown, answers ? path.End ?? end.Span : end.Span), isAnsweredElsewhere);
            }
        }
    }

    private void Finish(FunctionEnd end, bool isAnsweredElsewhere)
    {
        var state = end.State;
        if (state.Completion != Completion.None)
        {
            return;
        }

        var chances = state.Open.Where(static pending => pending.MayComplete).ToList();
        var compiled = CompiledEnds(end);
        var places = compiled ?? [end.Span];
        var values = end.Kind == FunctionEndKind.Return ? places.Where(IsValue).ToList() : [];

        // A handler without the parameter is AHOY1007's, returned values included.
        if (chances.Count == 0 || compiled is not null)
        {
            foreach (var value in values.Where(_ => handler.Wrapper is null && handler.Callback is not null))
            {
                _report.Add(FlowFindingKind.ReturnedValue, value);
            }
        }

        if (chances.Count == 0)
        {
            if (!isAnsweredElsewhere && !(values.Count > 0 && handler.Wrapper is not null))
            {
                foreach (var place in places)
                {
                    _report.Add(FlowFindingKind.PathWithoutCallback, place, [.. Explain(state)]);
                }
            }
        }
        else if (chances.Count == 1 && !isAnsweredElsewhere)
        {
            JudgeLastChance(chances[0], end.Span);
        }
    }

    private bool IsValue(TextRange place) =>
        source.Nodes.FindReturned(place, handler.Function) is { } returned && ReturnedValues.IsResponse(returned, interpreter.Origins);

    /// <summary>Where an <c>async</c> handler that a compiler has rewritten ends without an answer: in the body that its helper runs. Null for any other end.</summary>
    private List<TextRange>? CompiledEnds(FunctionEnd end)
    {
        if (handler.Function.Async || end.Value is not PromiseValue { LastMethod: null, Origin: CallExpression run } promise || interpreter.Origins.AsyncBodies.RunBy(run) is null)
        {
            return null;
        }

        var ends = promise.Paths
            .Where(static path => path is { Rejected: false, Completion: Completion.None, MayComplete: false, End: not null })
            .Select(static path => path.End!.Value)
            .Distinct()
            .ToList();
        return ends.Count > 0 ? ends : null;
    }

    /// <summary>Only this can still answer the request: does it, in all its ways?</summary>
    private void JudgeLastChance(Pending pending, TextRange end)
    {
        if (pending.Kind == PendingKind.Listener || pending.Repeats)
        {
            // It may be called again, or another one like it.
            return;
        }

        foreach (var path in pending.Paths)
        {
            if (path.Completion != Completion.None)
            {
                continue;
            }

            var chances = path.Open.Where(static open => open.MayComplete).ToList();
            if (chances.Count > 0)
            {
                if (chances.Count == 1)
                {
                    JudgeLastChance(chances[0], path.End ?? end);
                }
            }
            else if (path.AfterRejection)
            {
                JudgeRejection(pending, path);
            }
            else if (!path.Rejected)
            {
                _report.Add(FlowFindingKind.PathWithoutCallback, path.End ?? end, [.. path.Notes]);
            }
        }
    }

    private void JudgeRejection(Pending pending, SettledPath path)
    {
        if (!pending.Paths.Any(static other => other is { AfterRejection: false, MayComplete: true }))
        {
            return;
        }

        if (pending is { Kind: PendingKind.AsyncCall, Node: CallExpression call } && path.Rejected && interpreter.Origins.FunctionOf(call.Callee) is { Async: true })
        {
            // An async function that answers when all goes well, and is called without anything that waits for it. What a compiler has made of
            // one may be waited for in ways that only the compiler knows.
            var place = call.Callee is IFunction function ? FunctionHead.AsyncKeywordOf(function, source) : TextRange.FromBounds(call.Callee.Start, call.Callee.End);
            _report.Add(FlowFindingKind.RejectionWithoutCallback, place);
        }
        else if (pending is { Kind: PendingKind.Chain, Promise.LastMethod: { } method })
        {
            RelatedSpan[] related = path.End is { } end ? [new RelatedSpan(end.Start, end.End, "The rejection is handled up to here, without calling the callback.")] : [];
            _report.Add(FlowFindingKind.RejectionWithoutCallback, TextRange.FromBounds(method.Start, method.End), related);
        }
    }

    /// <summary>Chains that are left alone on a path which something else answers.</summary>
    private void JudgeChains(PathState state)
    {
        if (state.MayComplete)
        {
            foreach (var pending in state.Open.Where(static pending => pending.IsLooseChain))
            {
                _report.AddDroppedChain(pending.Node);
            }
        }
    }

    private void ReportUncaught()
    {
        if (handler.Wrapper is null && handler.Function.Async)
        {
            _report.Add(FlowFindingKind.UncaughtRejection, FunctionHead.AsyncKeywordOf(handler.Function, source));
        }
    }

    private static IEnumerable<RelatedSpan> Explain(PathState state)
    {
        if (state.LastBranch is { } branch)
        {
            yield return new RelatedSpan(branch.Start, branch.End, "The path is decided here.");
        }

        foreach (var note in state.Notes)
        {
            yield return note;
        }

        foreach (var pending in state.Open.Where(static pending => pending.Kind is PendingKind.Chain or PendingKind.Dropped))
        {
            yield return new RelatedSpan(pending.Node.Start, pending.Node.End, "This promise is left alone: nothing that follows from it calls the callback.");
        }
    }
}
