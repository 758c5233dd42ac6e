using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Responses;

/// <summary>Finds object literals that other platforms take for a response: <c>{ statusCode, body }</c>.</summary>
internal static class ForeignResponses
{
    private const int MaxDepth = 8;

    /// <summary>The literals that an expression may be: directly, by a variable, by a function of the file.</summary>
    public static IEnumerable<ObjectExpression> Of(SourceFile file, Node? expression) =>
        LiteralsOf(file, expression, MaxDepth).Where(found => IsForeign(file, found.Literal, found.Variable)).Select(found => found.Literal);

    /// <summary>Whether nothing but the literal says what the object has, so that it can be replaced.</summary>
    public static bool IsWhole(SourceFile file, ObjectExpression literal) =>
        literal.Properties.All(member => member is Property { Kind: PropertyKind.Init, Computed: false } property && property.Value is not IFunction)
        && (file.Nodes.ParentOf(literal) is not VariableDeclarator { Id: Identifier name } || file.Scopes.BindingOf(name) is not { } variable
            || variable.References.All(reference => reference.IsDeclaration || file.Nodes.ParentOf(reference.Identifier) is CallExpression or ReturnStatement));

    /// <summary>The name that the literal has for the status.</summary>
    public static string StatusOf(SourceFile file, ObjectExpression literal) =>
        literal.Properties.OfType<Property>().Select(file.Constants.NameOf).FirstOrDefault(name => name is "status" or "statusCode") ?? "statusCode";

    private static IEnumerable<(ObjectExpression Literal, Binding? Variable)> LiteralsOf(SourceFile file, Node? expression, int depth)
    {
        if (depth == 0)
        {
            return [];
        }

        switch (expression.Unchained())
        {
            case ObjectExpression literal:
                return [(literal, null)];
            case ConditionalExpression choice:
                return LiteralsOf(file, choice.Consequent, depth - 1).Concat(LiteralsOf(file, choice.Alternate, depth - 1));
            case LogicalExpression logical:
                return LiteralsOf(file, logical.Left, depth - 1).Concat(LiteralsOf(file, logical.Right, depth - 1));
            case Identifier name when file.Scopes.BindingOf(name) is { } variable && variable.Kind is BindingKind.Const or BindingKind.Let or BindingKind.Var:
                return WritesOf(file, variable).SelectMany(value => LiteralsOf(file, value, depth - 1)).Select(found => (found.Literal, (Binding?)(found.Variable ?? variable)));
            case CallExpression { Callee: Identifier callee } when file.Scopes.BindingOf(callee) is { IsConstant: true } variable
                && variable.Function is { Async: false, Generator: false } function:
                return ReturnsOf(file, function).SelectMany(value => LiteralsOf(file, value, depth - 1));
            default:
                return [];
        }
    }

    private static IEnumerable<Node> WritesOf(SourceFile file, Binding variable)
    {
        foreach (var reference in variable.References.Where(reference => reference.IsWrite))
        {
            switch (file.Nodes.ParentOf(reference.Identifier))
            {
                case VariableDeclarator { Init: { } init } declarator when ReferenceEquals(declarator.Id, reference.Identifier):
                    yield return init;
                    break;
                case AssignmentExpression { Operator: "=" } assignment when ReferenceEquals(assignment.Left, reference.Identifier):
                    yield return assignment.Right;
                    break;
            }
        }
    }

    private static IEnumerable<Node> ReturnsOf(SourceFile file, IFunction function) => function.Body is not BlockStatement body
        ? [function.Body]
        : body.DescendantsAndSelf().OfType<ReturnStatement>()
            .Where(end => end.Argument is not null && ReferenceEquals(file.Nodes.FunctionOf(end), function))
            .Select(end => (Node)end.Argument!);

    private static bool IsForeign(SourceFile file, ObjectExpression literal, Binding? variable)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in literal.Properties)
        {
            if (member is not Property property || file.Constants.NameOf(property) is not { } name)
            {
                return false;
            }

            names.Add(name);
        }

        foreach (var reference in variable is null ? [] : variable.References.ToList())
        {
            if (file.Nodes.ParentOf(reference.Identifier) is MemberExpression member && ReferenceEquals(member.Object, reference.Identifier))
            {
                if (file.Constants.NameOf(member) is not { } name)
                {
                    return false;
                }

                if (file.Nodes.ParentOf(member) is AssignmentExpression assignment && ReferenceEquals(assignment.Left, member))
                {
                    names.Add(name);
                }
            }
        }

        return names.Contains("statusCode")
            ? names.Count > 1 && names.All(name => name is "statusCode" or "body" or "headers")
            : names.SetEquals(["status", "body", "headers"]);
    }
}
