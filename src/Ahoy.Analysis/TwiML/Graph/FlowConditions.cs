using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Graph;

/// <summary>Tells which input leads to a place: the arms of conditions around it that ask for one of the request's parameters.</summary>
internal sealed class FlowConditions(SourceFile file)
{
    private readonly RequestInput _input = new(file);

    /// <summary>The conditions around a node, the outermost first: <c>Digits 1</c>, <c>Digits other</c>.</summary>
    public IReadOnlyList<string> Around(Node node)
    {
        var conditions = new List<string>();
        var child = node;
        foreach (var parent in file.Nodes.AncestorsOf(node))
        {
            if (ConditionOf(parent, child) is { } condition && !conditions.Contains(condition))
            {
                conditions.Insert(0, condition);
            }

            child = parent;
        }

        return conditions;
    }

    private string? ConditionOf(Node parent, Node child)
    {
        switch (parent)
        {
            case SwitchCase arm when file.Nodes.ParentOf(arm) is SwitchStatement choice && _input.Of(choice.Discriminant) is { } asked:
                var values = ValuesOf(choice, arm).ToList();
                return values.Exists(value => value is null) ? $"{asked.Name} other" : $"{asked.Name} {string.Join(" or ", values)}";
            case IfStatement { Test: BinaryExpression { Operator: "===" or "==" } test } choice when Compared(test) is (var name, var value):
                return ReferenceEquals(choice.Consequent, child) ? $"{name} {value}" : ReferenceEquals(choice.Alternate, child) ? $"{name} other" : null;
            default:
                return null;
        }
    }

    /// <summary>The values for which an arm runs: its own, and those of empty arms above it; null for the default.</summary>
    private IEnumerable<string?> ValuesOf(SwitchStatement choice, SwitchCase arm)
    {
        var first = choice.Cases.ToList().IndexOf(arm);
        var last = first;
        while (first > 0 && choice.Cases[first - 1].Consequent.Count == 0)
        {
            first--;
        }

        for (var i = first; i <= last; i++)
        {
            yield return choice.Cases[i].Test is { } test ? TextOf(test) ?? "?" : null;
        }
    }

    private (string Name, string Value)? Compared(BinaryExpression test)
    {
        var (source, value) = (_input.Of(test.Left), TextOf(test.Right));
        if (source is null || value is null)
        {
            (source, value) = (_input.Of(test.Right), TextOf(test.Left));
        }

        return source is null || value is null ? null : (source.Name, value);
    }

    private string? TextOf(Node value) =>
        file.Constants.TextOf(value) ?? file.Constants.NumberOf(value)?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
