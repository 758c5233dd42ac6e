using Ahoy.CodeFixes.Infrastructure;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.CodeFixes.Rules.Headers;

/// <summary>Lets a cookie live for the 24 hours that the platform allows.</summary>
internal sealed class Ahoy3003CapLifetime : FileFixer
{
    private const string DayInSeconds = "86400";
    private const string DayInMilliseconds = "24 * 60 * 60 * 1000";
    private const double Day = 24 * 60 * 60 * 1000;
    private const int MostVariables = 4;

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
        if (CookieAttribute.Find(request, "Max-Age") is not { } attribute)
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
            return new EditList().Replace(start, attribute.End, DayInSeconds);
        }

        // 'Max-Age=' + 172800
        return request.Nodes.ParentOf(attribute.Text) is BinaryExpression { Operator: "+" } sum && ReferenceEquals(sum.Left, attribute.Text)
            ? new EditList().Replace(sum.Right.Start, sum.Right.End, DayInSeconds)
            : null;
    }

    /// <summary>Finds what is added to the present time, be it in a variable.</summary>
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

                if (request.Scopes.BindingOf(node)?.ConstantValue is { } value)
                {
                    pending.Enqueue(value);
                }
            }
        }

        return null;
    }

    private static Node? TooLong(FixRequest request, BinaryExpression sum)
    {
        var constants = request.File.Source.Constants;
        return IsNow(sum.Left) && constants.NumberOf(sum.Right) > Day ? sum.Right
            : IsNow(sum.Right) && constants.NumberOf(sum.Left) > Day ? sum.Left
            : null;
    }

    private static bool IsNow(Node value) => value.DescendantsAndSelf().Any(node => node switch
    {
        CallExpression { Callee: MemberExpression { Object: Identifier { Name: "Date" }, Property: Identifier { Name: "now" } } } => true,
        NewExpression { Callee: Identifier { Name: "Date" }, Arguments.Count: 0 } => true,
        _ => false,
    });
}
