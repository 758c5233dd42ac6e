using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>Makes a promise chain, or a call of an async function, complete when it is rejected: adds a <c>.catch</c>, or a call of the callback to the one there is.</summary>
internal sealed class Ahoy1003CompleteOnRejectionFix : FileFixer
{
    public override string RuleId => "AHOY1003";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var chain = request.Nearest<CallExpression>();
        if (chain is null || CallbackFinder.For(request, chain) is not { } callback)
        {
            yield break;
        }

        if (RejectionHandler(chain) is not { } handler)
        {
            yield return new Fix($"Add a .catch that calls {callback.Name}", RuleId, AddCatch(request, chain, callback).Edits);
        }
        else if (Complete(request, handler, callback) is { } edits)
        {
            yield return new Fix($"Call {callback.Name} when the promise is rejected", RuleId, edits.Edits);
        }

        foreach (var fix in AwaitedChain.Offer(request, chain, callback))
        {
            yield return fix;
        }
    }

    /// <summary>What is called last when the chain is rejected; null where nothing is.</summary>
    private static Expression? RejectionHandler(CallExpression chain)
    {
        for (Expression? link = chain; link is CallExpression { Callee: MemberExpression { Computed: false } member } call; link = member.Object)
        {
            switch ((member.Property as Identifier)?.Name)
            {
                // With two arguments, as some libraries have it, it is for some errors only.
                case "catch" when call.Arguments.Count == 1:
                    return call.Arguments[0];
                case "then" when call.Arguments.Count > 1:
                    return call.Arguments[1];
                case "finally":
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    private static EditList AddCatch(FixRequest request, CallExpression chain, Binding callback)
    {
        var (layout, style) = (request.Layout, request.Style);

        // A call of an async function is the start of a chain, which goes on behind it.
        var dot = chain.Callee is MemberExpression { Computed: false } callee ? layout.SkipBackward(callee.Property.Start) - 1 : chain.End - 1;
        var indentation = layout.IndentationOf(dot);
        var name = style.ErrorName == callback.Name ? "reason" : style.ErrorName;
        var reaction = WritesFunctions(chain)
            ? $"function ({name}) {{{style.NewLine}{indentation}{style.Indent}{callback.Name}({name}){style.Semicolon}{style.NewLine}{indentation}}}"
            : $"{style.ArrowParameter(name)} => {callback.Name}({name})";
        var start = layout.IsFirstOfLine(dot) ? style.NewLine + indentation : string.Empty;
        return new EditList().Insert(chain.End, $"{start}.catch({reaction})");
    }

    private static bool WritesFunctions(CallExpression chain) => chain.Arguments.Any(argument => argument is FunctionExpression);

    private static EditList? Complete(FixRequest request, Expression handler, Binding callback)
    {
        var isMentioned = callback.References.Any(r => handler.Start <= r.Identifier.Start && r.Identifier.End <= handler.End);
        return (isMentioned, handler) switch
        {
            // Some of its paths complete: where the others should is for the author to say.
            (true, _) => null,
            (_, IFunction { Generator: false } function) => CompleteFunction(request, function, callback),
            (_, Identifier or MemberExpression) => CallAndComplete(request, handler, callback),
            _ => null,
        };
    }

    /// <summary><c>.catch(console.error)</c>: keeps the call, and completes behind it.</summary>
    private static EditList CallAndComplete(FixRequest request, Expression handler, Binding callback)
    {
        var style = request.Style;
        var name = style.ErrorName == callback.Name ? "reason" : style.ErrorName;
        var body = Body(request, handler.Start, [$"{request.Layout.TextOf(handler)}({name})", $"{callback.Name}({name})"]);
        return new EditList().Replace(handler.Start, handler.End, $"{style.ArrowParameter(name)} => {body}");
    }

    private static EditList? CompleteFunction(FixRequest request, IFunction function, Binding callback)
    {
        var edits = new EditList();
        if (request.Scopes.ScopeOf((Node)function) is { } scope && !IsVisibleThroughout(request, function, scope, callback)
            || ErrorParameter(request, function, edits) is not { } error)
        {
            return null;
        }

        var call = $"{callback.Name}({error})";
        if (function.Body is not BlockStatement block)
        {
            var (start, end) = request.Layout.WithParentheses(function.Body);
            return edits.Replace(start, end, Body(request, start, [request.Text.Substring(start, end - start), call]));
        }

        var returns = Returns.In(function);
        var last = block.Body.Count > 0 ? block.Body[block.Body.Count - 1] : null;
        if (last is ThrowStatement || returns.Any(found => !ReferenceEquals(found, last)))
        {
            return null;
        }

        if (last is ReturnStatement)
        {
            BlockEditor.InsertBefore(request, last, call, edits);
        }
        else
        {
            BlockEditor.Append(request, block, call, edits);
        }

        return edits;
    }

    private static bool IsVisibleThroughout(FixRequest request, IFunction function, Scope scope, Binding callback) =>
        CallbackFinder.IsVisible(request, callback, scope)
        && (request.Scopes.ScopeOf(function.Body) is not { } body || CallbackFinder.IsVisible(request, callback, body));

    private static string? ErrorParameter(FixRequest request, IFunction function, EditList edits)
    {
        if (function.Params.Count > 0)
        {
            return function.Params[0] is Identifier { IsMissing: false } name ? name.Name : null;
        }

        var open = request.Text.IndexOf('(', function.Start);
        edits.Insert(open + 1, request.Style.ErrorName);
        return request.Style.ErrorName;
    }

    private static string Body(FixRequest request, int place, IEnumerable<string> statements)
    {
        var style = request.Style;
        var indentation = request.Layout.IndentationOf(place);
        var lines = statements.Select(statement => style.NewLine + indentation + style.Indent + statement + style.Semicolon);
        return "{" + string.Concat(lines) + style.NewLine + indentation + "}";
    }
}
