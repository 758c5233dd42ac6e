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

    private static TempFolder Project()
    {
        var folder = new TempFolder();
        folder.Write("package.json", "{ \"name\": \"x\" }\n");
        folder.Write("functions/notify.js", Notify);
        return folder;
    }
}
