using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// Recognises code that learns from an empty variable that the request has been answered: <c>const user = await load().catch(callback);
/// if (!user) return;</c>. There, a variable that came by its value in another way is not empty.
/// </summary>
internal static class SignalledByNothing
{
    /// <summary>The paths that come to a condition, with what it says about the variables that it asks for.</summary>
    public static IEnumerable<PathState> Apply(Expression test, List<PathState> states, ScopeTree scopes)
    {
        if (states.Count < 2)
        {
            return states;
        }

        var signals = Tested(test, scopes).Where(binding => states.Exists(state => state.MayComplete && IsEmpty(state, binding))).ToList();
        return signals.Count == 0
            ? states
            : states.ConvertAll(state => state.MayComplete
                ? state
                : signals.Where(signal => !state.Values.Contains(signal)).Aggregate(state, static (path, signal) => path.With(signal, AbstractValue.Object)));
    }

    private static bool IsEmpty(PathState state, Binding binding) => state.Values.TryGet(binding, out var value) && value is ConstantValue { IsNullish: true };

    /// <summary>The variables that a condition asks whether they hold anything.</summary>
    private static IEnumerable<Binding> Tested(Node test, ScopeTree scopes) => test switch
    {
        Identifier when scopes.BindingOf(test) is { } binding => [binding],
        UnaryExpression { Operator: "!" } negation => Tested(negation.Argument, scopes),
        LogicalExpression logical => Tested(logical.Left, scopes).Concat(Tested(logical.Right, scopes)),
        BinaryExpression { Operator: "==" or "===" or "!=" or "!==", Right: NullLiteral or Identifier { Name: "undefined" } or UnaryExpression { Operator: "void" } } comparison =>
            Tested(comparison.Left, scopes),

        // Minifiers turn comparisons around.
        BinaryExpression { Operator: "==" or "===" or "!=" or "!==", Left: NullLiteral or UnaryExpression { Operator: "void" } } comparison =>
            Tested(comparison.Right, scopes),
        _ => [],
    };
}
