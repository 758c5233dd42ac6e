using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Interpretation;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Promises;

/// <summary>Finds the expressions of a file whose value is a promise and is not used.</summary>
internal sealed class DroppedPromises(SourceFile source)
{
    private readonly OriginFinder _origins = OriginFinder.Of(source);
    private readonly Signals _signals = new(source);

    /// <summary>The promises whose value goes nowhere.</summary>
    public IEnumerable<Drop> Find()
    {
        foreach (var node in source.Program.DescendantsAndSelf())
        {
            switch (node)
            {
                case ExpressionStatement statement:
                    foreach (var promise in InStatement(statement.Expression))
                    {
                        yield return new Drop(promise);
                    }

                    break;
                case VariableDeclarator { Id: Identifier name, Init: { } init } when IsPromise(init) && !IsWaitedFor(name):
                    yield return new Drop(init, IsUnread: true);
                    break;
                case CallExpression { Callee: MemberExpression callee } call when call.Arguments.Count > 0 && _origins.Constants.NameOf(callee) == "forEach":
                    foreach (var promise in ReturnedToForEach(call))
                    {
                        yield return new Drop(promise);
                    }

                    break;
            }
        }
    }

    /// <summary>Whether nothing else looks after a promise whose value goes nowhere.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="paths">What is known of the handler; null in a library.</param>
    public bool IsLeftAlone(Node promise, FlowReport? paths)
    {
        if (paths is not null && (paths.IsCompleting(promise) || paths.IsGivenUp) || _signals.Sends(promise))
        {
            return false;
        }

        if (!ChainedCall.Is(promise))
        {
            return true;
        }

        // AHOY2003 looks after a chain that the callback cuts off; one on a path without any callback is AHOY1002's.
        return paths is not null && paths.IsFollowedChain(promise)
            ? paths.IsDroppedChain(promise) && paths.CallThatCutsOff(promise) is null
            : !ChainedCall.HandlesRejection(promise);
    }

    private IEnumerable<Node> InStatement(Node expression)
    {
        switch (expression)
        {
            case SequenceExpression sequence:
                return sequence.Expressions.SelectMany(InStatement);
            case LogicalExpression logical:
                return InStatement(logical.Right);
            case ConditionalExpression conditional:
                return InStatement(conditional.Consequent).Concat(InStatement(conditional.Alternate));
            case ChainExpression chain:
                return InStatement(chain.Expression);
            case AssignmentExpression { Operator: "=", Left: Identifier target } assignment when IsPromise(assignment.Right) && !IsWaitedFor(target):
                return [assignment.Right];
            case AssignmentExpression or AwaitExpression:
                return [];
            default:
                return IsPromise(expression) ? [expression] : [];
        }
    }

    private bool IsPromise(Node expression) => _origins.Find(expression).Kind is OriginKind.Promise or OriginKind.PromiseList;

    /// <summary>Whether the value of a variable may be waited for: whatever is done with it but to read members off it.</summary>
    private bool IsWaitedFor(Identifier name)
    {
        if (source.Scopes.BindingOf(name) is not { } binding || binding.Scope.ContainsDirectEval)
        {
            return true;
        }

        // What a variable at the top of the file holds may be meant for another request.
        return binding.References.Any(reference => reference.IsRead && IsWaiting(reference));
    }

    private bool IsWaiting(Reference reference)
    {
        var parent = source.Nodes.ParentOf(reference.Identifier);
        return parent is not MemberExpression member
            || !ReferenceEquals(member.Object, reference.Identifier)
            || _origins.Constants.NameOf(member) is not { } name
            || Libraries.IsChainMethod(name)
            || IsOfList(reference);
    }

    private bool IsOfList(Reference reference) => _origins.Find(reference.Identifier).Kind != OriginKind.Promise;

    /// <summary>
    /// What a function returns to <c>forEach</c>, which drops it. That an <c>async</c> function does so as a whole is AHOY2002's.
    /// </summary>
    private IEnumerable<Node> ReturnedToForEach(CallExpression call)
    {
        if (_origins.FunctionOf(call.Arguments[0]) is not { Async: false, Generator: false } function)
        {
            return [];
        }

        if (call.Arguments[0] is not IFunction)
        {
            return IsPromiseReturning(function) ? [call.Arguments[0]] : [];
        }

        if (function.Body is not BlockStatement)
        {
            return InStatement(function.Body);
        }

        return FunctionEnds.Of(function).Where(end => end?.Argument is not null).SelectMany(end => InStatement(end!.Argument!));
    }

    private bool IsPromiseReturning(IFunction function) =>
        function.Body is BlockStatement
            ? FunctionEnds.Of(function).All(end => end?.Argument is { } value && IsPromise(value))
            : IsPromise(function.Body);
}
