using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Interpretation;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow;

/// <summary>Follows the paths of a file's handlers, once for all rules that ask.</summary>
internal static class HandlerPaths
{
    /// <summary>What there is to say about the handlers of a file.</summary>
    public static FlowReport Of(FileContext file) => file.Source.Get(source => Analyze(source, file.Cancellation));

    private static FlowReport Analyze(SourceFile source, CancellationToken cancellation)
    {
        var report = new FlowReport();
        foreach (var handler in source.Handlers.Known)
        {
            try
            {
                var attempt = new FlowReport();
                Analyze(source, handler, attempt, cancellation);
                report.Add(attempt);
            }
            catch (Exception exception) when (exception is AnalysisGivenUpException or InsufficientExecutionStackException)
            {
                report.IsGivenUp = true;
            }
        }

        return report;
    }

    private static void Analyze(SourceFile source, Handler handler, FlowReport report, CancellationToken cancellation)
    {
        var interpreter = new Interpreter(source, handler.Function, report, cancellation);
        var callback = source.Scopes.BindingOf(handler.Callback);
        var frame = new Frame(handler.Function, caller: null, callSite: null);
        interpreter.Functions.Run(
            callback is null ? [] : ArgumentsOf(handler),
            MayAnswerUnseen(source, handler, callback) ? PathState.Start.Escape() : PathState.Start,
            frame);
        new HandlerEnds(source, handler, interpreter).Judge(frame.Ends);
    }

    /// <summary>What the handler is called with; a call that wraps it may give it more than the platform does.</summary>
    private static List<AbstractValue> ArgumentsOf(Handler handler)
    {
        List<AbstractValue> arguments = [AbstractValue.Unknown, AbstractValue.Unknown, CallbackValue.Instance];
        for (var i = arguments.Count; handler.Wrapper is not null && i < handler.Function.Params.Count; i++)
        {
            arguments.Add(OutsideValue.Instance);
        }

        return arguments;
    }

    /// <summary>Whether the callback can be called by another name than its parameter's, or the parameter may be something else.</summary>
    private static bool MayAnswerUnseen(SourceFile source, Handler handler, Binding? callback)
    {
        if (callback is null ? handler.Callback is not null || handler.HasRest : !callback.IsConstant)
        {
            return true;
        }

        return handler.Function is not ArrowFunctionExpression
            && source.Scopes.ScopeOf((Node)handler.Function) is { } scope
            && scope.Bindings.Any(binding => binding.Kind == BindingKind.Arguments && binding.References.Any(reference => !IsHarmless(reference, source)));
    }

    /// <summary>Whether the arguments are only counted, or asked for the function that they were given to.</summary>
    private static bool IsHarmless(Reference arguments, SourceFile source) =>
        source.Nodes.ParentOf(arguments.Identifier) is MemberExpression { Computed: false, Property: Identifier { Name: "length" or "callee" } };
}
