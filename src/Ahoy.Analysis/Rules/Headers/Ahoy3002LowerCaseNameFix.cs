using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>Writes a request header's name as it arrives: in lower case.</summary>
internal sealed class Ahoy3002LowerCaseNameFix : FileFixer
{
    public override string RuleId => "AHOY3002";

    public override IEnumerable<Fix> Offer(FixRequest request)
    {
        if (EditsFor(request) is { } edits)
        {
            yield return new Fix("Read the header by its lower-case name", RuleId, edits.Edits);
        }
    }

    private static EditList? EditsFor(FixRequest request)
    {
        var node = request.Node;
        var parent = request.Nodes.ParentOf(node);
        if (parent is AssignmentPattern { Left: Identifier left } && ReferenceEquals(left, node))
        {
            parent = request.Nodes.ParentOf(parent);
        }

        return (parent, node) switch
        {
            (Property { Shorthand: true }, Identifier name) => new EditList().Insert(name.Start, LowerCase(name.Name) + ": "),
            (Property { Computed: false } property, _) when ReferenceEquals(property.Key, node) => LowerCaseText(request, node),
            (MemberExpression { Computed: false }, Identifier) => LowerCaseText(request, node),

            // A constant with the name may be used for other things too, so it stays as it is.
            (MemberExpression { Computed: true } member, Identifier) when ReferenceEquals(member.Property, node) =>
                new EditList().Insert(node.End, ".toLowerCase()"),
            (Property { Computed: true } property, Identifier) when ReferenceEquals(property.Key, node) =>
                new EditList().Insert(node.End, ".toLowerCase()"),
            (BinaryExpression { Operator: "in" }, Identifier) => new EditList().Insert(node.End, ".toLowerCase()"),
            (_, StringLiteral or TemplateLiteral { Expressions.Count: 0 }) => LowerCaseText(request, node),
            (TemplateLiteral { Expressions.Count: 0 } template, TemplateElement) => LowerCaseText(request, template),
            _ => null,
        };
    }

    private static EditList? LowerCaseText(FixRequest request, Node node)
    {
        var text = request.Layout.TextOf(node);

        // In an escape the case of a letter may have a meaning.
        return text.Contains("\\") ? null : new EditList().Replace(node.Start, node.End, LowerCase(text));
    }

    private static string LowerCase(string name) => name.ToLowerInvariant();
}
