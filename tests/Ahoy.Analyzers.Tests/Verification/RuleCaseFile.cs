using System.Globalization;
using Ahoy.Testing;
using Ahoy.Testing.Analyzers;

namespace Ahoy.Analyzers.Tests.Verification;

/// <summary>
/// Reads <c>AHOYnnnn.cases.js</c>: the cases of one rule as the JavaScript that they are, each after a heading
/// <c>//// reports: what</c> or <c>//// silent: what</c>. Lines right below the heading describe the project around the case:
/// <c>//// file:</c>, <c>//// runtime:</c>, <c>//// variables:</c> (there is an environment file), <c>//// packages:</c> (there is a
/// package.json; a name may be prefixed with <c>dev:</c>, <c>optional:</c>, <c>peer:</c>, <c>esm:</c>, <c>import-only:</c>),
/// <c>//// resources:</c> (files besides this one).
/// </summary>
public static class RuleCaseFile
{
    private const string Mark = "//// ";

    /// <summary>The case files of all rules.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.Combine("tests", "Ahoy.Analyzers.Tests", "Rules"), "AHOY*.cases.js", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    /// <summary>The id that a file's name gives.</summary>
    public static string IdOf(string file) => Path.GetFileName(file).Split('.')[0];

    /// <summary>The cases of a file.</summary>
    public static IReadOnlyList<RuleCase> Read(string file)
    {
        var cases = new List<RuleCase>();
        var lines = File.ReadAllLines(file);
        var line = 0;
        while (line < lines.Length)
        {
            if (!lines[line].StartsWith(Mark, StringComparison.Ordinal))
            {
                line++;
                continue;
            }

            var heading = line;
            while (++line < lines.Length && lines[line].StartsWith(Mark, StringComparison.Ordinal))
            {
            }

            var code = line;
            while (line < lines.Length && !lines[line].StartsWith(Mark, StringComparison.Ordinal))
            {
                line++;
            }

            cases.Add(Read(IdOf(file), lines[heading..code], string.Join('\n', lines[code..line]).Trim('\n') + "\n"));
        }

        return cases;
    }

    private static RuleCase Read(string id, string[] headings, string code)
    {
        var pairs = headings.Select(Split).ToList();
        var (kind, name) = pairs[0];
        var facts = pairs.Skip(1).ToDictionary(pair => pair.Key, pair => pair.Value);
        if (kind is not ("reports" or "silent") || facts.Keys.FirstOrDefault(key => key is not ("file" or "runtime" or "variables" or "packages" or "resources")) is { } unknown)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{id}: a heading can't be read: {string.Join(" / ", headings)}"));
        }

        var file = facts.GetValueOrDefault("file", "functions/subject.js");
        return new RuleCase
        {
            Id = id,
            Name = name,
            Reports = kind == "reports",
            File = file,
            Source = MarkedSource.Parse(code),
            Project = ProjectOf(facts, file),
        };
    }

    private static (string Key, string Value) Split(string heading)
    {
        var text = heading[Mark.Length..];
        var colon = text.IndexOf(':');
        return colon < 0 ? (text.Trim(), "") : (text[..colon].Trim(), text[(colon + 1)..].Trim());
    }

    private static ProjectSummary ProjectOf(Dictionary<string, string> facts, string file)
    {
        var packages = Words("packages")?.Select(ReadPackage).ToList();
        return new ProjectSummary(
            facts.GetValueOrDefault("runtime", NodeRuntime.Default),
            [.. (Words("resources") ?? []).Append(file).Select(FunctionsProject.ResourceOf)],
            Words("variables"),
            packages?.Select(package => new KeyValuePair<string, DependencyKind>(package.Name, package.Kind)),
            (packages ?? []).Where(p => p.Support != RequireSupport.Works).Select(p => new KeyValuePair<string, RequireSupport>(p.Name, p.Support)));

        string[]? Words(string key) =>
            facts.TryGetValue(key, out var value) ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : null;
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
