using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>
/// Functions of the file that make a handler of another function, and call that one with something else than they are called with:
/// <c>const answerWith = (work) => async (context, event, callback) => callback(null, await work(event));</c>. What they return is the handler.
/// </summary>
internal sealed class LocalWrappers(SourceFile file)
{
    /// <summary>The function that a call of a wrapper returns, where the wrapped one is not called as a handler is; null where it may be.</summary>
    /// <param name="call">The call of the wrapper.</param>
    /// <param name="wrapped">Which of its arguments is wrapped.</param>
    public IFunction? HandlerMadeBy(CallExpression call, int wrapped)
    {
        if (FunctionNamed(call.Callee) is not { Async: false, Generator: false } wrapper
            || wrapped >= wrapper.Params.Count
            || file.Scopes.BindingOf(wrapper.Params[wrapped]) is not { } work
            || ReturnedBy(wrapper) is not { Params: { Count: > 0 } given } made
            || file.Scopes.BindingOf(given[0]) is not { } context)
        {
            return null;
        }

        var reads = work.References.Where(static reference => reference.IsRead).ToList();
        return reads.Count > 0 && reads.TrueForAll(reference => IsCalledOtherwise(reference.Identifier, context)) ? made : null;
    }

    private bool IsCalledOtherwise(Identifier work, Binding context) =>
        file.Nodes.ParentOf(work) is CallExpression call
        && ReferenceEquals(call.Callee, work)
        && (call.Arguments.Count == 0 || (call.Arguments[0] is not SpreadElement && !ReferenceEquals(file.Scopes.BindingOf(call.Arguments[0]), context)));

    private IFunction? FunctionNamed(Node callee) => file.Scopes.BindingOf(callee) is not { IsConstant: true } variable ? null
        : variable.Declaration as IFunction ?? (variable.Declaration as VariableDeclarator)?.Init as IFunction;

    private static IFunction? ReturnedBy(IFunction wrapper) => wrapper.Body switch
    {
        IFunction concise => concise,
        BlockStatement { Body: { Count: > 0 } body } => (body[body.Count - 1] as ReturnStatement)?.Argument as IFunction,
        _ => null,
    };
}
