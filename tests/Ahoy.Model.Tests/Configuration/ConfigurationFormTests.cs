using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Configuration;

/// <summary>The forms that a configuration can have: JSON5, YAML, programs, a key of package.json, the older file. All say the same.</summary>
public sealed class ConfigurationFormTests : IDisposable
{
    private const string Json = """{ "functionsFolder": "code", "port": 4555, "commands": { "start": { "env": ".env.local" } }, "environments": { "*": { "env": ".env.production" } } }""";

    private const string Yaml = """
        # a comment
        base: &base { env: .env.local }
        functionsFolder: code
        port: 4555
        commands:
          start:
            <<: *base
        environments:
          "*": { env: .env.production }
        """;

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Forms() => new()
    {
        { ".twilioserverlessrc", Json },
        { ".twilioserverlessrc.json", Json },
        { ".twilioserverlessrc.json5", Json },
        { ".twilioserverlessrc.yaml", Yaml },
        { ".twilioserverlessrc.yml", Yaml },
        { ".twilioserverlessrc.js", $"module.exports = {Json};" },
        { ".twilioserverlessrc.cjs", $"module.exports = {Json};" },
        { "twilioserverless.config.js", $"console.log('hello'); process.stdout.write('x'); require('node:fs').writeSync(1, '{{}}'); module.exports = {Json};" },
        { "twilioserverless.config.cjs", $"setInterval(() => {{}}, 1000); exports.__esModule = true; exports.default = Promise.resolve({Json});" },
        { "package.json", $$"""{ "name": "x", "twilioserverless": {{Json}} }""" },
        { ".twilio-functions", Json },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Load_EachForm_SaysTheSame(string name, string text)
    {
        var file = _folder.Write(name, text);

        var configuration = ToolkitConfiguration.Load(_folder.Path);

        Assert.Equal(file, configuration.File);
        Assert.Equal("code", configuration.GetText("functionsFolder", new ToolkitScope("deploy", "dev")));
        Assert.Equal("4555", configuration.GetText("port", new ToolkitScope("start")));
        Assert.Equal(".env.local", configuration.GetText("env", new ToolkitScope("start")));
        Assert.Equal(".env.production", configuration.GetText("env", new ToolkitScope("deploy", "")));
        Assert.Equal(name == ".twilio-functions", configuration.Note is not null);
        Assert.Equal("code", ToolkitConfiguration.LoadFile(file).GetText("functionsFolder", new ToolkitScope("deploy")));
    }

    [Fact]
    public void Load_ProgramInAnEsModuleProject_IsRead()
    {
        _folder.Write("package.json", """{ "type": "module" }""");
        _folder.Write("twilioserverless.config.js", $"export default {Json};");

        Assert.Equal("4555", ToolkitConfiguration.Load(_folder.Path).GetText("port", new ToolkitScope("start")));
    }

    [Theory]
    [InlineData("const a = 1;\nthrow new Error('no harbour');", 2, "no harbour")]
    [InlineData("module.exports = {\n  a: 1,\n  b: =\n};", 3, "Unexpected token")]
    [InlineData("\n\nundefinedName();", 3, "undefinedName is not defined")]
    [InlineData("require('./no-such-file');", 1, "Cannot find module")]
    [InlineData("process.exit(0);", 0, "ended its process")]
    [InlineData("module.exports = () => ({});", 0, "exports a function")]
    [InlineData("module.exports = 5;", 0, "exports no object")]
    [InlineData("", 0, null)]
    public void Load_ProgramThatFails_IsOneErrorWithItsLine(string text, int line, string? reason)
    {
        var file = _folder.Write(".twilioserverlessrc.js", text);
        if (reason is null)
        {
            // An empty module exports an empty object.
            Assert.Null(ToolkitConfiguration.Load(_folder.Path).GetText("env", new ToolkitScope("start")));
            return;
        }

        var problem = Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path));

        Assert.Equal((file, line), (problem.File, problem.Line));
        Assert.Contains(reason, problem.Message);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void Load_ProgramThatDoesNotEnd_IsStopped()
    {
        _folder.Write(".twilioserverlessrc.js", "for (;;) {}");

        Assert.Contains("did not end within 15 s", Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path)).Message);
    }

    [Fact]
    public void Load_ProgramThatExportsTooMuch_IsRefused()
    {
        _folder.Write(".twilioserverlessrc.js", "module.exports = { a: 'x'.repeat(5e6) };");

        Assert.Contains("more than 1024 kB", Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path)).Message);
    }

    [Theory]
    [InlineData("a: [1,\nb", 2)]
    [InlineData("- a", 1)]
    [InlineData("a: *nobody", 1)]
    [InlineData("{ a: 1 }\nb", 2)]
    public void Load_BrokenYaml_GivesTheLine(string text, int line)
    {
        _folder.Write(".twilioserverlessrc.yml", text);

        Assert.InRange(Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path)).Line, 1, line + 1);
    }

    [Fact]
    public void Load_YamlThatWouldFillTheMemory_IsRefused()
    {
        var text = string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "x" : $"*a{i - 1}", 9))}]\n"));
        _folder.Write(".twilioserverlessrc.yml", text);
        Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path));

        _folder.Write(".twilioserverlessrc.yml", new string('[', 100_000));
        Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path));
    }

    [Fact]
    public void LoadFile_Missing_SaysSo() =>
        Assert.Contains("no such file", Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.LoadFile(_folder.Combine("none.json"))).Message);

    [Fact]
    public void NamedFiles_FolderOfTheConfigurationThatIsMissing_IsNone()
    {
        _folder.Write(".twilioserverlessrc", "{ functionsFolder: 'code', assetsFolder: 'files', commands: { start: { functionsFolder: 'other' } } }");
        var configuration = ToolkitConfiguration.Load(_folder.Path);

        var built = ProjectSettings.Of(_folder.Path, new GivenSettings(), configuration);
        var started = ProjectSettings.Of(_folder.Path, new GivenSettings { IsOfStart = true }, configuration);
        var named = ProjectSettings.Of(_folder.Path, new GivenSettings { FunctionsFolder = "mine" }, configuration);

        Assert.Equal(("code", "other"), (built.Layout.FunctionsFolder, started.Layout.FunctionsFolder));
        Assert.Empty(built.NamedFiles);
        Assert.Equal("mine", Assert.Single(named.NamedFiles).Path);
    }

    public void Dispose() => _folder.Dispose();
}
