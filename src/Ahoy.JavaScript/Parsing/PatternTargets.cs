using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <summary>What a pattern gives values to: names, and in assignments members. Its defaults and computed keys are not among them.</summary>
internal static class PatternTargets
{
    /// <summary>Visits the targets in their order. Without recursion: patterns nest as deep as a source likes.</summary>
    public static void ForEach(Node pattern, Action<Node> action)
    {
        var pending = new Stack<Node>();
        pending.Push(pattern);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case AssignmentPattern assignment:
                    pending.Push(assignment.Left);
                    break;
                case RestElement rest:
                    pending.Push(rest.Argument);
                    break;
                case Property property:
                    pending.Push(property.Value);
                    break;
                case (ArrayPattern or ObjectPattern) and var container:
                    PushReversed(pending, container);
                    break;
                case var target:
                    action(target);
                    break;
            }
        }
    }

    private static void PushReversed(Stack<Node> pending, Node container)
    {
        for (var i = container.ChildCount - 1; i >= 0; i--)
        {
            if (container.ChildAt(i) is { } child)
            {
                pending.Push(child);
            }
        }
    }
}
