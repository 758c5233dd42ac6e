using Ahoy.CodeFixes.Infrastructure;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.CodeFixes.Rules.Promises;

/// <summary>A call of an array's method with a function: <c>items.forEach(async (item) => …)</c>.</summary>
internal sealed class ArrayCall
{
    private ArrayCall(CallExpression call, MemberExpression member, string method, Expression function)
    {
        Call = call;
        Member = member;
        Method = method;
        Function = function;
    }

    /// <summary>The whole call.</summary>
    public CallExpression Call { get; }

    /// <summary>The array and the method's name.</summary>
    public MemberExpression Member { get; }

    /// <summary>The method's name.</summary>
    public string Method { get; }

    /// <summary>The function, an <see cref="IFunction"/>.</summary>
    public Expression Function { get; }

    /// <summary>The call that is given the <c>async</c> function of a finding.</summary>
    public static ArrayCall? Find(FixRequest request)
    {
        var function = request.Nodes.Functions.FirstOrDefault(found => found.Async && found.Start == request.Start) as Expression;
        return function is not null
            && request.Nodes.ParentOf(function) is CallExpression { Callee: MemberExpression { Computed: false } member } call
            && call.Arguments.Count > 0
            && ReferenceEquals(call.Arguments[0], function)
            && member.Property is Identifier { Name: var method }
            ? new ArrayCall(call, member, method, function)
            : null;
    }
}
