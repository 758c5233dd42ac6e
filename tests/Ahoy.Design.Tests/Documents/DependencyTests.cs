using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Ahoy.Design.Tests.Documents;

/// <summary>Each package has its reason in <c>docs/dependencies.md</c>, and each reason its package.</summary>
public class DependencyTests
{
    private static readonly string[] s_npmManifests = ["src", "tests", "bench", "build/repo/Site"];

    [Fact]
    public void NuGetPackages_OfTheRepository_HaveTheirReason() => Expect.None(NuGetPackages().Except(Reasons("Shipped", "In the repository only").Keys));

    [Fact]
    public void NpmPackages_OfTheRepository_HaveTheirReason() => Expect.None(NpmPackages().Except(Reasons("npm").Keys));

    [Fact]
    public void Reasons_OnThePage_AreOfPackagesThatAreUsed()
    {
        // The SDK's own: it has no version of its own here, and is restored where a package is made.
        var compiler = XDocument.Load(Repository.Combine("build", "repo", "ReadyToRun", "Compiler.csproj"));
        var downloads = compiler.Descendants("PackageDownload").Select(item => ((string)item.Attribute("Include")!).Split(".$(")[0]);

        // What the SDK brings by itself for a property: the compiler ahead of time, and the analyzers that go with it.
        var native = XDocument.Load(Repository.Combine("build", "repo", "Native", "ahoy.csproj"));
        downloads = downloads.Concat(native.Descendants("PublishAot").Select(_ => "Microsoft.DotNet.ILCompiler"));
        var targets = XDocument.Load(Repository.Combine("Directory.Build.targets"));
        downloads = downloads.Concat(targets.Descendants("KnownILLinkPack").Select(item => (string)item.Attribute("Update")!));

        // A package in another version than the one that a dependency brings for others.
        var overrides = SourceFiles.Below(Repository.Root)
            .Where(file => Path.GetExtension(file) == ".csproj")
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Where(reference => reference.Attribute("VersionOverride") is not null)
            .Select(reference => (string)reference.Attribute("Include")!);
        downloads = downloads.Concat(overrides);

        Expect.None(Reasons("Shipped", "In the repository only").Keys.Except(NuGetPackages()).Except(downloads, StringComparer.OrdinalIgnoreCase));
        Expect.None(Reasons("npm").Keys.Except(NpmPackages()));
    }

    [Fact]
    public void NuGetPackages_WithAVersion_AreReferredTo()
    {
        var references = SourceFiles.Below(Repository.Root)
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
            .SelectMany(file => XDocument.Load(file).Descendants())
            .Where(element => element.Name.LocalName is "PackageReference")
            .Select(element => (string?)element.Attribute("Include"))
            .ToHashSet();
        var brought = SourceFiles.Below(Repository.Root)
            .Where(file => Path.GetFileName(file) == "packages.lock.json")
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!.AsObject())
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(package => (string?)package.Value!["type"] == "CentralTransitive")
            .Select(package => package.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Expect.None(NuGetPackages().Where(package => !references.Contains(package) && !brought.Contains(package)));
    }

    [Fact]
    public void NativeProgram_References_AreTheCommands() =>
        Assert.Equal(References(Repository.Combine("src", "Ahoy.Cli", "Ahoy.Cli.csproj")), References(Repository.Combine("build", "repo", "Native", "ahoy.csproj")));

    [Fact]
    public void Reasons_OnThePage_AreSentences() =>
        Assert.All(Reasons("Shipped", "In the repository only", "npm"), reason => Assert.EndsWith(".", reason.Value));

    private static IEnumerable<string> References(string project) => XDocument.Load(project)
        .Descendants()
        .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference")
        .Select(element => ((string)element.Attribute("Include")!).Split('/')[^1])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> NuGetPackages() =>
        XDocument.Load(Repository.Combine("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(item => (string)item.Attribute("Include")!);

    /// <summary>The direct dependencies of each package.json of ours; the templates' and samples' are their users'.</summary>
    private static IEnumerable<string> NpmPackages() =>
        s_npmManifests
            .SelectMany(folder => SourceFiles.Below(Repository.Combine(folder)))
            .Where(file => Path.GetFileName(file) == "package.json" && !SourceFiles.NameOf(file).StartsWith("src/Ahoy.Templates/", StringComparison.Ordinal))
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!)
            .SelectMany(manifest => new[] { manifest["dependencies"], manifest["devDependencies"] })
            .OfType<JsonObject>()
            .SelectMany(dependencies => dependencies.Select(dependency => dependency.Key))
            .Distinct();

    /// <summary>The packages of the tables below some headings, each with the last column of its row.</summary>
    private static Dictionary<string, string> Reasons(params string[] headings)
    {
        var reasons = new Dictionary<string, string>();
        var heading = "";
        foreach (var line in File.ReadLines(Repository.Combine("docs", "dependencies.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..].Trim();
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && headings.Contains(heading) && !line.StartsWith("| package |", StringComparison.Ordinal))
            {
                var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
                foreach (var package in cells[0].Split(',', StringSplitOptions.TrimEntries))
                {
                    reasons.Add(package, cells[^1]);
                }
            }
        }

        return reasons;
    }
}
