using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Commands;

public sealed class StartCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public StartCommandTests() => _folder.Write("functions/hello.js", "exports.handler = (context, event, callback) => { console.log('said', event.word); callback(null, 'hello'); };");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_Project_ListsItsUrlsAndLogsRequests()
    {
        _folder.Write("functions/sms/reply.protected.js", "exports.handler = () => {};");
        _folder.Write("assets/secret.private.txt", "secret");
        await using var host = await HostProcess.StartAsync(_folder.Path, "--log-format", "text");

        Assert.Equal("hello", await host.Client.GetStringAsync("/hello?word=ahoy"));

        Assert.Matches(@"GET, POST\s+http://localhost:\d+/hello\s+public\s+functions/hello\.js", host.Output);
        Assert.Matches(@"GET, POST\s+http://localhost:\d+/sms/reply\s+protected\s+functions/sms/reply\.protected\.js", host.Output);
        Assert.Matches(@"-\s+/secret\.txt\s+private\s+assets/secret\.private\.txt", host.Output);
        await Eventually.HoldsAsync(() => host.Output.Contains("GET /hello?word=ahoy 200", StringComparison.Ordinal));
        Assert.Matches(@"\d\d:\d\d:\d\d INFO  /hello RQ[0-9a-f]{32} said ahoy", host.Output);
    }

    [Fact]
    public async Task LogFormat_Json_IsOneObjectALine()
    {
        var run = HostProcess.RunUntilAsync(
            ["start", _folder.Path, "--port", "0", "--log-format", "json"],
            output => output.Contains("\"ready\"", StringComparison.Ordinal));
        await using var host = await run;
        var ready = JsonNode.Parse(host.Output.Split('\n')[0])!;

        using var client = new HttpClient();
        await client.GetStringAsync($"{(string?)ready["url"]}/hello?word=x");
        await Eventually.HoldsAsync(() => host.Output.Contains("\"event\":\"request\"", StringComparison.Ordinal));

        Assert.Equal(host.Id, (int?)ready["pid"]);
        var output = JsonNode.Parse(host.Output.Split('\n').First(l => l.Contains("\"event\":\"output\"", StringComparison.Ordinal)))!;
        Assert.Equal("said x", (string?)output["message"]);
        Assert.Equal("/hello", (string?)output["path"]);
    }

    [Fact]
    public async Task Options_GivenTwice_TheLastCounts()
    {
        _folder.Write("other.env", "NAME=other");
        _folder.Write("functions/name.js", "exports.handler = (context, event, callback) => callback(null, context.NAME);");
        await using var host = await HostProcess.StartAsync(_folder.Path, "--port", "1", "--env-file", "missing.env", "--port", "0", "--env", "other.env");

        Assert.Equal("other", await host.Client.GetStringAsync("/name"));
    }

    [Fact]
    public async Task Configuration_InTheFolder_IsReadAsDotnetRunReadsIt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        _folder.Write(".twilioserverlessrc", $$"""
            { functionsFolder: 'dist', env: 'unused.env', commands: { start: { env: 'start.env', port: {{port}} } } }
            """);
        _folder.Write("start.env", "NAME=configured");
        _folder.Write("unused.env", "NAME=unused");
        _folder.Write("dist/name.js", "exports.handler = (context, event, callback) => callback(null, context.NAME);");

        await using var host = await HostProcess.RunUntilAsync(["start", _folder.Path], output => output.Contains("ahoy: ready ", StringComparison.Ordinal));

        Assert.Contains($"url=http://localhost:{port} ", host.Output, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Equal("configured", await client.GetStringAsync($"http://localhost:{port}/name"));
    }

    [Fact]
    public async Task Configuration_ThatIsNotToBeRead_IsNot()
    {
        _folder.Write(".twilioserverlessrc", "{ broken");

        await using var host = await HostProcess.StartAsync(_folder.Path, "--no-config");

        Assert.Equal("hello", await host.Client.GetStringAsync("/hello?word=x"));
    }

    [Fact]
    public async Task Port_InUse_IsOneLineThatNamesTheProcess()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--port", $"{port}");

        Assert.Equal(1, host.ExitCode);
        var line = Assert.Single(host.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"Port {port} is in use", line, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            Assert.Contains($"(process {Environment.ProcessId})", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Node_Missing_IsOneLineThatSaysWhatToDo()
    {
        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--port", "0", "--node", "/no/such/node");

        Assert.Equal(1, host.ExitCode);
        Assert.Equal(NodeLocator.MissingMessage + "\n", host.Errors);
    }

    [Theory]
    [InlineData("echo v18.20.0", "Node 18.20.0 (")]
    [InlineData("exit 1", "is not Node")]
    public async Task Node_TooOldOrNone_IsOneLineThatSaysWhatToDo(string script, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for Node is a shell script.");
        var node = _folder.Write("old-node", $"#!/bin/sh\n[ \"$1\" = --version ] && {{ {script}; exit; }}\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--port", "0", "--node", node);

        Assert.Equal(1, host.ExitCode);
        Assert.Contains(message, Assert.Single(host.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_WithMistakes_AllAreSaidAtOnce()
    {
        _folder.Write("functions/hello.protected.js", "exports.handler = () => {};");
        _folder.Write("functions/folder.js/index.js", "");
        _folder.Write(".env", "GOOD=1\nBAD LINE\n");
        _folder.Write("package.json", "{ broken");

        await using var host = await HostProcess.RunAsync("start", _folder.Path, "--port", "0");

        Assert.Equal(1, host.ExitCode);
        var lines = host.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.StartsWith("functions/folder.js: is a folder", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith(".env(2): ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("package.json(1): ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("the path '/hello' is taken by 'functions/hello", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no/such/folder", "there is no such folder")]
    [InlineData("assets-only-empty", "the Service is empty: put a Function")]
    public async Task Folder_WithNothing_IsOneLine(string folder, string message)
    {
        if (folder.StartsWith("assets", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(_folder.Combine(folder));
        }

        await using var host = await HostProcess.RunAsync("start", _folder.Combine(folder), "--port", "0");

        Assert.Equal(1, host.ExitCode);
        Assert.Contains(message, Assert.Single(host.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "70000", "--port 70000: a port is a number from 0 to 65535.")]
    [InlineData("--log-format", "xml", "--log-format xml: it must be text or json.")]
    [InlineData("--public-url", "nonsense", "--public-url nonsense: it must be a URL")]
    [InlineData("--inspect", "here", "--inspect here: it must be a port")]
    [InlineData("--env", "missing.env", "'missing.env' does not exist, and --env names it: create it, or correct --env")]
    [InlineData("--functions-folder", "missing", "'missing' does not exist, and --functions-folder names it")]
    [InlineData("--config", "missing.json", "missing.json: can't be read")]
    [InlineData("--work", "work", "--work is about a Build's archive: name one with --build, or leave it out.")]
    [InlineData("--build", "missing", "there is no Build: build the project first.")]
    public async Task Option_ThatIsWrong_SaysWhy(string option, string value, string message)
    {
        await using var host = await HostProcess.RunAsync("start", _folder.Path, option, value);

        Assert.Equal(1, host.ExitCode);
        Assert.Contains(message, host.Errors, StringComparison.Ordinal);
    }
}
