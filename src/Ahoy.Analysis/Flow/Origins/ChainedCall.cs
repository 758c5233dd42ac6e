using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>Looks at the links of a promise chain.</summary>
internal sealed class ChainedCall(OriginFinder origins)
{
    /// <summary>Whether an expression is a call of <c>.then</c>, <c>.catch</c> or <c>.finally</c>.</summary>
    public bool Is(Node node) => node is CallExpression call && MethodOf(call) is not null;

    /// <summary>Whether some link of a chain takes rejections, and no link behind that one can be rejected again.</summary>
    public bool HandlesRejection(Node? node)
    {
        while (node.Unchained() is CallExpression call && MethodOf(call) is { } method)
        {
            var taker = method switch
            {
                "catch" when call.Arguments.Count > 0 => call.Arguments[call.Arguments.Count - 1],
                "then" => call.Arguments.ArgumentAt(1),
                _ => null,
            };
            if (MayBeFunction(taker))
            {
                return true;
            }

            if (method == "then" ? CanFail(call.Arguments.ArgumentAt(0)) : method == "finally" && Throws(call.Arguments.ArgumentAt(0)))
            {
                return false;
            }

            node = ((MemberExpression)call.Callee).Object;
        }

        return false;
    }

    private string? MethodOf(CallExpression call) =>
        call.Callee is MemberExpression member && origins.Constants.NameOf(member) is { } name && Libraries.IsChainMethod(name) ? name : null;

    /// <summary>Whether something is no function for certain: then <c>catch</c> and <c>then</c> pass it over.</summary>
    private bool MayBeFunction(Node? value) => value switch
    {
        null or Literal or TemplateLiteral or ObjectExpression or ArrayExpression or UnaryExpression => false,
        Identifier { Name: "undefined" } name => !origins.Scopes.IsFree(name, name.Name),
        _ => true,
    };

    /// <summary>Whether a function that a link runs may throw, or return a promise that is rejected.</summary>
    private bool CanFail(Node? link) => MayBeFunction(link) && (link is not IFunction function || function.Body.DescendantsAndSelf().Any(IsRisky));

    /// <summary>What <c>finally</c> runs cleans up, and is trusted as long as it does not throw by itself.</summary>
    private static bool Throws(Node? link) => link is IFunction function && function.Body.DescendantsAndSelf().Any(static node => node is ThrowStatement);

    private bool IsRisky(Node node) => node switch
    {
        ThrowStatement or AwaitExpression or NewExpression or ImportExpression or TaggedTemplateExpression or YieldExpression => true,
        CallExpression call => call.Callee is not MemberExpression { Object: Identifier { Name: "console" } console } || !origins.Scopes.IsFree(console, console.Name),
        _ => false,
    };
}
