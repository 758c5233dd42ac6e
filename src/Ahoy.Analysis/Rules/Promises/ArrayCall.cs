using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Promises;

/// <summary>A call of an array's method with a function: <c>items.forEach(async (item) => …)</c>.</summary>
internal sealed class ArrayCall
{
    private static readonly HashSet<string> s_methodsOfMapsAndSets = new(StringComparer.Ordinal) { "get", "set", "has", "add", "size" };

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

    /// <summary>The function: an <see cref="IFunction"/>, or the name of one.</summary>
    public Expression Function { get; }

    /// <summary>The call that is given the <c>async</c> function of a finding, here or, if it is passed by name, at the related place.</summary>
    public static ArrayCall? Find(FixRequest request)
    {
        if (request.Related.Length > 0)
        {
            var (start, end) = (request.Related[0].Start, request.Related[0].End);
            return Of(NodeFinder.Innermost(request.File.Program, start, end) as CallExpression);
        }

        var function = request.Nodes.Functions.FirstOrDefault(found => found.Async && found.Start == request.Start) as Expression;
        return function is not null && Of(request.Nodes.ParentOf(function) as CallExpression) is { } call && ReferenceEquals(call.Function, function)
            ? call
            : null;
    }

    /// <summary>Reads a call; null where it is of another form.</summary>
    public static ArrayCall? Of(CallExpression? call) =>
        call is { Optional: false, Arguments: { Count: > 0 } arguments, Callee: MemberExpression { Computed: false, Optional: false } member }
        && member.Property is Identifier { Name: var method }
        && arguments[0] is IFunction or Identifier
            ? new ArrayCall(call, member, method, arguments[0])
            : null;

    /// <summary>
    /// Whether the receiver is used like a Map or a Set: those have no <c>map</c>, and a Map's <c>forEach</c> gives values where
    /// the Map itself gives entries.
    /// </summary>
    public bool IsOnMapOrSet(FixRequest request) =>
        request.Scopes.BindingOf(Member.Object) is { } binding
        && (binding.ConstantValue is NewExpression
            || binding.References.Any(reference => request.Nodes.ParentOf(reference.Identifier) is MemberExpression { Computed: false } member
                && ReferenceEquals(member.Object, reference.Identifier)
                && member.Property is Identifier property
                && s_methodsOfMapsAndSets.Contains(property.Name)));

    /// <summary>Makes <c>await Promise.all(items.map(…))</c> of <c>items.forEach(…)</c>.</summary>
    /// <returns>Whether that could be done.</returns>
    public bool WaitForAll(FixRequest request, EditList edits)
    {
        var parent = request.Nodes.ParentOf(Call);
        if (parent is not (ExpressionStatement or AwaitExpression) || IsOnMapOrSet(request))
        {
            return false;
        }

        // Where someone meant to wait already: `forEach` gives nothing to wait for.
        edits.Insert(Call.Start, parent is AwaitExpression ? "Promise.all(" : "await Promise.all(");
        RenameToMap(edits);
        edits.Insert(Call.End, ")");
        return true;
    }

    /// <summary>Calls <c>map</c> instead.</summary>
    public void RenameToMap(EditList edits) => edits.Replace(Member.Property.Start, Member.Property.End, "map");
}
