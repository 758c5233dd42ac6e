using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.Analysis.TwiML.Addresses;
using Ahoy.JavaScript.Syntax;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Projects;

/// <summary>A place in a file that leads to another: a key of <c>getFunctions()</c> or <c>getAssets()</c>, or an address in TwiML.</summary>
/// <param name="Start">The offset where it begins, without quotes.</param>
/// <param name="End">The offset behind it.</param>
/// <param name="Target">The resource that it leads to.</param>
/// <param name="IsKey">Whether it is a key; an address otherwise.</param>
internal sealed record Link(int Start, int End, ProjectResource Target, bool IsKey)
{
    /// <summary>The links of a file that lead to a resource of its project, in the order of the source.</summary>
    public static IReadOnlyList<Link> In(FileContext file)
    {
        var links = new List<Link>();
        AddKeys(file, "getFunctions", ResourceKind.Function, static path => path.TrimStart('/'), links);
        AddKeys(file, "getAssets", ResourceKind.Asset, static path => path, links);
        foreach (var use in AddressUses.Of(file.Source).All)
        {
            if (AddressTarget.PathOf(use, file.Resource) is { } path && AddressTarget.Find(file.Project, path) is { } target)
            {
                var (start, end) = WithoutQuotes(file.Text, use.Value.Start, use.Value.End);
                links.Add(new Link(start, end, target, IsKey: false));
            }
        }

        return [.. links.OrderBy(link => link.Start)];
    }

    private static void AddKeys(FileContext file, string method, ResourceKind kind, Func<string, string> keyOf, List<Link> links)
    {
        if (file.Source.IsMarkup || !file.Source.Mentions(method))
        {
            return;
        }

        foreach (var read in PropertyReads.Find(file.Source, new RuntimeValues(file.Source, method)).All)
        {
            if (file.Project.Resources.FirstOrDefault(resource => resource.Kind == kind && keyOf(resource.Path) == read.Name) is { } target)
            {
                var (start, end) = read.Place is StringLiteral ? WithoutQuotes(file.Text, read.Place.Start, read.Place.End) : (read.Place.Start, read.Place.End);
                links.Add(new Link(start, end, target, IsKey: true));
            }
        }
    }

    private static (int Start, int End) WithoutQuotes(string text, int start, int end) =>
        end - start >= 2 && text[start] is '\'' or '"' or '`' && text[end - 1] == text[start] ? (start + 1, end - 1) : (start, end);
}
