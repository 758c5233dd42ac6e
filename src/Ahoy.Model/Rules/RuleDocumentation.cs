using System.Collections.Concurrent;

namespace Ahoy.Model;

/// <summary>
/// Where the rules are explained. The one place to change when the repository moves. The command's packages have the pages too, so that
/// they can be read where the address can't.
/// </summary>
public static class RuleDocumentation
{
    private static readonly ConcurrentDictionary<string, string> s_nearest = new(StringComparer.Ordinal);

    /// <summary>The repository's home page.</summary>
    public const string Repository = "https://github.com/ahoy-dotnet/ahoy";

    /// <summary>The folder of the pages in the repository.</summary>
    public const string Folder = "docs/rules";

    /// <summary>The address of a rule's page.</summary>
    public static string PageOf(string id) => $"{Repository}/blob/main/{Folder}/{id}.md";

    /// <summary>The folder of the pages that were installed with this program. It may be missing.</summary>
    public static string InstalledFolder { get; } = Path.Combine(AppContext.BaseDirectory, "docs", "rules");

    /// <summary>The address of a rule's page for an editor on this machine: the installed file, or the page in the repository. An editor asks for each finding at each key: it is looked for once.</summary>
    public static string NearestPageOf(string id) => s_nearest.GetOrAdd(id, static id =>
    {
        var file = Path.Combine(InstalledFolder, id + ".md");
        return File.Exists(file) ? new Uri(file).AbsoluteUri : PageOf(id);
    });
}
