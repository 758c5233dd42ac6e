using System.Text;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.JavaScript.Tests.Scopes;

/// <summary>Writes scopes and references as short texts, which tests compare.</summary>
internal static class ScopeText
{
    public static ScopeTree Analyze(string source, SourceType type = SourceType.Script) =>
        ScopeTree.Create(JavaScriptParser.Parse(source, new ParseOptions { SourceType = type }).Root);

    /// <summary>Each scope as <c>Kind(name:Kind …){inner scopes}</c>, without what is empty.</summary>
    public static string OfScopes(ScopeTree tree)
    {
        var text = new StringBuilder();
        Write(tree.Root, text);
        return text.ToString();
    }

    /// <summary>
    /// Each reference as <c>name kinds→Kind@Scope</c>, or <c>free</c>; the kinds as d(eclares), r(eads), w(rites), i(nitial value).
    /// </summary>
    public static string OfReferences(ScopeTree tree) => string.Join(", ", tree.References.Select(Describe));

    private static string Describe(Reference reference)
    {
        var kinds = (reference.IsDeclaration ? "d" : "") + (reference.IsRead ? "r" : "") + (reference.IsWrite ? "w" : "")
            + (reference.IsInitializer ? "i" : "");
        var target = reference.Binding is { } binding ? $"{binding.Kind}@{binding.Scope.Kind}" : "free";
        return $"{reference.Identifier.Name} {kinds}→{target}{(reference.IsDynamic ? " dynamic" : "")}";
    }

    private static void Write(Scope scope, StringBuilder text)
    {
        text.Append(scope.Kind);
        if (scope.Bindings.Count > 0)
        {
            text.Append('(').AppendJoin(' ', scope.Bindings.Select(b => $"{b.Name}:{b.Kind}{(b.IsHoistedFromBlock ? "^" : "")}")).Append(')');
        }

        var children = scope.Children.ToList();
        if (children.Count == 0)
        {
            return;
        }

        text.Append('{');
        for (var i = 0; i < children.Count; i++)
        {
            text.Append(i == 0 ? "" : " ");
            Write(children[i], text);
        }

        text.Append('}');
    }
}
