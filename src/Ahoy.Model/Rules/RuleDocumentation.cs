namespace Ahoy.Model;

/// <summary>Where the rules are explained. The one place to change when the repository moves.</summary>
public static class RuleDocumentation
{
    /// <summary>The repository's home page.</summary>
    public const string Repository = "https://github.com/ahoy-dotnet/ahoy";

    /// <summary>The folder of the pages in the repository.</summary>
    public const string Folder = "docs/rules";

    /// <summary>The address of a rule's page.</summary>
    public static string PageOf(string id) => $"{Repository}/blob/main/{Folder}/{id}.md";
}
