using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>Gives a handler its callback, and hands what it returns to it.</summary>
internal sealed class Ahoy1007AddCallbackFix : FileFixer
{
    private const string Callback = "callback";

    private static readonly string[] s_parameters = ["context", "event", Callback];

    public override string RuleId => "AHOY1007";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var edits = new EditList();
        if (HandlerOf(request) is { } handler
            && AddParameter(request, handler, edits)
            && (UsesFreeCallback(request, handler) || (IsFree(request, handler) && Complete(request, handler, edits))))
        {
            yield return new Fix("Complete with a callback parameter", RuleId, edits.Edits);
        }
    }

    private static IFunction? HandlerOf(FixRequest request) =>
        request.Handlers.Known.FirstOrDefault(
            handler => handler.Function.Start <= request.Start && request.Start <= handler.Function.End)?.Function;

    private static bool AddParameter(FixRequest request, IFunction handler, EditList edits)
    {
        var parameters = handler.Params;
        if (handler.Generator || parameters.Count >= s_parameters.Length || parameters.Any(parameter => parameter is RestElement) || IsForeign(handler))
        {
            return false;
        }

        var missing = string.Join(", ", s_parameters.Skip(parameters.Count));
        if (parameters.Count == 0)
        {
            edits.Insert(request.Text.IndexOf('(', handler.Start) + 1, missing);
            return true;
        }

        var last = parameters[parameters.Count - 1];
        if (!request.Layout.NextIs(last.End, ')') && !request.Layout.NextIs(last.End, ','))
        {
            // A bare `event =>`.
            edits.Replace(last.Start, last.End, $"({request.Layout.TextOf(last)}, {missing})");
            return true;
        }

        // A parameter in a line of its own gets company of the same kind.
        var layout = request.Layout;
        var separator = parameters.Count > 1 && layout.IsFirstOfLine(last.Start)
            ? "," + request.Style.NewLine + layout.IndentationOf(last.Start)
            : ", ";
        edits.Insert(last.End, separator + missing);
        return true;
    }

    /// <summary>A first parameter called <c>event</c>: written for another platform, where the order is another one too.</summary>
    private static bool IsForeign(IFunction handler) =>
        handler.Params.Count > 0 && handler.Params[0] is Identifier { Name: "event" or "req" or "request" };

    /// <summary>Whether only the parameter was forgotten.</summary>
    private static bool UsesFreeCallback(FixRequest request, IFunction handler) =>
        CallbackReferences(request, handler).Any() && CallbackReferences(request, handler).All(reference => reference.Binding is null);

    private static bool IsFree(FixRequest request, IFunction handler) =>
        !CallbackReferences(request, handler).Any() && request.Scopes.ScopeOf((Node)handler)?.Find("arguments") is null;

    private static IEnumerable<JavaScript.Scopes.Reference> CallbackReferences(FixRequest request, IFunction handler) =>
        request.Scopes.References.Where(
            reference => reference.Identifier.Name == Callback
                && handler.Start <= reference.Identifier.Start
                && reference.Identifier.End <= handler.End);

    private static bool Complete(FixRequest request, IFunction handler, EditList edits)
    {
        if (handler.Body is not BlockStatement block)
        {
            return CompleteExpression(request, handler, (Expression)handler.Body, edits);
        }

        foreach (var found in Returns.In(handler))
        {
            if (!CompleteReturn(request, handler, found, edits))
            {
                return false;
            }
        }

        if (Endings.CanReachEnd(block))
        {
            BlockEditor.Append(request, block, $"{Callback}(null)", edits);
        }

        return true;
    }

    private static bool CompleteReturn(FixRequest request, IFunction handler, ReturnStatement found, EditList edits)
    {
        if (found.Argument is not { } value)
        {
            edits.Insert(found.Start + "return".Length, $" {Callback}(null)");
            return true;
        }

        if (!IsResponse(value) || HandOver(request, handler, value) is not { } call)
        {
            return false;
        }

        var (start, end) = request.Layout.WithParentheses(value);
        edits.Replace(start, end, call);
        return !request.Layout.HasComment(start, value.Start) && !request.Layout.HasComment(value.End, end);
    }

    private static bool CompleteExpression(FixRequest request, IFunction handler, Expression value, EditList edits)
    {
        if (!IsResponse(value) || HandOver(request, handler, value) is not { } call)
        {
            return false;
        }

        var (start, end) = request.Layout.WithParentheses(value);
        edits.Replace(start, end, call);
        return true;
    }

    /// <summary>The call that completes with a value; null where it may be a promise that can't be waited for here.</summary>
    private static string? HandOver(FixRequest request, IFunction handler, Expression value)
    {
        var text = request.Layout.TextOf(value);
        if (value is SequenceExpression)
        {
            text = $"({text})";
        }

        if (ValueGuess.IsNoPromise(value, request))
        {
            return $"{Callback}(null, {text})";
        }

        return handler.Async ? $"{Callback}(null, await {Operand(value, text)})" : Chained(request, value, text);
    }

    /// <summary>A promise chain goes on with the callback; whether anything else is a promise is not known.</summary>
    private static string? Chained(FixRequest request, Expression value, string text)
    {
        if (value is not CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: "then" or "catch" or "finally" } link } })
        {
            return null;
        }

        var (layout, style) = (request.Layout, request.Style);
        var dot = layout.SkipBackward(link.Start) - 1;
        var start = layout.IsFirstOfLine(dot) ? style.NewLine + layout.IndentationOf(dot) : string.Empty;
        return $"{text}{start}.then({style.ArrowParameter("result")} => {Callback}(null, result))"
            + $"{start}.catch({style.ArrowParameter(style.ErrorName)} => {Callback}({style.ErrorName}))";
    }

    private static string Operand(Expression value, string text) =>
        value is CallExpression or MemberExpression or Identifier or ChainExpression or NewExpression ? text : $"({text})";

    /// <summary>Whether a value can be meant as the response: not an error, a list of promises, nor the response object of another platform.</summary>
    private static bool IsResponse(Expression value) => value switch
    {
        CallExpression call => !call.Arguments.OfType<IFunction>().Any(function => function.Async),
        NewExpression { Callee: Identifier { Name: var name } } => !name.EndsWith("Error", StringComparison.Ordinal),
        ObjectExpression literal => !literal.Properties.OfType<Property>().Any(
            property => property.Key is Identifier { Name: "statusCode" } or StringLiteral { Value: "statusCode" }),
        ConditionalExpression choice => IsResponse(choice.Consequent) && IsResponse(choice.Alternate),
        LogicalExpression logical => IsResponse(logical.Right),
        _ => true,
    };
}
