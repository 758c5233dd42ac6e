using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <summary>Judges whether a reference comes before its variable has a value, by where the two stand.</summary>
internal static class DeadZones
{
    public static TemporalDeadZone Judge(ScopeTree tree, in ReferenceData reference)
    {
        if (reference.Binding < 0 || (reference.Kinds & ReferenceKinds.Declaration) != 0)
        {
            return TemporalDeadZone.Outside;
        }

        ref var binding = ref tree.BindingTable[reference.Binding];
        ref var scope = ref tree.ScopeTable[binding.Scope];
        if (binding.Kind is not (BindingKind.Let or BindingKind.Const or BindingKind.Class or BindingKind.ClassName or BindingKind.Parameter))
        {
            return TemporalDeadZone.Outside;
        }

        if (OutermostFunctionBetween(tree, reference.Scope, binding.Scope) is { } function)
        {
            // A function that is made after the variable has its value can't be called before. Declared ones are made first of all.
            var isMadeAfter = function is not FunctionDeclaration && !IsBeforeValue(binding, scope, function.Start);
            return isMadeAfter || IsMember(binding.Declaration, function) ? TemporalDeadZone.Outside : TemporalDeadZone.Possible;
        }

        if (IsBeforeValue(binding, scope, reference.Identifier.Start))
        {
            return TemporalDeadZone.Certain;
        }

        return scope.Node is SwitchStatement @switch && !IsInDeclaringCase(@switch, binding, reference.Identifier.Start)
            ? TemporalDeadZone.Possible
            : TemporalDeadZone.Outside;
    }

    /// <summary>Whether what stands at a position is evaluated before a variable gets its value, both being in one function.</summary>
    private static bool IsBeforeValue(in BindingData binding, in ScopeData scope, int position)
    {
        switch (binding.Declaration)
        {
            case VariableDeclarator declarator:
                // The parts of a pattern get their values from left to right, after the value of the whole is known.
                return position >= declarator.Id.Start && position < declarator.Id.End
                    ? position < PartEnd(declarator.Id, binding.Identifier!)
                    : position < ValueEnd(declarator, scope.Node);
            case IFunction function when binding.Kind == BindingKind.Parameter:
                foreach (var parameter in function.Params)
                {
                    if (binding.Identifier!.Start >= parameter.Start && binding.Identifier.End <= parameter.End)
                    {
                        return position < PartEnd(parameter, binding.Identifier);
                    }
                }

                return false;
            default:
                return position < binding.Declaration.End;
        }
    }

    private static int ValueEnd(VariableDeclarator declarator, Node scope) => scope switch
    {
        ForInStatement @for => @for.Right.End,
        ForOfStatement @for => @for.Right.End,
        _ => declarator.End,
    };

    /// <summary>Where the part of a pattern ends that gives a name its value: behind its default value, if it has one.</summary>
    private static int PartEnd(Node pattern, Identifier name)
    {
        foreach (var node in pattern.DescendantsAndSelf())
        {
            if (node is AssignmentPattern part && ReferenceEquals(part.Left, name))
            {
                return part.End;
            }
        }

        return name.End;
    }

    private static Node? OutermostFunctionBetween(ScopeTree tree, int from, int to)
    {
        Node? outermost = null;
        for (var i = from; i != to && i >= 0; i = tree.ScopeTable[i].Parent)
        {
            if (tree.ScopeTable[i].Kind is ScopeKind.Function or ScopeKind.ClassField or ScopeKind.ClassStaticBlock)
            {
                outermost = tree.ScopeTable[i].Node;
            }
        }

        return outermost;
    }

    /// <summary>Whether a function is a member of the class: those are evaluated when the class has its name.</summary>
    private static bool IsMember(Node declaration, Node function)
    {
        if (declaration is not IClass @class)
        {
            return false;
        }

        foreach (var member in @class.Body.Body)
        {
            if (ReferenceEquals(member, function) || (member is MethodDefinition method && ReferenceEquals(method.Value, function)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a position is in the case that declares the variable; another case can be entered without it.</summary>
    private static bool IsInDeclaringCase(SwitchStatement @switch, in BindingData binding, int position)
    {
        foreach (var @case in @switch.Cases)
        {
            if (binding.Declaration.Start >= @case.Start && binding.Declaration.End <= @case.End)
            {
                return position < @case.End;
            }
        }

        return false;
    }
}
