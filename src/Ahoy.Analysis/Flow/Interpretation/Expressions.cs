using Ahoy.Analysis.Platform.Compiled;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Evaluates expressions in the order in which the engine does.</summary>
internal sealed class Expressions(Interpreter interpreter)
{
    private readonly Variables _variables = new(interpreter);

    /// <summary>The paths behind an expression, and its value on each.</summary>
    public List<Evaluated> Evaluate(Node expression, PathState state, Frame frame)
    {
        interpreter.Step();
        switch (expression)
        {
            case Identifier identifier:
                return One(state, _variables.Read(identifier, state));
            case IFunction stepped when (stepped.Generator || Steps.Are(stepped))
                && !interpreter.Origins.AsyncBodies.IsBody(stepped)
                && interpreter.Closures.Reaches(stepped, state):
                // Who steps through it, and when, is not known.
                return One(state.Escape(), AbstractValue.Unknown);
            case IFunction function:
                return One(state, new FunctionValue(function));
            case Literal or TemplateLiteral { Expressions.Count: 0 }:
                return One(state, ConstantOf(expression));
            case ChainExpression chain:
                return Evaluate(chain.Expression, state, frame);
            case MemberExpression member:
                return frame.Steps?.Sent(member, state) is { } sent ? One(state, sent) : Member(member, state, frame);
            case CallExpression { Callee: MemberExpression callee } when frame.Steps?.Sent(callee, state) is { } given:
                return One(state, given);
            case CallExpression call:
                return interpreter.Calls.Evaluate(call, state, frame);
            case NewExpression created:
                return interpreter.Calls.Evaluate(created, state, frame);
            case AwaitExpression awaited:
                return interpreter.Promises.Await(awaited.Argument, state, frame);
            case YieldExpression yielded:
                return yielded.Argument is { } argument ? interpreter.Promises.Await(argument, state, frame) : One(state, AbstractValue.Unknown);
            case AssignmentExpression assignment:
                return _variables.Assign(assignment, state, frame);
            case UpdateExpression update:
                return _variables.Update(update, state, frame);
            case UnaryExpression unary:
                return Unary(unary, state, frame);
            case BinaryExpression binary:
                return Binary(binary, state, frame);
            case LogicalExpression logical:
                return Logical(logical, state, frame);
            case ConditionalExpression conditional:
                return Conditional(conditional, state, frame);
            case SequenceExpression sequence:
                return Sequence(sequence, state, frame);
            case ArrayExpression array:
                return Array(array, state, frame);
            case ObjectExpression literal:
                return Object(literal, state, frame);
            case IClass @class:
                return One(Captures((Node)@class, state) ? state.Escape() : state, AbstractValue.Object);
            default:
                return Other(expression, state, frame);
        }
    }

    /// <summary>Gives the names in a pattern their values.</summary>
    public PathState Bind(Node pattern, AbstractValue value, PathState state) => _variables.Bind(pattern, value, state);

    /// <summary>A value goes where it is not followed: into an object, a variable of another function, out of the file.</summary>
    public PathState GiveAway(AbstractValue value, PathState state)
    {
        switch (value)
        {
            case PromiseValue promise:
                state = state.Remove(promise.Origin);
                break;
            case ListValue list:
                return list.Elements.Aggregate(state, (current, element) => GiveAway(element, current));
        }

        return interpreter.Carries(value, state) ? state.Escape() : state;
    }

    private static List<Evaluated> One(PathState state, AbstractValue value) => [new Evaluated(state, value)];

    /// <summary>The value that a literal spells out.</summary>
    public static AbstractValue ConstantOf(Node literal) => literal switch
    {
        BooleanLiteral boolean => ConstantValue.Of(boolean.Value),
        NullLiteral => ConstantValue.Null,
        NumericLiteral number => ConstantValue.Of(number.Value),
        StringLiteral text => ConstantValue.Of(text.Value),
        TemplateLiteral template => template.Quasis[0].Cooked is { } cooked ? ConstantValue.Of(cooked) : AbstractValue.Unknown,
        _ => AbstractValue.Object,
    };

    /// <summary>Whether code that is not run here uses something that reaches the callback.</summary>
    private bool Captures(Node node, PathState state) =>
        interpreter.Closures.BindingsIn(node).Any(binding => state.Values.TryGet(binding, out var value) && interpreter.Carries(value, state));

    /// <summary>
    /// The object that a member is read off. A path on which that is <c>undefined</c> or <c>null</c> ends in an error there, unless
    /// the code says <c>?.</c>.
    /// </summary>
    public List<Evaluated> Receiver(MemberExpression member, PathState state, Frame frame)
    {
        var results = Evaluate(member.Object, state, frame);
        if (results.TrueForAll(static result => result.Value is not ConstantValue { IsNullish: true }))
        {
            return results;
        }

        var objects = new List<Evaluated>(results.Count);
        foreach (var result in results)
        {
            if (result.Value is not ConstantValue { IsNullish: true })
            {
                objects.Add(result);
            }
            else if (member.Optional)
            {
                objects.Add(new Evaluated(result.State, AbstractValue.Unknown));
            }
            else
            {
                frame.Throw(result.State);
            }
        }

        return objects;
    }

    private List<Evaluated> Member(MemberExpression member, PathState state, Frame frame)
    {
        var receivers = Receiver(member, state, frame);
        if (member.Computed && receivers.Exists(static result => result.Value is ListValue))
        {
            return [.. receivers.SelectMany(result => Element(result, member, frame))];
        }

        var states = receivers.ConvertAll(static result => result.State);
        if (member.Computed)
        {
            states = interpreter.Run(member.Property, states, frame);
        }

        AbstractValue value = interpreter.Origins.FunctionOf(member) is { } function ? new FunctionValue(function) : AbstractValue.Unknown;
        var results = new List<Evaluated>(states.Count);
        foreach (var result in states)
        {
            if (member.Object is MemberExpression or CallExpression)
            {
                // Reading a member of a member fails where there is none.
                frame.MayThrow(result);
            }

            results.Add(new Evaluated(result, value));
        }

        return results;
    }

    /// <summary>An element of an array by its number. Where that is not known, it may be any of them, and none is followed further.</summary>
    private IEnumerable<Evaluated> Element(Evaluated receiver, MemberExpression member, Frame frame)
    {
        foreach (var state in interpreter.Run(member.Property, [receiver.State], frame))
        {
            var element = (receiver.Value as ListValue)?.At(interpreter.Origins.Constants.NumberOf(member.Property));
            yield return new Evaluated(element is null ? GiveAway(receiver.Value, state) : state, element ?? AbstractValue.Unknown);
        }
    }

    private List<Evaluated> Unary(UnaryExpression unary, PathState state, Frame frame)
    {
        var results = Evaluate(unary.Argument, state, frame);
        for (var i = 0; i < results.Count; i++)
        {
            var (operand, path) = (results[i].Value, results[i].State);
            if (unary.Operator == "void" && operand is PromiseValue promise && !interpreter.Carries(promise, path))
            {
                // Meant: nobody waits for it, and nobody is to complain.
                path = path.Remove(promise.Origin);
            }

            results[i] = new Evaluated(path, unary.Operator switch
            {
                "!" when operand.Truth is { } truth => ConstantValue.Of(!truth),
                "void" => ConstantValue.Undefined,
                "typeof" when operand is CallbackValue or FunctionValue => ConstantValue.Of("function"),
                _ => AbstractValue.Unknown,
            });
        }

        return results;
    }

    private List<Evaluated> Binary(BinaryExpression binary, PathState state, Frame frame)
    {
        var results = new List<Evaluated>();
        foreach (var left in Evaluate(binary.Left, state, frame))
        {
            foreach (var right in Evaluate(binary.Right, left.State, frame))
            {
                results.Add(new Evaluated(right.State, Compare(binary.Operator, left.Value, right.Value)));
            }
        }

        return results;
    }

    private static AbstractValue Compare(string @operator, AbstractValue left, AbstractValue right)
    {
        if (left is not ConstantValue first || right is not ConstantValue second)
        {
            var isThing = left is ConstantValue { IsNullish: true } ? right.Truth == true : right is ConstantValue { IsNullish: true } && left.Truth == true;
            return !isThing ? AbstractValue.Unknown
                : @operator is "===" or "==" ? ConstantValue.False
                : @operator is "!==" or "!=" ? ConstantValue.True
                : AbstractValue.Unknown;
        }

        return @operator switch
        {
            "===" => ConstantValue.Of(first.SameAs(second)),
            "!==" => ConstantValue.Of(!first.SameAs(second)),
            "==" when first.IsNullish || second.IsNullish => ConstantValue.Of(first.IsNullish && second.IsNullish),
            "!=" when first.IsNullish || second.IsNullish => ConstantValue.Of(!(first.IsNullish && second.IsNullish)),
            _ => AbstractValue.Unknown,
        };
    }

    private List<Evaluated> Logical(LogicalExpression logical, PathState state, Frame frame)
    {
        var results = new List<Evaluated>();
        var goOn = new List<PathState>();
        var stop = new List<PathState>();
        if (logical.Operator == "??")
        {
            foreach (var left in Evaluate(logical.Left, state, frame))
            {
                if (left.Value is not ConstantValue { IsNullish: true })
                {
                    results.Add(left);
                }

                if (left.Value.Truth is not true)
                {
                    goOn.Add(left.State);
                }
            }
        }
        else
        {
            var isAnd = logical.Operator == "&&";
            interpreter.Conditions.Branch(logical.Left, state, frame, isAnd ? goOn : stop, isAnd ? stop : goOn);
            foreach (var path in stop)
            {
                // The left side was evaluated; of its value only this much is known.
                results.Add(new Evaluated(path, AbstractValue.Unknown));
            }
        }

        foreach (var path in goOn)
        {
            results.AddRange(Evaluate(logical.Right, path, frame));
        }

        return Thin(results);
    }

    private List<Evaluated> Conditional(ConditionalExpression conditional, PathState state, Frame frame)
    {
        var whenTrue = new List<PathState>();
        var whenFalse = new List<PathState>();
        interpreter.Conditions.Branch(conditional.Test, state, frame, whenTrue, whenFalse);
        var results = new List<Evaluated>();
        foreach (var path in whenTrue)
        {
            results.AddRange(Evaluate(conditional.Consequent, path, frame));
        }

        foreach (var path in whenFalse)
        {
            results.AddRange(Evaluate(conditional.Alternate, path, frame));
        }

        return Thin(results);
    }

    private List<Evaluated> Sequence(SequenceExpression sequence, PathState state, Frame frame)
    {
        var states = new List<PathState> { state };
        for (var i = 0; i < sequence.Expressions.Count - 1; i++)
        {
            states = interpreter.Run(sequence.Expressions[i], states, frame);
        }

        var results = new List<Evaluated>();
        foreach (var path in states)
        {
            results.AddRange(Evaluate(sequence.Expressions[sequence.Expressions.Count - 1], path, frame));
        }

        return results;
    }

    private List<Evaluated> Array(ArrayExpression array, PathState state, Frame frame)
    {
        var results = new List<Evaluated>();
        foreach (var (path, elements) in interpreter.Calls.EvaluateAll(array.Elements, state, frame))
        {
            if (elements.Any(static element => element is PromiseValue or ListValue))
            {
                results.Add(new Evaluated(path, new ListValue([.. elements])));
            }
            else
            {
                results.Add(new Evaluated(elements.Aggregate(path, (current, element) => GiveAway(element, current)), AbstractValue.Object));
            }
        }

        return results;
    }

    private List<Evaluated> Object(ObjectExpression literal, PathState state, Frame frame)
    {
        var states = new List<PathState> { state };
        foreach (var member in literal.Properties)
        {
            var next = new List<PathState>();
            foreach (var path in states)
            {
                switch (member)
                {
                    case Property property:
                        var keyed = property.Computed ? interpreter.Run(property.Key, [path], frame) : [path];
                        next.AddRange(keyed.SelectMany(one => Evaluate(property.Value, one, frame)).Select(result => GiveAway(result.Value, result.State)));
                        break;
                    default:
                        next.AddRange(interpreter.Run(member, [path], frame));
                        break;
                }
            }

            states = PathSet.Join(next);
        }

        return states.ConvertAll(static path => new Evaluated(path, AbstractValue.Object));
    }

    /// <summary>Anything else: what it consists of is evaluated, and the callback does not come out of it.</summary>
    private List<Evaluated> Other(Node expression, PathState state, Frame frame)
    {
        var states = new List<PathState> { state };
        foreach (var child in expression.Children)
        {
            if (child is not TemplateElement and not Identifier { Name: "" })
            {
                var results = states.SelectMany(path => Evaluate(child, path, frame)).ToList();
                states = PathSet.Join(results.ConvertAll(result =>
                    expression is TemplateLiteral ? result.State : GiveAway(result.Value, result.State)));
            }
        }

        return states.ConvertAll(path => new Evaluated(path, expression is ImportExpression
            ? new PromiseValue(expression, SettledPath.Either)
            : AbstractValue.Unknown));
    }

    /// <summary>Drops results that don't differ from others.</summary>
    private static List<Evaluated> Thin(List<Evaluated> results)
    {
        if (results.Count < 2)
        {
            return results;
        }

        var thinned = new List<Evaluated>(results.Count);
        foreach (var group in results.GroupBy(static result => (result.Value.Signature, result.State.Signature)))
        {
            var first = thinned.Count;
            foreach (var result in group)
            {
                var same = thinned.FindIndex(first, other => other.Value.SameAs(result.Value) && other.State.SameAs(result.State));
                if (same < 0)
                {
                    thinned.Add(result);
                }
                else
                {
                    thinned[same] = new Evaluated(PathSet.Join([thinned[same].State, result.State])[0], result.Value);
                }
            }
        }

        return thinned;
    }
}
