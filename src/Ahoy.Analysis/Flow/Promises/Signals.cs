using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Promises;

/// <summary>
/// Tells whether work reports its own end to somebody: it calls a function that the code around it was given (<c>resolve</c>, a
/// callback), or hands one on.
/// </summary>
internal sealed class Signals(SourceFile source)
{
    private static readonly HashSet<string> s_names = ["callback", "cb", "done", "next", "resolve", "reject"];

    /// <summary>Whether something in an expression calls, or passes on, a function from outside of it.</summary>
    public bool Sends(Node expression)
    {
        foreach (var node in expression.DescendantsAndSelf())
        {
            if (node is not CallExpression call)
            {
                continue;
            }

            if (RootOf(call.Callee) is { } callee && (IsGiven(callee, expression) ? ReferenceEquals(callee, call.Callee) : IsMadeFromGiven(callee, expression)))
            {
                return true;
            }

            foreach (var argument in call.Arguments)
            {
                if (argument is Identifier passed && IsGiven(passed, expression) && (s_names.Contains(passed.Name) || IsCalled(passed)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether an identifier names a parameter of a function around the expression.</summary>
    private bool IsGiven(Identifier identifier, Node expression) =>
        source.Scopes.BindingOf(identifier) is { Kind: BindingKind.Parameter, Declaration: { } function }
        && function.Start <= expression.Start && function.End >= expression.End;

    /// <summary>Whether a variable holds what a call or a constructor made of such a parameter: <c>once(callback)</c>.</summary>
    private bool IsMadeFromGiven(Identifier identifier, Node expression) =>
        source.Scopes.BindingOf(identifier)?.ConstantValue switch
        {
            CallExpression call => call.Arguments,
            NewExpression created => created.Arguments,
            _ => default(NodeList<Expression>?),
        } is { } arguments && arguments.Any(argument => argument is Identifier passed && (s_names.Contains(passed.Name) || IsCallback(passed)) && IsGiven(passed, expression));

    /// <summary>Whether a name is a handler's callback, whatever its name.</summary>
    private bool IsCallback(Identifier name) =>
        source.Handlers.Known.Any(handler => handler.Callback is { } callback && ReferenceEquals(source.Scopes.BindingOf(callback), source.Scopes.BindingOf(name)));

    /// <summary>The name that a call goes through: <c>respond</c>, or the object of its methods.</summary>
    private static Identifier? RootOf(Node callee)
    {
        while (callee is MemberExpression member)
        {
            callee = member.Object;
        }

        return callee as Identifier;
    }

    private bool IsCalled(Identifier identifier) =>
        source.Scopes.BindingOf(identifier)!.References.Any(reference =>
            source.Nodes.ParentOf(reference.Identifier) is CallExpression call && ReferenceEquals(call.Callee, reference.Identifier));
}
