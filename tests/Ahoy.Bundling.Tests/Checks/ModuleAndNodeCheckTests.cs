using Ahoy.Bundling.Checks;
using Ahoy.Model;
using Ahoy.TestSupport;
using static Ahoy.Bundling.Tests.Candidates;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>How Functions are loaded, and by which Node: AHOY5018 and 5019; and the versions of the platform's handler, AHOY5009.</summary>
public sealed class ModuleAndNodeCheckTests
{
    [Theory]
    [InlineData("""{ "type": "module" }""", 1)]
    [InlineData("""{ "type": "commonjs" }""", 0)]
    [InlineData("{}", 0)]
    public void ModuleType_OfPackageJson_Warns(string manifest, int expected)
    {
        var problems = new ModuleTypeCheck().Check(WithManifest(manifest)).ToList();

        Assert.Equal(expected, problems.Count);
        Assert.All(problems, problem => Assert.Equal(("AHOY5018", Severity.Warning, "package.json"), (problem.Id, problem.Severity, problem.File)));
    }

    [Fact]
    public void ModuleType_FilesAndFoldersBetween_AreNamed()
    {
        using var folder = new TempFolder();
        folder.Write("functions/esm/package.json", """{ "type": "module" }""");
        folder.Write("functions/cjs/package.json", "{}");
        var candidate = Of(Function("esm/a.js"), Function("cjs/b.js"));
        candidate.Folder = folder.Path;
        candidate.ModuleFiles = ["functions/c.mjs"];

        Assert.Equal(["functions/c.mjs", "functions/esm/package.json"], new ModuleTypeCheck().Check(candidate).Select(problem => problem.File));
    }

    [Fact]
    public void ModuleType_AssetsAlone_AreNobodysBusiness() =>
        Assert.Empty(new ModuleTypeCheck().Check(new BuildCandidate(
            "service", NodeRuntime.Default, [Asset("a.txt")], new CandidateManifest(PackageManifest.Parse("""{ "type": "module" }""", "package.json")))));

    [Theory]
    [InlineData("22.14.0", "node22", null)]
    [InlineData("20.20.2", "node22", "Functions run on Node 20.20.2 here")]
    [InlineData("22.14.0", "node20", "the runtime is node20")]
    [InlineData("20.20.2", "nonsense", null)]
    public void NodeVersion_OtherMajor_IsAdvice(string version, string runtime, string? message)
    {
        var candidate = new BuildCandidate("service", runtime, [Function("a.js")]) { FindNode = () => new NodeInstallation("/usr/bin/node", "/", version) };

        var problems = new NodeVersionCheck().Check(candidate).ToList();

        Assert.Equal(message is null ? 0 : 1, problems.Count);
        Assert.All(problems, problem => Assert.Equal(("AHOY5019", Severity.Info), (problem.Id, problem.Severity)));
        Assert.All(problems, problem => Assert.Contains(message!, problem.Message));
    }

    [Theory]
    [InlineData("2.1.2", null)]
    [InlineData("2.0.3", null)]
    [InlineData("2.1.0", Severity.Warning)]
    [InlineData("^2.1.0", Severity.Error)]
    public void RuntimeHandler_Version_IsOneThatThePlatformTakes(string version, Severity? severity) =>
        Assert.Equal(severity, new RuntimeHandlerCheck().Check(WithManifest($$"""{ "dependencies": { "@twilio/runtime-handler": "{{version}}" } }""")).SingleOrDefault()?.Severity);
}
