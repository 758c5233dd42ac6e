using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.LanguageServer.Tests;

/// <summary>The real program, with clients and editors that others wrote.</summary>
public sealed class ProcessTests
{
    private const string Notify = """
        exports.handler = async function (context, event, callback) {
          const client = context.getTwilioClient();
          client.messages.create({ to: context.OWNER, from: context.FROM_NUMBER, body: 'Hi' });
          callback(null, 'sent');
        };

        """;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "ahoy.dll");

    [Fact]
    public async Task ClientLibraryOfVsCode_OpensFixesAndEnds()
    {
        using var folder = Project();
        var node = Path.Combine(AppContext.BaseDirectory, "Node");
        await NodePackages.InstallAsync(node, TestContext.Current.CancellationToken);

        var result = await ProcessRunner.RunAsync("node", [Path.Combine(node, "client.cjs"), "dotnet", "exec", Program, "lsp", folder.Path], folder.Path, timeout: TimeSpan.FromMinutes(2));

        Assert.True(result.ExitCode == 0, result.ToString());
        var told = JsonDocument.Parse(result.Output).RootElement;
        Assert.Contains("AHOY2001", told.GetProperty("codes").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(1, told.GetProperty("version").GetInt32());
        Assert.Contains("  await client.messages.create", told.GetProperty("text").GetString());
        Assert.Equal(0, told.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task Neovim_ShowsTheFinding_AppliesTheFix_AndSaves()
    {
        Assert.SkipWhen(SearchPath.Find("nvim") is null, "Neovim (nvim) is not on the PATH: on Debian, apt-get install neovim.");
        using var folder = Project();
        var environment = new Dictionary<string, string?>
        {
            ["AHOY_LSP"] = JsonSerializer.Serialize(new[] { "dotnet", "exec", Program, "lsp" }),
            ["AHOY_ROOT"] = folder.Path,
            ["XDG_CONFIG_HOME"] = folder.Combine("config"),
            ["XDG_DATA_HOME"] = folder.Combine("data"),
            ["XDG_STATE_HOME"] = folder.Combine("state"),
        };

        var result = await ProcessRunner.RunAsync(
            "nvim", ["--headless", "-u", "NONE", "-c", $"luafile {Path.Combine(AppContext.BaseDirectory, "Editors", "fix.lua")}"], folder.Path, environment, timeout: TimeSpan.FromMinutes(3));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("  await client.messages.create", await File.ReadAllTextAsync(folder.Combine("functions/notify.js"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ProcessOfTheEditor_ThatIsGone_EndsTheServer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It has no 'sleep'.");
        using var folder = Project();
        using var editor = Process.Start("sleep", "600");
        using var server = Start(folder, path: null);
        await SendAsync(server, 1, "initialize", $$"""{ "processId": {{editor.Id}}, "rootUri": null, "capabilities": {} }""");
        Assert.Contains("\"capabilities\"", await ReadAsync(server));

        // Its input stays open, as where another process has it, too.
        editor.Kill();

        await server.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(1, server.ExitCode);
    }

    [Fact]
    public async Task Machine_WithoutNode_HasItsFindings()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The PATH of a process is not all that finds programs there.");
        using var folder = Project();
        using var server = Start(folder, path: folder.Combine("empty"));
        await SendAsync(server, 1, "initialize", "{ \"processId\": null, \"rootUri\": null, \"capabilities\": { \"textDocument\": { \"diagnostic\": {} } } }");
        await ReadAsync(server);
        await SendAsync(server, null, "initialized", "{}");
        var uri = new Uri(folder.Combine("functions/notify.js")).AbsoluteUri;
        await SendAsync(server, null, "textDocument/didOpen", JsonSerializer.Serialize(new { textDocument = new { uri, languageId = "javascript", version = 1, text = Notify } }));
        await SendAsync(server, 2, "textDocument/diagnostic", JsonSerializer.Serialize(new { textDocument = new { uri } }));

        var answer = await ReadAsync(server);
        while (!answer.Contains("\"id\":2", StringComparison.Ordinal))
        {
            answer = await ReadAsync(server);
        }

        Assert.Contains("AHOY2001", answer, StringComparison.Ordinal);
        server.StandardInput.Close();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // The server with nothing on its PATH but what is given.
    private static Process Start(TempFolder folder, string? path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : SearchPath.Find("dotnet")!, ["exec", Program, "lsp"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        return Process.Start(start)!;
    }

    private static async Task SendAsync(Process server, int? id, string method, string parameters)
    {
        var body = Encoding.UTF8.GetBytes($$"""{ "jsonrpc": "2.0", {{(id is null ? "" : $"\"id\": {id}, ")}}"method": "{{method}}", "params": {{parameters}} }""");
        var stream = server.StandardInput.BaseStream;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body, TestContext.Current.CancellationToken);
        await stream.FlushAsync(TestContext.Current.CancellationToken);
    }

    // One message: its head is ASCII, and ends with an empty line.
    private static async Task<string> ReadAsync(Process server)
    {
        var stream = server.StandardOutput.BaseStream;
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            head.Append((char)one[0]);
        }

        var length = int.Parse(System.Text.RegularExpressions.Regex.Match(head.ToString(), @"Content-Length: *(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(body);
    }

    private static TempFolder Project()
    {
        var folder = new TempFolder();
        folder.Write("package.json", "{ \"name\": \"x\" }\n");
        folder.Write("functions/notify.js", Notify);
        return folder;
    }
}
