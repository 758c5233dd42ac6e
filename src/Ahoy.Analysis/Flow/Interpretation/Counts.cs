using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Recognises whole numbers that have a least value: lengths, and the positions that a search gives.</summary>
internal sealed class Counts(ScopeTree scopes)
{
    private const int MostVariables = 4;

    /// <summary>The least value of an expression that counts something; null for all others.</summary>
    public double? LeastOf(Node expression) => LeastOf(expression, MostVariables);

    private double? LeastOf(Node expression, int variables) => expression switch
    {
        MemberExpression { Computed: false, Property: Identifier { Name: "length" or "size" } } => 0,
        CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: "indexOf" or "lastIndexOf" or "findIndex" or "search" } } } => -1,
        ChainExpression chain => LeastOf(chain.Expression, variables),
        Identifier when variables > 0 && scopes.BindingOf(expression)?.ConstantValue is { } value => LeastOf(value, variables - 1),
        _ => null,
    };
}
