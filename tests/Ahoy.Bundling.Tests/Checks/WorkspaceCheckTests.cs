using Ahoy.Bundling.Checks;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>A project in a workspace: hoisted modules are looked at (AHOY5011), packages of the workspace are on no registry (AHOY5015).</summary>
public sealed class WorkspaceCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void NativeDependency_HoistedToTheRoot_IsFound()
    {
        var candidate = Write("""{ "dependencies": { "native": "1.0.0", "@twilio/runtime-handler": "2.1.2" } }""");
        _folder.Write("node_modules/native/package.json", """{ "gypfile": true }""");
        _folder.Write("node_modules/@twilio/runtime-handler/package.json", """{ "gypfile": true }""");

        Assert.StartsWith("the module 'native' needs", Assert.Single(new NativeDependencyCheck().Check(candidate)).Message);
    }

    [Fact]
    public void NativeDependency_AboveTheWorkspace_IsNone()
    {
        var candidate = Write("""{ "dependencies": { "native": "1.0.0" } }""", root: "outer/inner");
        _folder.Write("node_modules/native/package.json", """{ "gypfile": true }""");

        Assert.Empty(new NativeDependencyCheck().Check(candidate));
    }

    [Fact]
    public void NativeDependency_LinkedStoreOfPnpm_FindsWhatAPackageBrings()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        var candidate = Write("""{ "dependencies": { "plain": "1.0.0" } }""");
        _folder.Write("node_modules/.pnpm/plain@1.0.0/node_modules/plain/package.json", """{ "dependencies": { "native": "1" } }""");
        _folder.Write("node_modules/.pnpm/plain@1.0.0/node_modules/native/package.json", """{ "gypfile": true }""");
        Directory.CreateDirectory(_folder.Combine(Path.Combine("packages", "functions", "node_modules")));
        Directory.CreateSymbolicLink(_folder.Combine(Path.Combine("packages", "functions", "node_modules", "plain")), _folder.Combine(Path.Combine("node_modules", ".pnpm", "plain@1.0.0", "node_modules", "plain")));

        Assert.StartsWith("the module 'native', which 'plain' brings along,", Assert.Single(new NativeDependencyCheck().Check(candidate)).Message);
    }

    [Theory]
    [InlineData("""{ "name": "fleet-shared", "version": "1.0.0" }""", true)]
    [InlineData("""{ "name": "fleet-shared", "version": "1.0.0", "private": true, "publishConfig": {} }""", true)]
    [InlineData("""{ "name": "fleet-shared", "version": "1.0.0", "publishConfig": { "access": "public" } }""", false)]
    [InlineData("""{ "name": "other" }""", false)]
    public void DependencySource_PackageOfTheWorkspace_IsReportedUnlessItIsPublished(string sibling, bool isReported)
    {
        _folder.Write("packages/shared/package.json", sibling);
        var candidate = Write("""{ "dependencies": { "fleet-shared": "1.0.0" } }""");

        var problems = new DependencySourceCheck().Check(candidate).ToList();

        Assert.Equal(isReported ? 1 : 0, problems.Count);
        Assert.All(problems, problem => Assert.Equal(("AHOY5015", Severity.Error), (problem.Id, problem.Severity)));
    }

    [Fact]
    public void DependencySource_OtherVersionThanTheSiblings_ComesFromTheRegistry()
    {
        _folder.Write("packages/shared/package.json", """{ "name": "fleet-shared", "version": "2.0.0" }""");
        _folder.Write("package-lock.json", """{ "lockfileVersion": 3, "packages": { "packages/functions/node_modules/fleet-shared": { "version": "1.0.0" }, "node_modules/fleet-shared": { "link": true } } }""");

        Assert.Empty(new DependencySourceCheck().Check(Write("""{ "dependencies": { "fleet-shared": "1.0.0" } }""")));
    }

    [Theory]
    [InlineData("workspace:*", "\"publishConfig\": {}", "1.4.0")]
    [InlineData("workspace:^", "\"publishConfig\": {}", "1.4.0")]
    [InlineData("workspace:~1.4.0", "\"publishConfig\": {}", "1.4.0")]
    [InlineData("workspace:*", "\"private\": true", null)]
    [InlineData("workspace:../shared", "\"publishConfig\": {}", null)]
    [InlineData("workspace:other@*", "\"publishConfig\": {}", null)]
    public void DependencySource_ProtocolOfWorkspaces_IsDeployedAsThePublishedVersion(string requested, string published, string? version)
    {
        _folder.Write("packages/shared/package.json", $$"""{ "name": "fleet-shared", "version": "1.4.0", {{published}} }""");
        var candidate = Write($$"""{ "dependencies": { "fleet-shared": "{{requested}}" } }""");

        Assert.Equal(version is null ? ["AHOY5015"] : [], new DependencySourceCheck().Check(candidate).Select(problem => problem.Id));
        Assert.Equal(version, Assert.Single(candidate.ToBuild().Dependencies).Locked);
    }

    public void Dispose() => _folder.Dispose();

    private BuildCandidate Write(string manifest, string root = "")
    {
        _folder.Write(Path.Combine(root, "package.json"), """{ "private": true, "workspaces": ["packages/*"] }""");
        _folder.Write(Path.Combine(root, "packages/functions/package.json"), manifest);
        var project = new ProjectFolder(ProjectSettings.Of(_folder.Combine(Path.Combine(root, "packages", "functions")), new GivenSettings(), ToolkitConfiguration.Empty));
        return new BuildCandidate("service", NodeRuntime.Default, [Candidates.Function("a.js")], ManifestReader.Read(project));
    }
}
