using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ahoy.Page.Tests.Infrastructure;

/// <summary>A running <c>ahoy start</c> with its page.</summary>
internal sealed partial class PageService : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly RunningProcess _process;
    private readonly TempFolder? _folder;

    private PageService(RunningProcess process, TempFolder? folder, string url, string page)
    {
        _process = process;
        _folder = folder;
        Http = new HttpClient { BaseAddress = new Uri(url) };
        Page = page;
        Control = new HttpClient { BaseAddress = new Uri($"{page}/_ahoy/") };
    }

    /// <summary>Asks the gateway.</summary>
    public HttpClient Http { get; }

    /// <summary>Asks what is below <c>/_ahoy/</c>.</summary>
    public HttpClient Control { get; }

    /// <summary>Where the page is.</summary>
    public string Page { get; }

    /// <summary>What the host has written.</summary>
    public string Output => _process.Output;

    public static Task<PageService> SampleAsync(string name, params string[] options) => StartAsync(Repository.Combine("samples", name), null, ["--offline", .. options]);

    /// <summary>A project of some Functions and Assets.</summary>
    public static Task<PageService> ProjectAsync(IReadOnlyDictionary<string, string> files, params string[] options)
    {
        var folder = new TempFolder();
        folder.Write("package.json", """{ "name": "tried" }""");
        foreach (var (path, content) in files)
        {
            folder.Write(path, content);
        }

        return StartAsync(folder.Path, folder, options);
    }

    private static async Task<PageService> StartAsync(string project, TempFolder? folder, string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ahoy.dll");
        var process = RunningProcess.Start(Dotnet.Program, ["exec", program, "start", project, "--port", "0", "--offline-port", "0", .. options], project);
        try
        {
            var ready = Ready().Match(await process.WaitForLineAsync("ahoy: ready ", s_patience));
            return new PageService(process, folder, ready.Groups["url"].Value, ready.Groups["page"].Value);
        }
        catch
        {
            await process.DisposeAsync();
            folder?.Dispose();
            throw;
        }
    }

    public Task<string> WaitForLineAsync(string text) => _process.WaitForLineAsync(text, s_patience);

    public async Task<JsonNode> ReadAsync(string path) => (await Control.GetFromJsonAsync<JsonNode>(path))!;

    public async Task<JsonNode?> PostAsync(string path, object body)
    {
        using var response = await Control.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public async Task SetClockAsync(string mode) => (await Control.PutAsJsonAsync("clock", new { mode })).EnsureSuccessStatusCode();

    /// <summary>Waits until so many calls go on.</summary>
    public Task WaitForConferenceAsync(int calls) => Eventually.HoldsAsync(() =>
        ReadAsync("calls").GetAwaiter().GetResult().AsArray().Count(call => call!["status"]!.GetValue<string>() == "in-progress") == calls);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Control.Dispose();
        await _process.DisposeAsync();
        _folder?.Dispose();
    }

    [GeneratedRegex(@"url=(?<url>\S+).* page=(?<page>\S+)")]
    private static partial Regex Ready();
}
