using Ahoy.Cli.Creating;
using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Creating;

public sealed class NewServiceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task New_WithASource_NamesItAndPrintsTheNextTwoCommands()
    {
        var source = WritePackage("1.2.3");

        var result = await RunAsync("new", "my-service", "--source", source);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains($"value=\"{source}\"", Read("my-service/nuget.config"), StringComparison.Ordinal);
        Assert.Contains("Sdk=\"Ahoy.Sdk/1.2.3\"", Read("my-service/my-service.csproj"), StringComparison.Ordinal);
        Assert.EndsWith("Next:\n  cd my-service\n  dotnet build\n  dotnet run\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_SourceWithoutThePackage_WritesNothing()
    {
        var result = await RunAsync("new", "my-service", "--source", _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no Ahoy.Sdk.*.nupkg in it", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("my-service")));
    }

    [Fact]
    public async Task New_Empty_HasTheFoldersAndNothingInThem()
    {
        var result = await RunAsync("init", "bare", "--empty");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Combine("bare/functions")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Combine("bare/assets")));
        Assert.True(File.Exists(_folder.Combine("bare/.env")));
        Assert.Contains("ahoy new function hello --template blank", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_TypeScript_HasASourceFolderAndACompilerOfItsOwn()
    {
        var result = await RunAsync("new", "typed", "--typescript");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(File.Exists(_folder.Combine("typed/src/functions/hello.ts")));
        Assert.True(File.Exists(_folder.Combine("typed/src/ahoy.d.ts")));
        Assert.True(File.Exists(_folder.Combine("typed/test/hello.test.js")));
        Assert.Contains("\"typescript\"", Read("typed/package.json"), StringComparison.Ordinal);
        Assert.Contains("\"name\": \"typed\"", Read("typed/package.json"), StringComparison.Ordinal);

        Assert.Equal(0, (await RunInAsync(_folder.Combine("typed"), "new", "function", "more", "--template", "cors")).ExitCode);
        Assert.True(File.Exists(_folder.Combine("typed/src/functions/more.js")));
    }

    [Fact]
    public void Source_OfAnInstalledTool_IsWhereItsPackageCameFrom()
    {
        var source = WritePackage("0.3.0");
        _folder.Write("store/ahoy/.nupkg.metadata", $$"""{ "version": 2, "contentHash": "x", "source": "{{source.Replace("\\", "\\\\", StringComparison.Ordinal)}}" }""");
        Directory.CreateDirectory(_folder.Combine("store/ahoy/tools/net10.0/any"));

        Assert.Equal(new SdkSource(source, "0.3.0"), SdkSource.OfThisCommand(_folder.Combine("store/ahoy/tools/net10.0/any")));
    }

    [Fact]
    public async Task Import_ProjectOfTheToolkit_WritesTheProjectFileAloneAndSaysWhatItFound()
    {
        using var project = new ToolkitProject("imported");
        project.Write(".env", "API_SECRET=not to be shown\n");
        project.Write(".twilioserverlessrc", "{ runtime: 'node20' }");
        project.Write("functions/sms.protected.js", "exports.handler = (context, event, callback) => callback(null, 'ok');\n");
        project.Write(".gitignore", "node_modules/\n.env\nobj/\n");
        var before = Files(project);

        var result = await RunInAsync(project.Path, "import", "--source", WritePackage("0.1.0"));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal([.. before.Append("imported.csproj").Append("nuget.config").Order(StringComparer.Ordinal)], Files(project));
        Assert.Equal("<Project Sdk=\"Ahoy.Sdk/0.1.0\" />", File.ReadAllText(project.Combine("imported.csproj")).Trim());
        Assert.Contains("Functions:     1 public, 1 protected in functions\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Assets:        1 public in assets\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Variables:     .env: API_SECRET\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Configuration: .twilioserverlessrc: it goes on counting\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not to be shown", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains("Add to .gitignore what builds write: bin/.", result.Error, StringComparison.Ordinal);

        var again = await RunInAsync(project.Path, "import");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("has a project file already: imported.csproj", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_DryOrOfNoProject_WritesNothing()
    {
        using var project = new ToolkitProject("dry");
        var before = Files(project);

        Assert.Equal(0, (await RunInAsync(project.Path, "import", "--dry-run")).ExitCode);
        Assert.Equal(before, Files(project));

        var none = await RunAsync("import");
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("there are neither Functions nor Assets", none.Error, StringComparison.Ordinal);
    }

    private static string[] Files(ToolkitProject project) =>
    [
        .. Directory.EnumerateFiles(project.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(project.Path, file)).Order(StringComparer.Ordinal),
    ];

    private string WritePackage(string version)
    {
        _folder.Write($"packages/Ahoy.Sdk.{version}.nupkg", "");
        return _folder.Combine("packages");
    }

    private string Read(string file) => File.ReadAllText(_folder.Combine(file));

    private Task<ProcessResult> RunAsync(params string[] arguments) => RunInAsync(_folder.Path, arguments);

    private static Task<ProcessResult> RunInAsync(string folder, params string[] arguments) => ProcessRunner.RunAsync(
        Dotnet.Program, ["exec", DeployHost.Program, .. arguments], folder, cancellationToken: TestContext.Current.CancellationToken);
}
