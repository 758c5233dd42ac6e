using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>Removes a cookie's <c>Domain</c>, which the runtime sets by itself.</summary>
internal sealed class Ahoy3004RemoveDomainFix : FileFixer
{
    public override string RuleId => "AHOY3004";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (WrittenAttribute.Find(request, "Domain") is { } attribute && EditsFor(request, attribute) is { } edits)
        {
            yield return new Fix("Remove the cookie's Domain", RuleId, edits.Edits);
        }
    }

    private static EditList? EditsFor(FixRequest request, WrittenAttribute attribute)
    {
        if (HasEffects(attribute.Text) || GoesOn(request, attribute))
        {
            return null;
        }

        if (!attribute.IsAlone)
        {
            return RemovePart(request.Text, attribute);
        }

        return request.Nodes.ParentOf(attribute.Text) is ArrayExpression list ? RemoveElement(request, list, attribute.Text) : null;
    }

    private static EditList RemovePart(string text, WrittenAttribute attribute)
    {
        var (start, end) = (attribute.Start, attribute.End);
        if (start > attribute.Text.Start + 1)
        {
            start = text.LastIndexOf(';', start);
        }
        else
        {
            // The first of several: with it goes what sets the next one apart.
            end = text.IndexOf(';', end) + 1;
            while (text[end] == ' ')
            {
                end++;
            }
        }

        return new EditList().Delete(start, end);
    }

    private static EditList? RemoveElement(FixRequest request, ArrayExpression list, Expression element)
    {
        var elements = list.Elements.ToList();
        var index = elements.IndexOf(element);
        var (start, end) = (element.Start, element.End);
        if (index + 1 < elements.Count && elements[index + 1] is { } next)
        {
            end = next.Start;
        }
        else if (index > 0 && elements[index - 1] is { } previous)
        {
            start = previous.End;
        }
        else if (elements.Count > 1)
        {
            return null;
        }
        else
        {
            (start, end) = (list.Start + 1, list.End - 1);
        }

        return request.Layout.HasComment(start, end) ? null : new EditList().Delete(start, end);
    }

    /// <summary>Whether the domain's name goes on behind the string: <c>'Secure; Domain=' + domain</c>.</summary>
    private static bool GoesOn(FixRequest request, WrittenAttribute attribute) =>
        attribute.End == attribute.Text.End - 1
        && request.Nodes.AncestorsOf(attribute.Text).TakeWhile(above => above is BinaryExpression).Any(sum => sum.End > attribute.Text.End);

    private static bool HasEffects(Expression text) =>
        text is TemplateLiteral template && template.Expressions.Any(hole => hole is not (Identifier or MemberExpression));
}
