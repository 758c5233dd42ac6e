using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Puts the name that the rule found closest in the place of one that does not exist.</summary>
internal static class KeyReplacement
{
    public static IEnumerable<Fix> Offer(FixRequest request)
    {
        if (request.Properties.TryGetValue(ResourceKeys.ClosestProperty, out var name) && name is not null && EditsFor(request, name) is { } edits)
        {
            yield return new Fix($"Change to '{name}'", request.Id, edits.Edits) { IsCure = IsOnlyWrittenOtherwise(request, name) };
        }
    }

    /// <summary>
    /// Whether the two differ in what Functions and Assets are often given too much or too little of: a slash, an ending, capital
    /// letters. Anything else is a guess, which people have to look at.
    /// </summary>
    private static bool IsOnlyWrittenOtherwise(FixRequest request, string name)
    {
        var written = request.Node switch
        {
            Identifier { Name: var text } => text,
            TemplateElement part => part.Cooked,
            var node => request.File.Source.Constants.TextOf(node),
        };
        return written is not null && string.Equals(Bare(written), Bare(name), StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string key)
    {
        var bare = key.TrimStart('/').Replace(".private", string.Empty).Replace(".protected", string.Empty);
        return bare.EndsWith(".js", StringComparison.Ordinal) ? bare.Substring(0, bare.Length - ".js".Length) : bare;
    }

    private static EditList? EditsFor(FixRequest request, string name)
    {
        var node = request.Node is TemplateElement ? request.Nodes.ParentOf(request.Node)! : request.Node;
        var quoted = request.Style.Quoted(name);
        return (node, request.Nodes.ParentOf(node)) switch
        {
            (StringLiteral, _) => new EditList().Replace(node.Start, node.End, CodeStyle.Quoted(name, request.Text[node.Start])),
            (TemplateLiteral { Expressions.Count: 0 }, not TaggedTemplateExpression) => new EditList().Replace(node.Start, node.End, quoted),
            (Identifier, MemberExpression { Computed: false } or Property { Shorthand: false, Computed: false }) when IsName(name) =>
                new EditList().Replace(node.Start, node.End, name),
            (Identifier, Property { Shorthand: true }) when IsName(name) => new EditList().Insert(node.Start, name + ": "),
            (Identifier, MemberExpression { Computed: false, Optional: false } member) =>
                new EditList().Replace(request.Layout.SkipBackward(node.Start) - 1, member.End, $"[{quoted}]"),
            (Identifier, Property { Shorthand: true }) => new EditList().Insert(node.Start, quoted + ": "),
            (Identifier, Property { Computed: false } property) when ReferenceEquals(property.Key, node) =>
                new EditList().Replace(node.Start, node.End, quoted),
            _ => null,
        };
    }

    private static bool IsName(string text) =>
        !char.IsDigit(text[0]) && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '$');
}
