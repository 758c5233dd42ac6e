using Ahoy.Analysis.Fixes;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Edits a <c>package.json</c> and leaves the rest of it as it is written.</summary>
internal static class PackageManifestEditor
{
    private const string Dependencies = "dependencies";

    // In front of the text, so that it is an expression.
    private const string Opener = "(";

    private static readonly string[] s_others = ["devDependencies", "optionalDependencies", "peerDependencies"];

    /// <summary>Adds a package to <c>dependencies</c>, with the version that another list has for it; null where the text is no manifest.</summary>
    public static IReadOnlyList<TextEdit>? AddDependency(string text, string package)
    {
        if (Read(text) is not { } root || ListOf(root, Dependencies) is { } listed && Find(listed, package) is not null)
        {
            return null;
        }

        var edits = new EditList();
        var version = "*";
        foreach (var list in s_others.Select(name => ListOf(root, name)).OfType<ObjectExpression>())
        {
            if (Find(list, package) is { Value: StringLiteral found } property)
            {
                version = found.Value;
                Remove(text, list, property, edits);
                break;
            }
        }

        var entry = $"{Quote(package)}: {Quote(version)}";
        var layout = new Json(text);
        if (ListOf(root, Dependencies) is not { } target)
        {
            var inner = layout.Indent + layout.Indent;
            Append(layout, root, $"{Quote(Dependencies)}: {{{layout.NewLine}{inner}{entry}{layout.NewLine}{layout.Indent}}}", edits);
        }
        else if (target.Properties.OfType<Property>().FirstOrDefault(property => string.CompareOrdinal(NameOf(property), package) > 0) is { } next)
        {
            var separator = text.Substring(0, next.Start - 1).TrimEnd(' ', '\t').EndsWith("\n", StringComparison.Ordinal)
                ? "," + layout.NewLine + layout.IndentationOf(next.Start - 1)
                : ", ";
            edits.Insert(next.Start - 1, entry + separator);
        }
        else
        {
            Append(layout, target, entry, edits);
        }

        return edits.Edits;
    }

    private static ObjectExpression? Read(string text) =>
        JavaScriptParser.Parse(Opener + text + "\n)") is { Errors.Count: 0, Root.Body: { Count: 1 } body }
            && body[0] is ExpressionStatement { Expression: ObjectExpression root }
            ? root
            : null;

    private static ObjectExpression? ListOf(ObjectExpression root, string name) => Find(root, name)?.Value as ObjectExpression;

    private static Property? Find(ObjectExpression list, string name) =>
        list.Properties.OfType<Property>().FirstOrDefault(property => NameOf(property) == name);

    private static string? NameOf(Property property) => (property.Key as StringLiteral)?.Value;

    private static void Append(Json layout, ObjectExpression list, string entry, EditList edits)
    {
        var close = list.End - 1 - Opener.Length;
        if (list.Properties.Count == 0)
        {
            var outer = layout.IndentationOf(close);
            edits.Replace(list.Start, close, $"{layout.NewLine}{outer}{layout.Indent}{entry}{layout.NewLine}{outer}");
            return;
        }

        var last = list.Properties[list.Properties.Count - 1];
        var isOwnLine = layout.HasLineBreak(last.End - 1, close);
        edits.Insert(last.End - 1, isOwnLine ? "," + layout.NewLine + layout.IndentationOf(last.Start - 1) + entry : ", " + entry);
    }

    /// <summary>Removes a property with its comma and its line.</summary>
    private static void Remove(string text, ObjectExpression list, Property property, EditList edits)
    {
        var index = 0;
        while (!ReferenceEquals(list.Properties[index], property))
        {
            index++;
        }

        if (list.Properties.Count == 1)
        {
            edits.Delete(list.Start, list.End - 1 - Opener.Length);
        }
        else if (index + 1 < list.Properties.Count)
        {
            edits.Delete(property.Start - 1, list.Properties[index + 1].Start - 1);
        }
        else
        {
            edits.Delete(list.Properties[index - 1].End - 1, property.End - 1);
        }
    }

    private static string Quote(string text) => "\"" + text + "\"";

    private readonly struct Json(string text)
    {
        public string NewLine => text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";

        public string Indent => IndentDetector.Detect(text);

        public bool HasLineBreak(int start, int end) => text.IndexOf('\n', start, end - start) >= 0;

        public string IndentationOf(int offset)
        {
            var start = text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
            var end = start;
            while (end < text.Length && text[end] is ' ' or '\t')
            {
                end++;
            }

            return text.Substring(start, end - start);
        }
    }
}
