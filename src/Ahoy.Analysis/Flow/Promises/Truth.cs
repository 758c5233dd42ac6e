using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Promises;

/// <summary>Finds the promises of which a file asks whether they are true, which each one is, whatever it will be fulfilled with.</summary>
internal sealed class Truth(SourceFile source)
{
    private readonly OriginFinder _origins = OriginFinder.Of(source);

    /// <summary>The expressions that stand where a truth value is asked for and are a promise for certain.</summary>
    public IEnumerable<Node> Find() => source.Nodes.Tests.SelectMany(test => Asked(ConditionOf(test))).Distinct();

    private Node? ConditionOf(Node node) => node switch
    {
        IfStatement branch => branch.Test,
        WhileStatement loop => loop.Test,
        DoWhileStatement loop => loop.Test,
        ForStatement loop => loop.Test,
        ConditionalExpression choice => choice.Test,
        LogicalExpression logical => logical.Left,
        UnaryExpression negation => source.Nodes.ParentOf(node) is ExpressionStatement ? null : negation.Argument,
        _ => null,
    };

    /// <summary>The parts of a condition whose truth decides; those that are conditions by themselves are asked where they stand.</summary>
    private IEnumerable<Node> Asked(Node? condition) => condition switch
    {
        null => [],
        LogicalExpression { Operator: "??" } either => IsPromise(either.Left) ? [either.Left] : Asked(either.Right),
        LogicalExpression { Operator: "&&" } guarded when IsGuard(guarded) => [],
        LogicalExpression logical => Asked(logical.Right),
        // `a?.b()`, as compilers write it for engines without: it may be empty.
        ConditionalExpression { Test: BinaryExpression or LogicalExpression { Left: BinaryExpression }, Consequent: UnaryExpression { Operator: "void" } } => [],
        ConditionalExpression choice => Asked(choice.Consequent).Concat(Asked(choice.Alternate)),
        SequenceExpression sequence => Asked(sequence.Expressions[sequence.Expressions.Count - 1]),
        _ => IsPromise(condition) ? [condition] : [],
    };

    /// <summary>Whether the left side only makes sure that there is what the right side calls: <c>client != null &amp;&amp; client.send()</c>, for <c>client?.send()</c>.</summary>
    private static bool IsGuard(LogicalExpression guarded)
    {
        var last = guarded.Left is LogicalExpression { Operator: "&&" } both ? both.Right : guarded.Left;
        var root = guarded.Right;
        while (root is CallExpression or MemberExpression)
        {
            root = root is CallExpression call ? call.Callee : ((MemberExpression)root).Object;
        }

        return root is Identifier name
            && last is BinaryExpression { Operator: "!=" or "!==", Right: NullLiteral or UnaryExpression { Operator: "void" } } test
            && (test.Left is AssignmentExpression { Left: Identifier assigned } ? assigned.Name : (test.Left as Identifier)?.Name) == name.Name;
    }

    /// <summary>Whether an expression is a promise whenever it is evaluated: not one that is there on some paths only.</summary>
    private bool IsPromise(Node expression) => expression switch
    {
        CallExpression call => !IsParameter(call.Callee) && _origins.Find(call).Kind == OriginKind.Promise,
        NewExpression or ImportExpression or TaggedTemplateExpression => _origins.Find(expression).Kind == OriginKind.Promise,
        Identifier name => source.Scopes.BindingOf(name) is { ConstantValue: { } value } binding && IsSetBefore(name, binding) && IsPromise(value),
        AssignmentExpression { Operator: "=" } assignment => IsPromise(assignment.Right),
        ConditionalExpression choice => IsPromise(choice.Consequent) && IsPromise(choice.Alternate),
        LogicalExpression { Operator: "||" or "??" } either => IsPromise(either.Left),
        _ => false,
    };

    /// <summary>What one call of a function gives for a parameter says nothing of other calls.</summary>
    private bool IsParameter(Node callee) => source.Scopes.BindingOf(callee) is { Kind: BindingKind.Parameter };

    /// <summary>A <c>var</c> is there, and empty, before its declaration and where that is skipped.</summary>
    private bool IsSetBefore(Identifier name, Binding binding) =>
        binding.Kind != BindingKind.Var
        || (name.Start > binding.Declaration.End
            && source.Nodes.ParentOf(binding.Declaration) is { } declaration
            && source.Nodes.ParentOf(declaration) is { } block
            && (block is Program || source.Nodes.ParentOf(block) is IFunction)
            && ReferenceEquals(source.Nodes.FunctionOf(name), source.Nodes.FunctionOf(declaration)));
}
