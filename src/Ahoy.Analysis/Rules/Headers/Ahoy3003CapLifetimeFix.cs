using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>Lets a cookie live for the 24 hours that the platform allows.</summary>
internal sealed class Ahoy3003CapLifetimeFix : FileFixer
{
    private const string DayInSeconds = "86400";
    private const string DayInMilliseconds = "24 * 60 * 60 * 1000";
    private const double Day = 24 * 60 * 60 * 1000;
    private const int MostVariables = 4;

    private static readonly Dictionary<string, string> s_dayIn = new(StringComparer.Ordinal)
    {
        ["Date"] = "1",
        ["Hours"] = "24",
        ["Minutes"] = "24 * 60",
        ["Seconds"] = "24 * 60 * 60",
        ["Milliseconds"] = DayInMilliseconds,
        ["Time"] = DayInMilliseconds,
    };

    public override string RuleId => "AHOY3003";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if ((MaxAge(request) ?? Expires(request)) is { } edits)
        {
            yield return new Fix("Let the cookie live for 24 hours", RuleId, edits.Edits);
        }
    }

    private static EditList? MaxAge(FixRequest request)
    {
        if (WrittenAttribute.Find(request, "Max-Age") is not { } attribute)
        {
            return null;
        }

        var start = request.Text.IndexOf('=', attribute.Start) + 1;
        while (start < attribute.End && char.IsWhiteSpace(request.Text[start]))
        {
            start++;
        }

        if (start < attribute.End)
        {
            if (HasChoice(request, attribute.Text, start, attribute.End))
            {
                return null;
            }

            return new EditList().Replace(start, attribute.End, DayInSeconds);
        }

        // 'Max-Age=' + 172800
        return request.Nodes.ParentOf(attribute.Text) is BinaryExpression { Operator: "+" } sum
            && ReferenceEquals(sum.Left, attribute.Text)
            && request.File.Source.Constants.NumberOf(sum.Right) is not null
            ? new EditList().Replace(sum.Right.Start, sum.Right.End, DayInSeconds)
            : null;
    }

    /// <summary>Whether the lifetime depends on a condition, whose other way is to stay as it is.</summary>
    private static bool HasChoice(FixRequest request, Expression text, int start, int end) => text is TemplateLiteral template
        && template.Expressions.Any(hole => start <= hole.Start && hole.End <= end && request.File.Source.Constants.NumberOf(hole) is null);

    /// <summary>Finds what is added to the present time, be it in a variable or by a setter.</summary>
    private static EditList? Expires(FixRequest request)
    {
        var pending = new Queue<Node>();
        pending.Enqueue(request.Node is TemplateElement ? request.Nodes.ParentOf(request.Node)! : request.Node);
        for (var i = 0; i < MostVariables && pending.Count > 0; i++)
        {
            foreach (var node in pending.Dequeue().DescendantsAndSelf())
            {
                if (node is BinaryExpression { Operator: "+" } sum && TooLong(request, sum) is { } addend)
                {
                    return new EditList().Replace(addend.Start, addend.End, DayInMilliseconds);
                }

                if (request.Scopes.BindingOf(node) is { ConstantValue: { } value } variable)
                {
                    pending.Enqueue(value);
                    if (Setters(request, variable) is { Count: 1 } setters)
                    {
                        return setters[0];
                    }
                }
            }
        }

        return null;
    }

    private static Node? TooLong(FixRequest request, BinaryExpression sum)
    {
        var constants = request.File.Source.Constants;
        return IsNow(request, sum.Left) && constants.NumberOf(sum.Right) > Day ? sum.Right
            : IsNow(request, sum.Right) && constants.NumberOf(sum.Left) > Day ? sum.Left
            : null;
    }

    private static bool IsNow(FixRequest request, Node value) => value.DescendantsAndSelf().Any(node => node switch
    {
        CallExpression { Callee: MemberExpression { Object: Identifier { Name: "Date" }, Property: Identifier { Name: "now" } } } => true,
        NewExpression { Callee: Identifier { Name: "Date" }, Arguments.Count: 0 } => true,
        Identifier name => request.Scopes.BindingOf(name)?.ConstantValue is NewExpression { Callee: Identifier { Name: "Date" }, Arguments.Count: 0 },
        _ => false,
    });

    /// <summary>The calls <c>d.setDate(d.getDate() + 7)</c> for a date, each with one day for what is added.</summary>
    private static List<EditList> Setters(FixRequest request, Binding date)
    {
        var setters = new List<EditList>();
        foreach (var reference in date.References)
        {
            if (request.Nodes.ParentOf(reference.Identifier) is MemberExpression { Computed: false, Property: Identifier method } member
                && method.Name.StartsWith("set", StringComparison.Ordinal)
                && request.Nodes.ParentOf(member) is CallExpression { Arguments: { Count: 1 } arguments }
                && arguments[0] is BinaryExpression { Operator: "+", Left: CallExpression } sum
                && s_dayIn.TryGetValue(method.Name.Substring("set".Length).Replace("UTC", string.Empty), out var day))
            {
                setters.Add(new EditList().Replace(sum.Right.Start, sum.Right.End, day));
            }
        }

        return setters;
    }
}
