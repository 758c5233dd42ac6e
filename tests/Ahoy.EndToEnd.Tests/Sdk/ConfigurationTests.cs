using Ahoy.Model;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>What a project file says counts in the same way whatever configuration of the Serverless Toolkit lies beside it.</summary>
public class ConfigurationTests(SdkPackage package)
{
    private const string Changes = """
        <AhoyFunction Remove="{0}/draft.js" />
        <AhoyFunction Update="{0}/old.js" Path="/new" />
        <AhoyFunction Include="hooks/hook.js" Path="/hook" Visibility="protected" />
        <AhoyAsset Remove="{1}/secret.txt;{1}/**/*.map" />
        <AhoyAsset Update="{1}/price list.pdf" Path="/price-list.pdf" Visibility="private" />
        """;

    private static readonly string[] s_expected =
    [
        "Private Asset /price-list.pdf",
        "Protected Function /hook",
        "Protected Function /sms/reply",
        "Public Asset /plain.txt",
        "Public Function /hello",
        "Public Function /new",
    ];

    /// <summary>The configuration (its file and text; none), and the folders that count.</summary>
    public static TheoryData<string, string, string, string> Configurations => new()
    {
        { "", "", "functions", "assets" },
        { "", "", "src", "static" },
        { ".twilioserverlessrc", "{}", "functions", "assets" },
        { ".twilioserverlessrc", "{}", "src", "static" },
        { ".twilioserverlessrc", "{ serviceName: 'service', runtime: 'node22' }", "functions", "assets" },
        { ".twilioserverlessrc", "{ functionsFolder: 'dist/functions', assetsFolder: 'dist/assets' }", "dist/functions", "dist/assets" },
        { ".twilioserverlessrc.json", """{ "commands": { "deploy": { "functionsFolder": "./out" } } }""", "out", "assets" },
        { ".twilioserverlessrc", """{ "assets\u0046older": "public", functionsFolder: 'deep/er/functions/' }""", "deep/er/functions", "public" },
        { "package.json", """{ "name": "service", "twilioserverless": { "assetsFolder": "web" } }""", "functions", "web" },
    };

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Items_RemovedAndUpdated_AreSoWithAnyConfiguration(string file, string text, string functions, string assets)
    {
        using var project = Create(file, text, functions, assets, string.Format(null, Changes, functions, assets));

        await project.BuildAsync();

        Assert.Equal(s_expected, project.ReadBuild().Resources.Select(resource => resource.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Items_OfAFolderOutsideOfTheProject_AreFoundByTheConfiguration()
    {
        using var project = Create(".twilioserverlessrc", "{ functionsFolder: '../outside/functions' }", "functions", "assets", "");
        project.Write("../outside/functions/far.protected.js", "exports.handler = (context, event, callback) => callback();\n");

        await project.BuildAsync();

        Assert.Equal("/far", Assert.Single(project.ReadBuild().Resources, resource => resource.Kind == ResourceKind.Function).Path);
    }

    [Fact]
    public async Task Configuration_NamedByTheProject_IsTheOneThatCounts()
    {
        using var project = Create(".twilioserverlessrc", "{ functionsFolder: 'functions' }", "functions", "assets", "");
        project.Write("other/only.js", "exports.handler = (context, event, callback) => callback();\n");
        project.Write("settings/live.json5", "{ functionsFolder: 'other' }");

        await project.BuildAsync("-p:AhoyToolkitConfigurationFile=settings/live.json5");

        Assert.Equal("/only", Assert.Single(project.ReadBuild().Resources, resource => resource.Kind == ResourceKind.Function).Path);
        var missing = await project.DotnetAsync("build", "--no-restore", "-tl:off", "-p:AhoyToolkitConfigurationFile=settings/none.json");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("none.json : error AHOY5107: can't be read: there is no such file", missing.Output);
    }

    [Fact]
    public async Task Configuration_ThatChanges_CountsInTheNextBuild()
    {
        using var project = Create(".twilioserverlessrc", "{}", "functions", "assets", "");
        project.Write("other/only.js", "exports.handler = (context, event, callback) => callback();\n");
        await project.BuildAsync();

        project.Write(".twilioserverlessrc", "{ functionsFolder: 'other' }");
        await project.BuildAsync("--no-restore");

        Assert.Equal("/only", Assert.Single(project.ReadBuild().Resources, resource => resource.Kind == ResourceKind.Function).Path);
    }

    [Theory]
    [InlineData("", "", "dev")]
    [InlineData("", "-p:AhoyProduction=true", "")]
    [InlineData("", "-p:AhoyEnvironment=test", "test")]
    [InlineData("{}", "", "dev")]
    [InlineData("{}", "-p:AhoyProduction=true", "")]
    [InlineData("{}", "-p:AhoyEnvironment=test", "test")]
    [InlineData("{ environment: 'stage' }", "", "stage")]
    [InlineData("{ environment: 'stage' }", "-p:AhoyProduction=true", "")]
    [InlineData("{ environment: 'stage' }", "-p:AhoyEnvironment=test", "test")]
    public async Task Environment_AskedFor_IsTheOneWithAnyConfiguration(string configuration, string argument, string expected)
    {
        using var project = Create(configuration.Length == 0 ? "" : ".twilioserverlessrc", configuration, "functions", "assets", "");

        // By an argument, by the project itself, and by the machine's environment.
        Assert.Equal(expected, await AskAsync([argument], []));
        if (argument.Length > 0)
        {
            var (name, value) = (argument[3..argument.IndexOf('=', StringComparison.Ordinal)], argument[(argument.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            Assert.Equal(expected, await AskAsync([], new() { [name] = value }));
            project.Write("service.csproj", $"""<Project Sdk="Ahoy.Sdk/0.1.0"><PropertyGroup><{name}>{value}</{name}></PropertyGroup></Project>""");
            Assert.Equal(expected, await AskAsync([], []));
        }

        async Task<string> AskAsync(string[] arguments, Dictionary<string, string?> environment)
        {
            var result = await project.DotnetAsync(
                environment, ["msbuild", "-t:AhoyResolve", "-getProperty:AhoyEnvironment", .. arguments.Where(text => text.Length > 0)]);
            Assert.True(result.ExitCode == 0, result.ToString());
            return result.Output.Trim();
        }
    }

    [Fact]
    public async Task Publish_ToProductionAndToAnEnvironment_IsRefused()
    {
        using var project = Create(".twilioserverlessrc", "{}", "functions", "assets", "");

        var result = await project.DotnetAsync("publish", "-p:AhoyProduction=true", "-p:AhoyEnvironment=stage");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error AHOY6003: AhoyProduction asks for production, and AhoyEnvironment for 'stage'.", result.Output);
    }

    private OutsideProject Create(string file, string text, string functions, string assets, string items)
    {
        var project = package.CreateProject("service", $"""<Project Sdk="Ahoy.Sdk/0.1.0"><ItemGroup>{items}</ItemGroup></Project>""");
        if (file.Length > 0)
        {
            project.Write(file, text);
        }

        string[] sources = [$"{functions}/hello.js", $"{functions}/sms/reply.protected.js", $"{functions}/draft.js", $"{functions}/old.js", "hooks/hook.js", "lib/other.js"];
        foreach (var source in sources)
        {
            project.Write(source, "exports.handler = (context, event, callback) => callback(null, 'hi');\n");
        }

        foreach (var asset in (string[])["plain.txt", "secret.txt", "deep/app.js.map", "price list.pdf"])
        {
            project.Write($"{assets}/{asset}", asset);
        }

        if (items.Length == 0)
        {
            File.Delete(Path.Combine(project.Folder, assets, "price list.pdf"));
        }

        return project;
    }
}
