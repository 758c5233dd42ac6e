using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Native;

/// <summary>The native <c>ahoy</c> by itself, verb by verb: what trimming took away shows only when it runs.</summary>
public sealed partial class NativeTests(NativeProgram native, SdkPackage package) : IClassFixture<NativeProgram>, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public async Task Check_BrokenFile_IsReportedInEachFormat(string format)
    {
        _folder.Write("service/functions/broken.js", "callback(null, ;\n");

        var result = await AhoyAsync(1, "check", "service", "--format", format);

        Assert.Contains("AHOY0001", result);
    }

    [Fact]
    public async Task Start_SavedFunction_AnswersAnew()
    {
        WriteService("one");
        await using var service = await StartAsync();
        Assert.Equal("one", await TextAsync(service, "/hello"));

        WriteService("two");

        await Eventually.HoldsAsync(() => TextAsync(service, "/hello").GetAwaiter().GetResult() == "two");
    }

    [Fact]
    public async Task Offline_TextAndCall_AreAnswered()
    {
        WriteService("one");
        _folder.Write("service/functions/sms.js", """
            exports.handler = (context, event, callback) => {
              const twiml = new Twilio.twiml.MessagingResponse();
              twiml.message(`Ahoy ${event.Body}`);
              callback(null, twiml);
            };
            """);
        _folder.Write("service/functions/voice.js", """
            exports.handler = (context, event, callback) => {
              const twiml = new Twilio.twiml.VoiceResponse();
              twiml.say('Welcome');
              callback(null, twiml);
            };
            """);
        await using var service = await StartAsync("--offline", "--offline-port", "0");

        Assert.Equal("Ahoy Ada\n", await AhoyAsync(0, "text", "/sms", "Ada", "--offline-url", service.OfflineUrl));
        Assert.Contains("Welcome", await AhoyAsync(0, "call", "/voice", "--fast", "--transcript", "--offline-url", service.OfflineUrl));
        using var http = new HttpClient();
        var messages = await http.GetStringAsync(new Uri($"{service.OfflineUrl}/_ahoy/messages"), TestContext.Current.CancellationToken);
        Assert.Equal(2, JsonNode.Parse(messages)!.AsArray().Count);
    }

    [Fact]
    public async Task Serve_DeployListAndRemove_Work()
    {
        WriteService("deployed");
        await using var host = RunningProcess.Start(
            native.Require(), ["serve", "--data", _folder.Combine("data"), "--port", "0", "--api-port", "0"], _folder.Path, Environment);
        var api = Api().Match(await host.WaitForLineAsync("ahoy: ready ", s_patience)).Groups[1].Value;

        Assert.Matches("Deployed service to service-[0-9]{4}-dev", await AhoyAsync(0, "deploy", "--cwd", "service", "--host-url", api));
        Assert.Contains("1 unchanged", await AhoyAsync(0, "deploy", "--cwd", "service", "--host-url", api));
        Assert.Contains("service", await AhoyAsync(0, "list", "services", "--host-url", api));
        await AhoyAsync(0, "env", "set", "A=1", "--service-name", "service", "--environment", "dev", "--host-url", api);
        Assert.Contains("A ", await AhoyAsync(0, "env", "list", "--service-name", "service", "--environment", "dev", "--host-url", api));
    }

    [Fact]
    public async Task NewImportFlowAndCompletion_Work()
    {
        await AhoyAsync(0, "new", "shop");
        Assert.True(Directory.Exists(_folder.Combine("shop/functions")));
        Assert.Contains("voice-menu", await AhoyAsync(0, "templates"));
        _folder.Write("toolkit/package.json", """{ "name": "toolkit" }""");
        _folder.Write("toolkit/functions/hello.js", "exports.handler = (context, event, callback) => callback();\n");
        _folder.Write("toolkit/.twilioserverlessrc", "{ /* JSON5 */ serviceName: 'toolkit' }");
        await AhoyAsync(0, "import", "toolkit");
        Assert.Single(Directory.GetFiles(_folder.Combine("toolkit"), "*.csproj"));
        Assert.Contains("flowchart", await AhoyAsync(0, "flow", "toolkit"));
        Assert.Contains("complete", await AhoyAsync(0, "completion", "bash"));
    }

    [Fact]
    public async Task DotnetRun_WithThePackage_RunsTheProgram()
    {
        native.Require();
        using var project = package.CreateProject();
        project.WriteFunction("hello.js", "native");
        var result = await project.DotnetAsync("build", "-getProperty:AhoyProgram");
        Assert.EndsWith(OperatingSystem.IsWindows() ? "ahoy.exe" : "ahoy", result.Output.Trim());

        await using var running = await RunningService.StartAsync(project.Start("run", "--", "--port", "0"));

        Assert.Equal("native", await TextAsync(running, "/hello"));
    }

    // The host and what deploys to it find one another by files of the user's.
    private Dictionary<string, string?> Environment => new()
    {
        ["XDG_DATA_HOME"] = _folder.Path,
        ["LOCALAPPDATA"] = _folder.Path,
        ["AHOY_ACCOUNT_SID"] = null,
        ["AHOY_AUTH_TOKEN"] = null,
    };

    private void WriteService(string answer)
    {
        _folder.Write("service/package.json", """{ "name": "service" }""");
        _folder.Write("service/functions/hello.js", $"exports.handler = (context, event, callback) => callback(null, '{answer}');\n");
    }

    private Task<RunningService> StartAsync(params string[] options) => RunningService.StartAsync(
        RunningProcess.Start(native.Require(), ["start", "service", "--port", "0", .. options], _folder.Path, Environment));

    private async Task<string> AhoyAsync(int exitCode, params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(native.Require(), arguments, _folder.Path, Environment, s_patience, TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == exitCode, result.ToString());
        return result.Output;
    }

    private static async Task<string> TextAsync(RunningService service, string path)
    {
        using var answer = await service.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"api=(\S+) pid=")]
    private static partial Regex Api();
}
