using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Configuration;

public sealed class ToolkitConfigurationTests : IDisposable
{
    private static readonly ToolkitScope s_start = new("start");

    private readonly TempFolder _folder = new();

    [Fact]
    public void Load_Json5_ReadsAllItsForms()
    {
        _folder.Write(".twilioserverlessrc", """
            // a comment
            {
              unquoted: 'single \'quotes\' \u0041\x42',
              "quoted": "line \
            continued", /* another */
              port: 3000, hexadecimal: 0xBeef, negative: -.5, plus: +1e3,
              flag: true, nothing: null, list: [1, [2,], {a: 1}],
              $dollar_1: "trailing comma",
            }
            """);
        var configuration = ToolkitConfiguration.Load(_folder.Path);

        Assert.Equal("single 'quotes' AB", configuration.GetText("unquoted", s_start));
        Assert.Equal("line continued", configuration.GetText("quoted", s_start));
        Assert.Equal("3000", configuration.GetText("port", s_start));
        Assert.Equal("48879", configuration.GetText("hexadecimal", s_start));
        Assert.Equal("-0.5", configuration.GetText("negative", s_start));
        Assert.Equal("1000", configuration.GetText("plus", s_start));
        Assert.True(configuration.GetFlag("flag", s_start));
        Assert.Null(configuration.GetText("nothing", s_start));
        Assert.Equal("trailing comma", configuration.GetText("$dollar_1", s_start));
    }

    [Fact]
    public void GetText_Scopes_BeatEachOtherInOrder()
    {
        _folder.Write(".twilioserverlessrc", """
            {
              env: 'top', only: 'top',
              commands: { deploy: { env: 'command' } },
              environments: { stage: { env: 'environment' }, '*': { env: 'production' } },
              projects: { AC1: { env: 'project' } },
            }
            """);
        var configuration = ToolkitConfiguration.Load(_folder.Path);

        Assert.Equal("top", configuration.GetText("env", s_start));
        Assert.Equal("command", configuration.GetText("env", new ToolkitScope("deploy", "dev")));
        Assert.Equal("environment", configuration.GetText("env", new ToolkitScope("deploy", "stage")));
        Assert.Equal("production", configuration.GetText("env", new ToolkitScope("deploy", "")));
        Assert.Equal("project", configuration.GetText("env", new ToolkitScope("deploy", "stage", "AC1")));
        Assert.Equal("top", configuration.GetText("only", new ToolkitScope("deploy", "stage", "AC1")));
    }

    [Theory]
    [InlineData("AC1", null, "us1")]
    [InlineData("AC1", "us1", "us1")]
    [InlineData("AC1", "ie1", "ie1")]
    [InlineData("AC1", "au1", "top")]
    [InlineData("AC2", null, "account")]
    [InlineData("AC2", "us1", "account")]
    [InlineData("AC2", "ie1", "top")]
    public void GetText_Region_HasAScopeOfItsOwn(string account, string? region, string expected)
    {
        _folder.Write(".twilioserverlessrc", """
            {
              env: 'top',
              projects: { AC1: { env: 'account' }, 'AC1:us1': { env: 'us1' }, 'AC1:ie1': { env: 'ie1' }, AC2: { env: 'account' } },
            }
            """);

        var scope = new ToolkitScope("deploy", "dev", account, region);

        Assert.Equal(expected, ToolkitConfiguration.Load(_folder.Path).GetText("env", scope));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{ environment: 'stage' }", "stage")]
    [InlineData("{ environment: 'stage', production: true }", "")]
    [InlineData("{ environment: 'stage', commands: { deploy: { environment: 'test' } } }", "test")]
    public void GetEnvironment_IsWhatTheFileSays(string json, string? expected)
    {
        _folder.Write(".twilioserverlessrc", json);

        Assert.Equal(expected, ToolkitConfiguration.Load(_folder.Path).GetEnvironment(new ToolkitScope("deploy")));
    }

    [Fact]
    public void LoadFile_OfAnyName_IsRead()
    {
        var file = _folder.Write("ci/deploy.json5", "{ env: '.env.ci' }");

        Assert.Equal(".env.ci", ToolkitConfiguration.LoadFile(file).GetText("env", s_start));
    }

    [Fact]
    public void Load_PackageJson_ReadsItsKey()
    {
        _folder.Write("package.json", """{ "name": "x", "twilioserverless": { "port": 4000 } }""");

        Assert.Equal("4000", ToolkitConfiguration.Load(_folder.Path).GetText("port", s_start));
    }

    [Theory]
    [InlineData("{\n  a: b\n}", 2, "'b' is no value")]
    [InlineData("{\n  a: 'x\n}", 2, "never closes")]
    [InlineData("{\n  a 1\n}", 2, "':' is expected after 'a'")]
    [InlineData("{\n a: 1\n b: 2 }", 3, "',' or '}' is expected")]
    [InlineData("{\n a: [1,\n", 3, "']' is missing")]
    [InlineData("/* open\n\n", 1, "never closed")]
    [InlineData("[]", 1, "an object is expected")]
    [InlineData("{} x", 1, "after the end")]
    [InlineData("", 1, "a value is expected")]
    public void Load_Broken_GivesLineAndReason(string text, int line, string reason)
    {
        _folder.Write(".twilioserverlessrc", text);

        var exception = Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path));

        Assert.Equal(line, exception.Line);
        Assert.Contains(reason, exception.Message);
    }

    [Fact]
    public void Load_DeepNesting_IsRefused()
    {
        _folder.Write(".twilioserverlessrc", new string('[', 100_000));

        Assert.Throws<ToolkitConfigurationException>(() => ToolkitConfiguration.Load(_folder.Path));
    }

    [Fact]
    public void Load_NoFile_IsEmpty() => Assert.Null(ToolkitConfiguration.Load(_folder.Path).GetText("env", s_start));

    public void Dispose() => _folder.Dispose();
}
