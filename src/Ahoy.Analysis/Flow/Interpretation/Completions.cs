using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Keeps account of what answers the request, and notices where that happens a second time.</summary>
internal sealed class Completions(Interpreter interpreter)
{
    /// <summary>The callback is called.</summary>
    public PathState Complete(PathState state, Node call, Frame frame)
    {
        if (state.Completion == Completion.Escaped)
        {
            return state;
        }

        if (state.FirstCall is { } first)
        {
            ReportSecond(SiteOf(call, frame, first.Frame), first.Node);
        }

        foreach (var pending in state.Open)
        {
            if (pending.MayComplete)
            {
                ReportLaterCalls(pending, call);
            }
            else if (pending.IsLooseChain)
            {
                interpreter.Report.AddCutOff(pending.Node, call);
                interpreter.Report.Add(FlowFindingKind.ChainCutOff, Span(pending.Node), Related(call, "The callback is called here, while the chain is still pending."));
            }
            else
            {
                interpreter.Report.AddCutOff(pending.Node, call);
            }
        }

        return state with { Completion = Completion.Called, FirstCall = state.FirstCall ?? new CallbackCall(call, frame), Pin = null };
    }

    /// <summary>Something begins that goes on by itself.</summary>
    public PathState Start(PathState state, Pending pending)
    {
        if (pending.MayComplete)
        {
            if (state.FirstCall is { } first)
            {
                ReportLaterCalls(pending, first.Node);
            }
            else if (IsSecondRound(state, pending))
            {
                foreach (var path in pending.Paths.Where(static path => !path.AfterRejection && path.Call is not null))
                {
                    ReportSecond(path.Call!, path.Call!);
                }
            }
        }

        return state.Add(interpreter.LoopDepth > 0 ? pending.Repeated() : pending);
    }

    /// <summary>The path waits until a promise has settled in one of its ways.</summary>
    /// <param name="state">The path.</param>
    /// <param name="settled">The way.</param>
    /// <param name="promise">The promise.</param>
    /// <param name="frame">The function that waits.</param>
    public PathState Apply(PathState state, SettledPath settled, PromiseValue promise, Frame frame)
    {
        state = settled.Completion switch
        {
            Completion.Called => Complete(state, promise.LastMethod is null ? promise.Origin : settled.Call!, frame),
            Completion.Escaped => state.Escape(),
            _ => state,
        };
        foreach (var pending in settled.Open)
        {
            state = Start(state, pending);
        }

        return settled.Notes.IsEmpty ? state : state with { Notes = state.Notes.AddRange(settled.Notes) };
    }

    /// <summary>A promise goes on as another one: first the one way, then the other.</summary>
    public SettledPath Compose(SettledPath first, SettledPath second)
    {
        if (first.Completion == Completion.Called && second.Completion == Completion.Called)
        {
            ReportSecond(second.Call!, first.Call!);
        }

        return second with
        {
            AfterRejection = first.AfterRejection || second.AfterRejection,
            Completion = first.Completion != Completion.None ? first.Completion : second.Completion,
            Call = first.Call ?? second.Call,
            End = second.End ?? first.End,
            Open = first.Open.AddRange(second.Open),
            Notes = first.Notes.AddRange(second.Notes),
        };
    }

    private static TextRange Span(Node node) => TextRange.FromBounds(node.Start, node.End);

    private static RelatedSpan Related(Node node, string note) => new(node.Start, node.End, note);

    /// <summary>A loop starts the same again, and answers the request each time.</summary>
    private static bool IsSecondRound(PathState state, Pending pending) =>
        pending.Kind != PendingKind.Listener
        && state.Open.Any(other => ReferenceEquals(other.Node, pending.Node))
        && pending.Paths.All(static path => path.AfterRejection || path.Completion == Completion.Called);

    /// <summary>
    /// Where to report a second call: where the first one is out of sight of the function that calls again, it is the call of that
    /// function that is too much.
    /// </summary>
    private static Node SiteOf(Node call, Frame frame, Frame first)
    {
        var site = call;
        for (var at = frame; at is not null && !IsAround(at, first); at = at.Caller)
        {
            site = at.CallSite ?? site;
        }

        return site;
    }

    private static bool IsAround(Frame outer, Frame? inner)
    {
        for (; inner is not null; inner = inner.Caller)
        {
            if (ReferenceEquals(inner, outer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is pending calls the callback too, and later.</summary>
    private void ReportLaterCalls(Pending pending, Node first)
    {
        if (pending.Kind == PendingKind.Listener)
        {
            // Listeners for errors and the like stand by without being meant to be called.
            return;
        }

        foreach (var path in pending.Paths)
        {
            if (path is { Completion: Completion.Called, Call: { } call })
            {
                ReportSecond(call, first);
            }

            foreach (var nested in path.Open)
            {
                ReportLaterCalls(nested, first);
            }
        }
    }

    private void ReportSecond(Node call, Node first)
    {
        if (!interpreter.IsUncertain)
        {
            interpreter.Report.Add(FlowFindingKind.SecondCallback, Span(call), Related(first, "The callback has been called here before."));
        }
    }
}
