using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Scopes;

/// <content>Patterns: what they declare, and what they write to.</content>
internal sealed partial class ScopeBuilder
{
    // The parts of patterns that are still to be looked at.
    private ReusedArray<Node> _pending;

    // What the names of the pattern that is being visited do with their variables.
    private ReferenceKinds _targetKinds;

    public override void VisitObjectPattern(ObjectPattern node)
    {
        var kinds = _targetKinds;
        for (var i = 0; i < node.Properties.Count; i++)
        {
            if (node.Properties[i] is Property property)
            {
                if (property.Computed)
                {
                    Visit(property.Key);
                }

                VisitTarget(property.Value, kinds);
            }
            else
            {
                VisitTarget(node.Properties[i], kinds);
            }
        }
    }

    public override void VisitArrayPattern(ArrayPattern node)
    {
        var kinds = _targetKinds;
        for (var i = 0; i < node.Elements.Count; i++)
        {
            VisitTarget(node.Elements[i], kinds);
        }
    }

    public override void VisitRestElement(RestElement node) => VisitTarget(node.Argument, _targetKinds);

    public override void VisitAssignmentPattern(AssignmentPattern node)
    {
        VisitTarget(node.Left, _targetKinds);
        Visit(node.Right);
    }

    private void VisitTarget(Node? target, ReferenceKinds kinds)
    {
        if (target is Identifier identifier)
        {
            Refer(identifier, kinds);
            return;
        }

        var outer = _targetKinds;
        _targetKinds = kinds;
        Visit(target);
        _targetKinds = outer;
    }

    /// <summary>Whether a parameter has a default value or a computed key, which could refer to other parameters.</summary>
    private bool HasExpressions(NodeList<Node> parameters)
    {
        var found = false;
        var first = _pending.Count;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is not Identifier)
            {
                _pending.Add(parameters[i]);
            }
        }

        while (_pending.Count > first)
        {
            var node = TakePending();
            found |= node is AssignmentPattern or Property { Computed: true };
            AddPendingParts(node);
        }

        return found;
    }

    private Node TakePending()
    {
        var node = _pending[_pending.Count - 1];
        _pending.Truncate(_pending.Count - 1);
        return node;
    }

    /// <summary>Adds the parts of a pattern, the first on top.</summary>
    private void AddPendingParts(Node node)
    {
        switch (node)
        {
            case AssignmentPattern assignment:
                _pending.Add(assignment.Left);
                break;
            case RestElement rest:
                _pending.Add(rest.Argument);
                break;
            case Property property:
                _pending.Add(property.Value);
                break;
            case ObjectPattern pattern:
                for (var i = pattern.Properties.Count - 1; i >= 0; i--)
                {
                    _pending.Add(pattern.Properties[i]);
                }

                break;
            case ArrayPattern pattern:
                for (var i = pattern.Elements.Count - 1; i >= 0; i--)
                {
                    if (pattern.Elements[i] is { } element)
                    {
                        _pending.Add(element);
                    }
                }

                break;
        }
    }
}
