using System.Text;
using System.Text.RegularExpressions;
using Ahoy.Analysis.Rules;

namespace Ahoy.Design.Tests.Reference;

/// <summary>docs/reference/rules.md, made from the rules, their fixers, the releases' lists and the rules' pages.</summary>
public partial class RulesPageTests
{
    private static readonly SortedDictionary<string, string> s_sources = new(
        SourceFiles.Below(Repository.Combine("src")).Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).ToDictionary(file => file, File.ReadAllText),
        StringComparer.Ordinal);

    [Fact]
    public void Page_OfTheRules_IsWhatTheySay()
    {
        var text = new StringBuilder("""
            `ahoy explain AHOY1002` prints a rule's page. You can set the severity of each with `dotnet_diagnostic.AHOYnnnn.severity` in `.editorconfig`.

            | rule | what it finds | severity | fix | since | source |
            |---|---|---|---|---|---|

            """);
        var releases = Releases();
        foreach (var page in Directory.GetFiles(Repository.Combine("docs", "rules"), "AHOY*.md").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(page);
            var title = File.ReadLines(page).First()[(id.Length + 4)..];
            var (severity, since) = releases.GetValueOrDefault(id, ("", ""));
            Assert.True(severity.Length > 0, $"{id} has no line in CheckReleases.md or AnalyzerReleases.*.md.");
            var hasFix = FixCatalog.Fixers.Any(fixer => fixer.GetType().Name.StartsWith($"Ahoy{id[4..]}", StringComparison.Ordinal));
            var source = SourceOf(id);
            text.Append($"| [{id}](../rules/{id}.md) | {ReferencePage.Cell(title)} | {severity.ToLowerInvariant()} | {(hasFix ? "yes" : "")} | {since} | [{Path.GetFileName(source)}](../../{source}) |\n");
        }

        ReferencePage.Check("rules.md", "Ahoy.Design.Tests", "Rules", text.ToString());
    }

    // A rule is a file of its own; what a check of the Build or the reader of a project reports is where its id is written.
    private static string SourceOf(string id)
    {
        var source = s_sources.Keys.FirstOrDefault(file => Path.GetFileName(file).StartsWith($"Ahoy{id[4..]}", StringComparison.Ordinal) && !file.EndsWith("Fix.cs", StringComparison.Ordinal))
            ?? s_sources.FirstOrDefault(file => file.Value.Contains($"\"{id}\"", StringComparison.Ordinal)).Key;
        Assert.True(source is not null, $"No source names {id}.");
        return SourceFiles.NameOf(source!);
    }

    private static Dictionary<string, (string Severity, string Since)> Releases()
    {
        // What is not shipped yet comes with the version that the repository makes.
        var next = NextVersion().Match(File.ReadAllText(Repository.Combine("CHANGELOG.md"))).Groups["version"].Value;
        var rules = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Repository.Combine("src", "Ahoy.Bundling", "CheckReleases.md")))
        {
            if (CheckLine().Match(line) is { Success: true } match)
            {
                rules[match.Groups["id"].Value] = (match.Groups["severity"].Value, match.Groups["since"].Value);
            }
        }

        foreach (var name in new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" })
        {
            var release = next;
            foreach (var line in File.ReadLines(Repository.Combine("src", "Ahoy.Analyzers", name)))
            {
                release = line.StartsWith("## Release ", StringComparison.Ordinal) ? line["## Release ".Length..].Trim() : release;
                if (RuleLine().Match(line) is { Success: true } match)
                {
                    rules[match.Groups["id"].Value] = (match.Groups["severity"].Value, release);
                }
            }
        }

        foreach (var rule in RuleCatalog.Reported)
        {
            rules.TryAdd(rule.Id, (rule.Severity.ToString(), next));
        }

        return rules;
    }

    [GeneratedRegex(@"^(?<id>AHOY\d{4}) \| (?<severity>\w+) \| (?<since>\d+\.\d+\.\d+) \|")]
    private static partial Regex CheckLine();

    [GeneratedRegex(@"^(?<id>AHOY\d{4}) \| [\w.]+ \| (?<severity>\w+) \|")]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"^## (?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex NextVersion();
}
