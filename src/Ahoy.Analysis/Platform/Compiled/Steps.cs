using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Compiled;

/// <summary>
/// Recognises a function that a compiler has cut into steps: a <c>switch</c> over where it is, which its first parameter keeps.
/// </summary>
internal static class Steps
{
    /// <summary>Whether a function is such steps: <c>function (_a) { switch (_a.label) { case 0: … } }</c>.</summary>
    public static bool Are(IFunction function) => SwitchOf(function) is not null;

    /// <summary>Whether a call hands steps on: to a helper that runs them for <c>this</c>, where they are but one.</summary>
    public static bool AreIn(CallExpression call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is IFunction function && (SwitchOf(function) is not null || (call.Arguments is { Count: 2 } both && both[0] is ThisExpression && IsOneStep(function))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a function does nothing but to hand such steps to a helper.</summary>
    public static bool AreIn(IFunction function) => CallIn(function) is not null;

    /// <summary>The call in a function that hands its steps to a helper.</summary>
    public static CallExpression? CallIn(IFunction function)
    {
        if (function.Body is not BlockStatement block)
        {
            return IsHandedOn(function.Body);
        }

        return block.Body.OfType<ReturnStatement>().Select(static end => IsHandedOn(end.Argument)).FirstOrDefault(static call => call is not null);
    }

    /// <summary>The <c>switch</c> of a function's steps.</summary>
    public static SwitchStatement? SwitchOf(IFunction function)
    {
        if (function.Params.Count == 0 || function.Params[0] is not Identifier state || function.Body is not BlockStatement block)
        {
            return null;
        }

        foreach (var statement in block.Body)
        {
            var inner = statement switch
            {
                WhileStatement loop => loop.Body,
                ForStatement loop => loop.Body,
                _ => statement,
            };
            if (inner is BlockStatement { Body: { Count: 1 } only })
            {
                inner = only[0];
            }

            if (inner is SwitchStatement choice && choice.Discriminant.DescendantsAndSelf().Any(node => IsOf(node, state.Name)))
            {
                return choice;
            }
        }

        return null;
    }

    /// <summary>Whether a function is one step with nothing to wait for: <c>function (_a) { …; return [2, value]; }</c>.</summary>
    private static bool IsOneStep(IFunction function)
    {
        if (function.Params.Count != 1 || function.Params[0] is not Identifier || function.Body is not BlockStatement { Body: { Count: > 0 } statements })
        {
            return false;
        }

        return statements[statements.Count - 1] is ThrowStatement || statements[statements.Count - 1] is ReturnStatement { Argument: ArrayExpression { Elements: { Count: 1 or 2 } elements } }
            && elements[0] is NumericLiteral { Value: >= 0 and <= 7 };
    }

    private static bool IsOf(Node node, string state) => node is MemberExpression { Object: Identifier owner } && owner.Name == state;

    private static CallExpression? IsHandedOn(Node? value) => value switch
    {
        CallExpression call => AreIn(call) ? call : null,
        SequenceExpression sequence => IsHandedOn(sequence.Expressions[sequence.Expressions.Count - 1]),
        _ => null,
    };
}
