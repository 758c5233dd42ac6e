using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Projects;

public sealed class ProjectSummarizerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Summarize_EnvFile_TellsNamesAndNeverValues()
    {
        _folder.Write(".env", "API_KEY=very-secret-value\nNUMBER=+15550100\n");

        var project = Summarize();

        Assert.Equal(["API_KEY", "NUMBER"], project.Variables.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("very-secret-value", ProjectSummaryText.Write(project));
    }

    [Theory]
    [InlineData("{ \"name\": ")]
    [InlineData("[]")]
    public void Summarize_BrokenPackageJson_CountsAsAbsent(string json)
    {
        _folder.Write("package.json", json);

        Assert.False(Summarize().HasPackageManifest);
    }

    [Fact]
    public void Summarize_PackageInTwoLists_IsWhatThePlatformInstalls()
    {
        _folder.Write("package.json", """{ "dependencies": { "a": "1" }, "devDependencies": { "a": "1", "b": "1" } }""");

        var project = Summarize();

        Assert.Equal(DependencyKind.Dependency, project.Packages["a"]);
        Assert.Equal(DependencyKind.DevDependency, project.Packages["b"]);
    }

    [Theory]
    [InlineData("""{ "main": "index.js" }""", RequireSupport.Works)]
    [InlineData("""{ }""", RequireSupport.Works)]
    [InlineData("""{ "type": "module" }""", RequireSupport.EsModule)]
    [InlineData("""{ "type": "module", "main": "lib/index.cjs" }""", RequireSupport.Works)]
    [InlineData("""{ "main": "index.mjs" }""", RequireSupport.EsModule)]
    [InlineData("""{ "type": "module", "exports": "./index.js" }""", RequireSupport.EsModule)]
    [InlineData("""{ "type": "module", "exports": { "types": "./index.d.ts", "default": "./index.js" } }""", RequireSupport.EsModule)]
    [InlineData("""{ "type": "module", "exports": { ".": { "import": "./a.js", "require": "./a.cjs" } } }""", RequireSupport.Works)]
    [InlineData("""{ "exports": { ".": { "import": "./a.mjs", "default": "./a.js" } } }""", RequireSupport.Works)]
    [InlineData("""{ "type": "module", "exports": { ".": { "node": { "import": "./a.js", "require": "./a.cjs" } } } }""", RequireSupport.Works)]
    [InlineData("""{ "type": "module", "exports": { "import": "./a.js" } }""", RequireSupport.ImportOnly)]
    [InlineData("""{ "type": "module", "exports": { ".": { "types": "./a.d.ts", "import": "./a.js" } } }""", RequireSupport.ImportOnly)]
    [InlineData("""{ "type": "module", "exports": { "./only/a/file": "./file.js" } }""", RequireSupport.Works)]
    [InlineData("""{ "type": "module", "exports": { ".": { "require": "./dist/cjs/index.js" } } }""", RequireSupport.Works)]
    [InlineData("""{ broken""", RequireSupport.Works)]
    public void Summarize_InstalledPackage_SaysWhatRequireCanDo(string manifest, RequireSupport expected)
    {
        _folder.Write("package.json", """{ "dependencies": { "@scope/thing": "1", "not-installed": "1" } }""");
        _folder.Write("node_modules/@scope/thing/package.json", manifest);
        _folder.Write("node_modules/@scope/thing/dist/cjs/package.json", """{ "type": "commonjs" }""");

        var project = Summarize();

        Assert.Equal(expected, project.RequireSupportOf("@scope/thing"));
        Assert.Equal(RequireSupport.Works, project.RequireSupportOf("not-installed"));
    }

    [Fact]
    public void Summarize_PackageInstalledInAFolderAbove_IsFound()
    {
        _folder.Write("services/one/package.json", """{ "dependencies": { "hoisted": "1" } }""");
        _folder.Write("node_modules/hoisted/package.json", """{ "type": "module" }""");

        var project = ProjectSummarizer.Summarize(_folder.Combine("services/one"), [], null, null);

        Assert.Equal(RequireSupport.EsModule, project.RequireSupportOf("hoisted"));
    }

    private ProjectSummary Summarize()
    {
        var scan = ResourceScanner.Scan(ServiceLayout.Of(_folder.Path));
        return ProjectSummarizer.Summarize(_folder.Path, scan.Files, ".env", runtime: null);
    }
}
