using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>
/// Completes where a path of the handler ends: with the error that was caught there, with the response that the handler has made, or with
/// nothing. Which of them is meant is for people to say, so it is not applied unasked.
/// </summary>
internal sealed class Ahoy1002CompletePathFix : FileFixer
{
    public override string RuleId => "AHOY1002";

    /// <summary>Which paths run into each other is for the rules to say.</summary>
    public override bool NeedsProof => true;

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        var edits = new EditList();
        if (PlaceOf(request) is { } place
            && CallbackFinder.At(request, place) is { } callback
            && IsVisible(request, place, callback)
            && Complete(request, place, $"{callback.Name}({ArgumentsAt(request, place, callback)})", edits))
        {
            yield return new Fix($"Complete this path with {callback.Name}", RuleId, edits.Edits) { IsCure = false };
        }
    }

    /// <summary>The statement at which the path ends: a jump, or the block of which the closing brace is reported.</summary>
    private static Statement? PlaceOf(FixRequest request) => request.Node switch
    {
        ReturnStatement { Argument: null } or BreakStatement { Label: null } => (Statement)request.Node,
        BlockStatement block when block.End == request.End => block,
        _ => null,
    };

    private static bool IsVisible(FixRequest request, Statement place, Binding callback) =>
        request.Scopes.ScopeOf(place) is not { } scope || CallbackFinder.IsVisible(request, callback, scope);

    private static bool Complete(FixRequest request, Statement place, string call, EditList edits)
    {
        switch (place)
        {
            case ReturnStatement:
                edits.Insert(place.Start + "return".Length, " " + call);
                return true;
            case BreakStatement when request.Nodes.ParentOf(place) is BlockStatement or SwitchCase:
                BlockEditor.InsertBefore(request, place, call, edits);
                return true;
            case BlockStatement { Body.Count: > 0 } block when MissingElse(block) is { } arm:
                AddElse(request, arm, call, edits);
                return true;
            case BlockStatement block:
                var isWhole = request.Nodes.ParentOf(block) is IFunction;
                BlockEditor.Append(request, block, isWhole || !IsLast(request, block) ? call : "return " + call, edits);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The last arm of the <c>if</c> that a block ends with, where it has no <c>else</c> and its arms end with calls.</summary>
    private static BlockStatement? MissingElse(BlockStatement block)
    {
        var choice = block.Body[block.Body.Count - 1] as IfStatement;
        while (choice?.Alternate is IfStatement next)
        {
            choice = next;
        }

        return choice is { Alternate: null, Consequent: BlockStatement { Body.Count: > 0 } arm } && arm.Body[arm.Body.Count - 1] is ExpressionStatement { Expression: CallExpression }
            ? arm
            : null;
    }

    private static void AddElse(FixRequest request, BlockStatement arm, string call, EditList edits)
    {
        var (layout, style) = (request.Layout, request.Style);
        var indentation = layout.IndentationOf(arm.End - 1);
        edits.Insert(arm.End, $" else {{{style.NewLine}{indentation}{style.Indent}{call}{style.Semicolon}{style.NewLine}{indentation}}}");
    }

    /// <summary>Whether nothing runs behind a block in its function.</summary>
    private static bool IsLast(FixRequest request, BlockStatement block)
    {
        Node child = block;
        foreach (var ancestor in request.Nodes.AncestorsOf(block))
        {
            switch (ancestor)
            {
                case IFunction:
                    return true;
                case BlockStatement outer when !ReferenceEquals(outer.Body[outer.Body.Count - 1], child):
                case SwitchCase or WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement:
                case TryStatement { Finalizer: not null }:
                    return false;
            }

            child = ancestor;
        }

        return false;
    }

    private static string ArgumentsAt(FixRequest request, Statement place, Binding callback)
    {
        foreach (var ancestor in request.Nodes.AncestorsOf(place).Prepend(place))
        {
            if (ancestor is CatchClause { Param: Identifier error } && IsUsable(request, place, error))
            {
                return error.Name;
            }

            if (ancestor is IFunction function)
            {
                return ErrorOf(request, function) is { } reason && IsUsable(request, place, reason) ? reason.Name
                    : ResponseAt(request, place) is { } response ? $"null, {response}"
                    : "null";
            }
        }

        return "null";
    }

    private static bool IsUsable(FixRequest request, Statement place, Identifier name) =>
        request.Scopes.BindingOf(name) is { } binding && IsVisible(request, place, binding);

    /// <summary>What a function that is given to <c>.catch</c>, or to <c>.then</c> as the second, is called with.</summary>
    private static Identifier? ErrorOf(FixRequest request, IFunction function) =>
        function.Params.Count == 1
        && request.Nodes.ParentOf((Node)function) is CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: var link } } } call
        && ((link == "catch" && ReferenceEquals(call.Arguments[0], function))
            || (link == "then" && call.Arguments.Count > 1 && ReferenceEquals(call.Arguments[1], function)))
            ? function.Params[0] as Identifier
            : null;

    /// <summary>The one response that is there by then: <c>const twiml = new Twilio.twiml.VoiceResponse()</c>.</summary>
    private static string? ResponseAt(FixRequest request, Statement place)
    {
        var responses = request.Scopes.References
            .Where(reference => reference.IsDeclaration && reference.Identifier.End < place.End)
            .Select(reference => reference.Binding)
            .OfType<Binding>()
            .Where(binding => binding.ConstantValue is NewExpression { Callee: MemberExpression callee }
                && request.Layout.TextOf(callee) is "Twilio.Response" or "Twilio.twiml.MessagingResponse" or "Twilio.twiml.VoiceResponse"
                && (request.Scopes.ScopeOf(place) ?? request.Scopes.EnclosingScope(place)).Resolve(binding.Name) == binding)
            .Distinct()
            .Take(2)
            .ToList();
        return responses.Count == 1 ? responses[0].Name : null;
    }
}
