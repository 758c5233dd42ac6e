using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Testing;

/// <summary><c>ahoy exec</c>: a command beside a service that is ready.</summary>
public sealed class ExecCommandTests : IDisposable
{
    private const string Function = """
        exports.handler = (context, event, callback) => {
          console.log('asked');
          const twiml = new Twilio.twiml.MessagingResponse();
          twiml.message('pong');
          callback(null, event.Body ? twiml : 'ahoy');
        };
        """;

    private const string Script = """
        (async () => {
          const hello = await (await fetch(process.env.AHOY_URL + '/hello')).text();
          const offline = process.env.AHOY_OFFLINE_URL;
          const replies = offline === undefined ? 'no phone' : (await (await fetch(offline + '/_ahoy/messages', {
            method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ from: '+15551230001', to: '/hello', body: 'hi' }),
          })).json()).replies[0].body;
          console.log(`${hello}, ${replies}, ${process.argv.slice(1).join(' ')}`);
          process.exitCode = 7;
        })();
        """;

    private readonly TempFolder _folder = new();

    public ExecCommandTests() => _folder.Write("functions/hello.js", Function);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "ahoy, no phone, one --two")]
    [InlineData(true, "ahoy, pong, one --two")]
    public async Task Exec_RunsTheCommand_AndEndsWithItsExitCode(bool isOffline, string expected)
    {
        var result = await RunAsync([.. isOffline ? (string[])["--offline"] : [], "--", "node", "-e", Script, "one", "--two"]);

        Assert.True(result.ExitCode == 7, result.ToString());
        Assert.Equal(expected, result.Output.Trim());
        // The Function's own log does not get between what the command writes.
        Assert.Contains("asked", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Combine("obj/ahoy/host.json")));
    }

    [Fact]
    public async Task Exec_OfAProgramThatIsNotThere_SaysSo()
    {
        var result = await RunAsync(["--", "no-such-program"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'no-such-program' can't be started: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exec_OfAProjectWithErrors_RunsNothing()
    {
        _folder.Write(".env", "A=1\nBAD LINE\n");

        var result = await RunAsync(["--", "node", "-e", "console.log('ran')"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(".env(2)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exec_WithoutACommand_SaysWhatIsMissing() => Assert.Equal(2, (await RunAsync([])).ExitCode);

    [Fact]
    public async Task Exec_FindsProgramsOfTheProjectsPackages()
    {
        var program = _folder.Write("node_modules/.bin/greet", "#!/usr/bin/env node\nconsole.log('greetings');\n");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("npm writes other shims there.");
        }
        else
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Equal("greetings", (await RunAsync(["--", "greet"])).Output.Trim());
        Assert.Equal("greetings", (await RunAsync(["--", "sh", "-c", "greet"])).Output.Trim());
    }

    private Task<ProcessResult> RunAsync(IEnumerable<string> arguments) => ProcessRunner.RunAsync(
        "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ahoy.dll"), "exec", "--project", _folder.Path, .. arguments], _folder.Path, cancellationToken: TestContext.Current.CancellationToken);
}
