using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Projects;

public sealed class ProjectFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Problems_OfAProject_AreAllSaidWithTheirFiles()
    {
        _folder.Write(".env", "GOOD=1\nBAD LINE\n");
        _folder.Write("package.json", "{\n broken");
        _folder.Write("functions/a.js", "");
        _folder.Write("functions/a.protected.js", "");
        _folder.Write("functions/b c.js", "");
        _folder.Write("functions/folder.js/index.js", "");
        var project = ProjectFolder.Open(_folder.Path, new GivenSettings { AssetsFolder = "nowhere", Port = "70000" });

        project.CheckNamedFiles();
        project.CheckPaths(project.FindResources());
        var variables = project.ReadEnvironment(project.Settings.EnvFile);
        project.ReadManifest();
        var port = project.ReadPort();

        Assert.Equal("1", variables?.GetValue("GOOD"));
        Assert.Equal(3000, port);
        Assert.False(project.CheckIsNotEmpty(resources: 0));
        var lines = project.Problems.Select(problem => problem.ToString()).ToList();
        Assert.Equal("'nowhere' does not exist, and --assets-folder names it: create it, or correct --assets-folder.", lines[0]);
        Assert.StartsWith("functions/folder.js: is a folder with the name of a Function", lines[1], StringComparison.Ordinal);
        Assert.Equal("functions/a.protected.js: the path '/a' is taken by 'functions/a.js': only one of them could be reached; rename or remove one.", lines[2]);
        Assert.Equal("functions/b c.js: the path '/b c' has the character ' ' (a space), which no path can have: rename the file.", lines[3]);
        Assert.StartsWith(".env(2): '=' is missing after 'BAD'", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("package.json(2): ", lines[5], StringComparison.Ordinal);
        Assert.Equal("--port says the port 70000: a port is a number from 0 to 65535.", lines[6]);
        Assert.Equal(7, lines.Count);
    }

    [Theory]
    [InlineData("""<AhoyFunction Remove="functions/old.js" />""", true)]
    [InlineData("""<AhoyAsset Include="pictures/logo.png"><Path>/logo.png</Path></AhoyAsset>""", true)]
    [InlineData("<EnableDefaultAhoyItems>false</EnableDefaultAhoyItems>", true)]
    [InlineData("<AhoyAssetsBuild>build:web</AhoyAssetsBuild>", false)]
    [InlineData("<AhoyFunctionsFolder>source</AhoyFunctionsFolder><AhoyAssetsFolder>public</AhoyAssetsFolder>", false)]
    public void ProjectFile_WithItems_SaysWhichResourcesThereAre(string content, bool expected)
    {
        var file = _folder.Write("shop.csproj", $"<Project>{content}</Project>");

        var found = ProjectFolder.Open(_folder.Path, new GivenSettings()).FindListOfResources();

        Assert.Equal(expected ? file : null, found);
    }

    [Fact]
    public void Project_WithoutResources_IsOneProblem()
    {
        var project = ProjectFolder.Open(_folder.Path, new GivenSettings { Names = SettingNames.Properties });

        Assert.True(project.CheckIsNotEmpty(project.FindResources().Count));

        Assert.Equal(
            "the Service is empty: put a Function (.js) into 'functions' or a file into 'assets', or name other folders (AhoyFunctionsFolder, AhoyAssetsFolder).",
            Assert.Single(project.Problems).ToString());
    }

    [Fact]
    public void Folder_ThatIsNone_CanNotBeOpened()
    {
        var file = _folder.Write("functions/a.js", "");

        Assert.Equal(
            $"{file} is a file: name the project's folder, the one that holds 'functions'.",
            Assert.Throws<ProjectException>(() => ProjectFolder.Open(file, new GivenSettings())).Message);
        Assert.EndsWith(
            "nowhere: there is no such folder.",
            Assert.Throws<ProjectException>(() => ProjectFolder.Open(_folder.Combine("nowhere"), new GivenSettings())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_ThatCanNotBeRead_NamesItsLine()
    {
        var file = _folder.Write(".twilioserverlessrc", "{\n  env: ,\n}");

        var problem = Assert.Throws<ProjectException>(() => ProjectFolder.Open(_folder.Path, new GivenSettings()));

        Assert.StartsWith($"{file}(2): not valid JSON5: ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("given", "package", "given", null)]
    [InlineData(null, "@scope/my_package", "my-package", "package.json")]
    [InlineData(null, null, "the-folder", null)]
    public void ServiceName_IsGiven_ElseThePackages_ElseTheFolders(string? given, string? package, string name, string? source)
    {
        if (package is not null)
        {
            _folder.Write("package.json", $$"""{ "name": "{{package}}" }""");
        }

        var project = ProjectFolder.Open(_folder.Path, new GivenSettings { ServiceName = given });

        Assert.Equal((name, source), project.FindServiceName(project.ReadManifest(), "the folder"));
    }

    [Fact]
    public void Problem_SeenFromAnotherFolder_NamesItsFileThere()
    {
        var problem = new ProjectProblem(ProjectProblem.EnvironmentLine, "is wrong", ".env", 2);

        Assert.Equal("one/two/.env(2): is wrong.", problem.In("one/two").ToString());
        Assert.Equal(".env(2): is wrong.", problem.In(".").ToString());
        Assert.Equal("one: the Service is empty.", new ProjectProblem(ProjectProblem.EmptyService, "the Service is empty").In("one").ToString());
    }
}
