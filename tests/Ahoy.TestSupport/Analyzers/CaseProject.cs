using Ahoy.Model;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>
/// Reads what a <see cref="CaseSection"/> says of the project around it: <c>file:</c>, <c>runtime:</c>, <c>variables:</c> (there is
/// an environment file), <c>packages:</c> (there is a package.json; a name may be prefixed with <c>dev:</c>, <c>optional:</c>,
/// <c>peer:</c>, <c>esm:</c>, <c>import-only:</c>), <c>resources:</c> (files besides this one), <c>beside:</c> (a file besides this one, with its text in the same line; there may be several).
/// </summary>
public static class CaseProject
{
    /// <summary>The keys that are read here.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["file", "runtime", "variables", "packages", "resources", "beside"];

    /// <summary>The file that the code stands in.</summary>
    public static string FileOf(CaseSection section) => section.Fact("file") ?? "functions/subject.js";

    /// <summary>The files besides it whose text is given.</summary>
    public static IReadOnlyList<(string File, string Text)> OthersOf(CaseSection section) =>
    [
        .. section.Lines.Where(line => line.Key == "beside").Select(line => line.Value.Split(' ', 2)).Select(parts => (parts[0], parts[1] + "\n")),
    ];

    /// <summary>The project.</summary>
    public static ProjectSummary Read(CaseSection section)
    {
        var packages = Words("packages")?.Select(ReadPackage).ToList();
        return new ProjectSummary(
            section.Fact("runtime") ?? NodeRuntime.Default,
            [.. (Words("resources") ?? []).Concat(OthersOf(section).Select(other => other.File)).Append(FileOf(section)).Select(FunctionsProject.ResourceOf)],
            Words("variables"),
            packages?.Select(package => new KeyValuePair<string, DependencyKind>(package.Name, package.Kind)),
            (packages ?? []).Where(p => p.Support != RequireSupport.Works).Select(p => new KeyValuePair<string, RequireSupport>(p.Name, p.Support)));

        string[]? Words(string key) => section.Fact(key)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static (string Name, DependencyKind Kind, RequireSupport Support) ReadPackage(string word)
    {
        var colon = word.IndexOf(':');
        var name = word[(colon + 1)..];
        return (colon < 0 ? "" : word[..colon]) switch
        {
            "" => (name, DependencyKind.Dependency, RequireSupport.Works),
            "dev" => (name, DependencyKind.DevDependency, RequireSupport.Works),
            "optional" => (name, DependencyKind.OptionalDependency, RequireSupport.Works),
            "peer" => (name, DependencyKind.PeerDependency, RequireSupport.Works),
            "esm" => (name, DependencyKind.Dependency, RequireSupport.EsModule),
            "import-only" => (name, DependencyKind.Dependency, RequireSupport.ImportOnly),
            var prefix => throw new FormatException($"'{prefix}:' is no kind of package."),
        };
    }
}
