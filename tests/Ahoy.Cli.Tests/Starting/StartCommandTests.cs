using Ahoy.Cli.Tests.Infrastructure;

namespace Ahoy.Cli.Tests.Starting;

public sealed class StartCommandTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Start_AnyPort_GivesFunctionsTheirDomainName()
    {
        using var project = new ToolkitProject("domain");
        project.Write("functions/domain.js", "exports.handler = (context, event, callback) => callback(null, context.DOMAIN_NAME);\n");
        await using var host = await StartedProject.StartAsync(project.Path);

        Assert.Equal((200, host.Url.Authority), await host.SendAsync("/domain"));
    }

    [Fact]
    public async Task Start_FilesThatChange_SaysWhatChanged()
    {
        using var project = new ToolkitProject("changes");
        project.Write(".env", "A=1\nB=secret value\n");
        await using var host = await StartedProject.StartAsync(project.Path);

        project.Write(".env", "A=2\nB=secret value\n");
        await host.WaitForLineAsync("The variable changed: A. Requests from now on see its value.");
        project.Write("functions/hello.js", "exports.handler = (context, event, callback) => callback(null, 'other');\n");
        await host.WaitForLineAsync("The project's code changed: requests from now on run the new one.");
        Assert.DoesNotContain("secret value", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FunctionThatCantBeParsed_SaysWhereInOneLine()
    {
        using var project = new ToolkitProject("syntax");
        project.Write("functions/bad.js", "exports.handler = (context, event, callback) => {\n  callback(null, ;\n};\n");
        await using var host = await StartedProject.StartAsync(project.Path);

        var (status, _) = await host.SendAsync("/bad");

        Assert.Equal(500, status);
        await host.WaitForLineAsync("functions/bad.js:2:18: error AHOY0001: Unexpected token ';'. The file can't be loaded.");
        Assert.DoesNotContain("wrapSafe", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TypeScriptAmongFunctions_IsSaid()
    {
        using var project = new ToolkitProject("typed");
        project.Write("functions/other.ts", "export const handler = () => {};\n");
        project.Write("functions/types.d.ts", "");
        await using var host = await StartedProject.StartAsync(project.Path);

        Assert.Contains("functions/other.ts: TypeScript is no Function before it is compiled", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_LogLevel_LeavesOutWhatIsBelow()
    {
        using var project = new ToolkitProject("levels");
        project.Write("functions/say.js", "exports.handler = (context, event, callback) => { console.log('an info'); console.warn('a warning'); callback(null, 'ok'); };\n");
        project.Write(".twilioserverlessrc", "{ logLevel: 'warn' }");
        await using var host = await StartedProject.StartAsync(project.Path);

        await host.SendAsync("/say");
        await host.WaitForLineAsync("a warning");

        Assert.DoesNotContain("an info", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GET /say", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SignatureThatIsWrong_IsExplained()
    {
        using var project = new ToolkitProject("signed");
        project.Write(".env", $"AUTH_TOKEN={Token}\n");
        project.Write("functions/sms.protected.js", "exports.handler = (context, event, callback) => callback(null, 'ok');\n");
        await using var host = await StartedProject.StartAsync(project.Path, "--public-url", "https://boat.example.com");
        var fields = new Dictionary<string, string> { ["Body"] = "hi" };

        Assert.Equal(200, (await host.SendAsync("/sms", fields, Token, "https://boat.example.com/sms")).Status);
        Assert.Equal(400, (await host.SendAsync("/sms", fields, Token)).Status);
        await host.WaitForLineAsync("and --public-url https://boat.example.com says that requests come to https://boat.example.com/sms");
        Assert.Equal(400, (await host.SendAsync("/sms", fields, "another token", "https://boat.example.com/sms")).Status);
        await host.WaitForLineAsync("no signature of https://boat.example.com/sms with AUTH_TOKEN of the environment file is like it");
        Assert.DoesNotContain(Token, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_HonoursTheOptionsOfAProject()
    {
        using var project = new BuiltProject("archived");
        project.Build("PATH is ' + Boolean(process.env.PATH) + ' at ' + context.DOMAIN_NAME + '");
        var archive = project.Pack(Path.Combine(project.Path, "archived.ahoy.zip"));
        project.Write("names.env", "A=\n");
        await using var host = await StartedProject.StartAsync(
            project.Path, "--build", archive, "--detailed-logs", "--load-local-env", "--env", "names.env", "--inspect", "127.0.0.1:19229");

        Assert.Equal((200, $"PATH is true at {host.Url.Authority} -"), await host.SendAsync("/hello?Body=detail"));
        await host.WaitForLineAsync("detail");
        using var http = new HttpClient();
        Assert.Contains("node.js", await http.GetStringAsync("http://127.0.0.1:19229/json/version", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-live")]
    [InlineData("--service-name", "x")]
    public async Task Archive_OptionThatWouldDoNothing_IsRefused(params string[] option)
    {
        using var project = new BuiltProject("archive-refused");
        var archive = project.Pack(Path.Combine(project.Path, "a.ahoy.zip"));

        var result = await Ahoy.TestSupport.ProcessRunner.RunAsync(
            Ahoy.TestSupport.Dotnet.Program, ["exec", DeployHost.Program, "start", "--build", archive, .. option], project.Path, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{option[0]} is about a project", result.Error, StringComparison.Ordinal);
    }
}
