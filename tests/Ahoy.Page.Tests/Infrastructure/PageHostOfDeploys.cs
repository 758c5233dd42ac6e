using System.Text.RegularExpressions;

namespace Ahoy.Page.Tests.Infrastructure;

/// <summary>A running <c>ahoy serve</c> with its page, and deploys to it.</summary>
internal sealed partial class PageHostOfDeploys : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "ahoy.dll");

    private readonly TempFolder _folder;
    private readonly RunningProcess _process;

    private PageHostOfDeploys(TempFolder folder, RunningProcess process, string api, string page)
    {
        _folder = folder;
        _process = process;
        Api = api;
        Page = page;
        folder.Write("project/package.json", """{ "name": "deployed" }""");
    }

    /// <summary>Where the page is.</summary>
    public string Page { get; }

    private string Api { get; }

    public static async Task<PageHostOfDeploys> StartAsync()
    {
        var folder = new TempFolder();
        var process = RunningProcess.Start(
            Dotnet.Program,
            ["exec", s_program, "serve", "--data", folder.Combine("data"), "--port", "0", "--api-port", "0", "--offline-port", "0", "--page"],
            folder.Path,
            Variables(folder));
        var ready = Ready().Match(await process.WaitForLineAsync("ahoy: ready ", s_patience));
        return new PageHostOfDeploys(folder, process, ready.Groups["api"].Value, ready.Groups["page"].Value);
    }

    /// <summary>Deploys a Function that answers with a text.</summary>
    public async Task DeployAsync(string environment, string answer)
    {
        _folder.Write("project/functions/hello.js", $"exports.handler = (context, event, callback) => callback(null, '{answer}');");
        var result = await ProcessRunner.RunAsync(
            Dotnet.Program, ["exec", s_program, "deploy", "--deploy-to", "local", "--host-url", Api, "--environment", environment], _folder.Combine("project"), Variables(_folder), s_patience);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    // The host and what deploys to it find one another by files of the user's.
    private static Dictionary<string, string?> Variables(TempFolder folder) => new() { ["XDG_DATA_HOME"] = folder.Path, ["LOCALAPPDATA"] = folder.Path, ["HOME"] = folder.Path };

    [GeneratedRegex(@"api=(?<api>\S+).* page=(?<page>\S+)")]
    private static partial Regex Ready();
}
