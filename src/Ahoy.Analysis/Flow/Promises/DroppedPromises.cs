using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Interpretation;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Promises;

/// <summary>Finds the expressions of a file whose value is a promise and is not used.</summary>
internal sealed class DroppedPromises(SourceFile source)
{
    private readonly OriginFinder _origins = OriginFinder.Of(source);
    private readonly ChainedCall _chains = new(OriginFinder.Of(source));
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
                case ForStatement loop:
                    foreach (var promise in InStatement(loop.Init).Concat(InStatement(loop.Update)))
                    {
                        yield return new Drop(promise);
                    }

                    break;
                case VariableDeclarator { Id: Identifier name, Init: { } init } when Makes(init, name) && !IsWaitedFor(name):
                    yield return new Drop(init, IsUnread: true);
                    break;
                case SpreadElement { Argument: var spread } when source.Nodes.ParentOf(node) is ObjectExpression && _origins.Find(spread).Kind == OriginKind.Promise:
                    // A promise has no properties of its own: nothing is copied, and nothing waits.
                    yield return new Drop(spread);
                    break;
                case CallExpression assign when LoweredSpread.PartsOf(assign) is { } parts:
                    foreach (var promise in parts.Skip(1).Where(part => _origins.Find(part).Kind == OriginKind.Promise))
                    {
                        yield return new Drop(promise);
                    }

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
        if (paths is not null && (IsCompleting(promise, paths) || paths.IsGivenUp) || _signals.Sends(promise))
        {
            return false;
        }

        if (!_chains.Is(promise))
        {
            return true;
        }

        // AHOY2003 looks after a chain that the callback cuts off; one on a path without any callback is AHOY1002's.
        return paths is not null && paths.IsFollowedChain(promise)
            ? paths.IsDroppedChain(promise) && paths.CallThatCutsOff(promise) is null
            : !_chains.HandlesRejection(promise);
    }

    private static bool IsCompleting(Node promise, FlowReport paths) =>
        paths.IsCompleting(promise) || (promise is ArrayExpression array && array.Elements.Any(element => element is not null && paths.IsCompleting(element)));

    private IEnumerable<Node> InStatement(Node? expression)
    {
        switch (expression)
        {
            case null or VariableDeclaration:
                return [];
            case SequenceExpression sequence:
                return sequence.Expressions.SelectMany(InStatement);
            case LogicalExpression { Operator: "??" } either:
                return InStatement(either.Left).Concat(InStatement(either.Right));
            case LogicalExpression logical:
                // The left side is a condition, and AHOY2005's.
                return InStatement(logical.Right);
            case ConditionalExpression conditional:
                return InStatement(conditional.Consequent).Concat(InStatement(conditional.Alternate));
            case ChainExpression chain:
                return InStatement(chain.Expression);
            case UnaryExpression { Operator: "!", Argument: CallExpression { Callee: IFunction } called }:
                return InStatement(called);
            case AssignmentExpression { Operator: "=", Left: Identifier target } assignment when Makes(assignment.Right, target) && !IsWaitedFor(target):
                return [assignment.Right];
            case AssignmentExpression or AwaitExpression:
                return [];
            default:
                return IsPromise(expression) ? [expression] : [];
        }
    }

    private bool IsPromise(Node expression) => _origins.Find(expression).Kind is OriginKind.Promise or OriginKind.PromiseList;

    /// <summary>
    /// Whether an expression makes a promise, or an array of some, for a variable: another name for one that is there already makes none, and
    /// <c>await</c> on an array is AHOY2006's.
    /// </summary>
    private bool Makes(Expression value, Identifier variable) => value switch
    {
        Identifier or MemberExpression or AwaitExpression => false,
        ArrayExpression { Elements.Count: 0 } => _origins.Find(variable).Kind == OriginKind.PromiseList,
        ArrayExpression array => IsPromise(array) && array.Elements.Any(static element => element is not (null or Identifier or MemberExpression)),
        _ => IsPromise(value),
    };

    /// <summary>Whether the value of a variable may be waited for: whatever is done with it but to read members off it.</summary>
    private bool IsWaitedFor(Identifier name) => IsWaitedFor(name, []);

    private bool IsWaitedFor(Identifier name, HashSet<Binding> seen)
    {
        if (source.Scopes.BindingOf(name) is not { } binding || binding.Scope.ContainsDirectEval)
        {
            return true;
        }

        // What a variable at the top of the file holds may be meant for another request.
        return seen.Add(binding) && binding.References.Any(reference => reference.IsRead && IsWaiting(reference.Identifier, seen));
    }

    private bool IsWaiting(Identifier read, HashSet<Binding> seen)
    {
        switch (source.Nodes.ParentOf(read))
        {
            case VariableDeclarator { Id: Identifier other, Init: { } init } when ReferenceEquals(init, read):
                return IsWaitedFor(other, seen);
            case AssignmentExpression { Operator: "=", Left: Identifier other } assignment when ReferenceEquals(assignment.Right, read)
                && source.Nodes.ParentOf(assignment) is ExpressionStatement:
                return IsWaitedFor(other, seen);
            case MemberExpression member when ReferenceEquals(member.Object, read) && _origins.Constants.NameOf(member) is { } name:
                return Libraries.IsChainMethod(name) || _origins.Find(read).Kind switch
                {
                    OriginKind.Promise => false,
                    OriginKind.PromiseList => name is not ("length" or "push" or "unshift"),
                    _ => true,
                };
            default:
                return true;
        }
    }

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

    private bool IsPromiseReturning(IFunction function) => _origins.ReturnsPromise(function);
}
