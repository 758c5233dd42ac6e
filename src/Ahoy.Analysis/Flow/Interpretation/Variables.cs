using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Reads and writes variables.</summary>
internal sealed class Variables(Interpreter interpreter)
{
    public AbstractValue Read(Identifier identifier, PathState state)
    {
        if (interpreter.Scopes.BindingOf(identifier) is not { } binding)
        {
            return identifier.Name == "undefined" ? ConstantValue.Undefined : AbstractValue.Unknown;
        }

        if (state.Values.TryGet(binding, out var value))
        {
            return value;
        }

        if (binding.ConstantValue is Literal literal)
        {
            return Expressions.ConstantOf(literal);
        }

        return interpreter.Origins.BodyOf(identifier) is { } function ? new FunctionValue(function) : AbstractValue.Unknown;
    }

    /// <summary>Gives the names in a pattern their values; those in a destructuring pattern may be anything.</summary>
    public PathState Bind(Node pattern, AbstractValue value, PathState state)
    {
        switch (pattern)
        {
            case Identifier identifier:
                return interpreter.Scopes.BindingOf(identifier) is { } binding ? Write(binding, value, state) : state;
            case AssignmentPattern withDefault:
                return Bind(withDefault.Left, value is ConstantValue ? AbstractValue.Unknown : value, state);
            default:
                return interpreter.Closures.BindingsIn(pattern).Aggregate(state, static (current, part) => current.With(part, AbstractValue.Unknown));
        }
    }

    public List<Evaluated> Assign(AssignmentExpression assignment, PathState state, Frame frame)
    {
        var results = new List<Evaluated>();
        if (assignment.Operator is "&&=" or "||=" or "??=")
        {
            // The other outcome: the variable keeps what it has.
            results.Add(new Evaluated(state, AbstractValue.Unknown));
        }

        var targets = assignment.Left is MemberExpression member ? interpreter.Run(member.Object, [state], frame) : [state];
        foreach (var target in targets)
        {
            foreach (var right in interpreter.Evaluate(assignment.Right, target, frame))
            {
                var value = assignment.Operator == "=" ? right.Value : AbstractValue.Unknown;
                results.Add(new Evaluated(Store(assignment.Left, value, right.State, frame), value));
            }
        }

        return results;
    }

    public List<Evaluated> Update(UpdateExpression update, PathState state, Frame frame) =>
        interpreter.Run(update.Argument, [state], frame)
            .ConvertAll(path => new Evaluated(Store(update.Argument, AbstractValue.Unknown, path, frame), AbstractValue.Unknown));

    private PathState Store(Node target, AbstractValue value, PathState state, Frame frame)
    {
        switch (target)
        {
            case Identifier identifier when interpreter.Scopes.BindingOf(identifier) is { } binding:
                // Other functions may call a callback that is put where they find it.
                return binding.Scope.Function is { } owner && !frame.IsRunning(owner)
                    ? Write(binding, value, interpreter.Expressions.GiveAway(value, state))
                    : Write(binding, value, binding.Scope.Function is null ? interpreter.Expressions.GiveAway(value, state) : state);
            case MemberExpression member:
                var given = interpreter.Expressions.GiveAway(value, state);
                return RootOf(member) is { } root ? given with { Facts = given.Facts.Forget(root) } : given;
            case Identifier:
                return interpreter.Expressions.GiveAway(value, state);
            default:
                return Bind(target, value, state);
        }
    }

    private PathState Write(Binding binding, AbstractValue value, PathState state) =>
        state.With(binding, value is ConstantValue constant && !IsWorthKnowing(binding, constant) ? AbstractValue.Unknown : value);

    /// <summary>Whether a constant decides a condition, or makes the reading of a member fail.</summary>
    private bool IsWorthKnowing(Binding binding, ConstantValue value) =>
        interpreter.Closures.IsTested(binding)
        || (value.IsNullish && interpreter.Closures.IsTakenApart(binding) && !interpreter.Closures.IsWrittenElsewhere(binding));

    private Binding? RootOf(MemberExpression member)
    {
        Node node = member;
        while (node is MemberExpression part)
        {
            node = part.Object;
        }

        return interpreter.Scopes.BindingOf(node);
    }
}
