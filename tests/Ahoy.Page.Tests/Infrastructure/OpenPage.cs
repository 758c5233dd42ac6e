using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ahoy.Page.Tests.Infrastructure;

/// <summary>The page in a window. What it asks of other origins, and what fails in it, fails the test.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _wrong = new();

    public OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _wrong.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _wrong.Enqueue(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme is "http" or "https" && url.Host != "127.0.0.1")
            {
                _wrong.Enqueue($"It asked for {request.Url}.");
            }
        };
    }

    public IPage Page { get; }

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public ILocator Rows => Page.Locator("[data-row]");

    public Task GoAsync(string place) => Page.EvaluateAsync("hash => { location.hash = hash }", place);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A handset with all that is in it.</summary>
    public ILocator Handset(string number) => Page.GetByRole(AriaRole.Region, new() { Name = $"Handset {number}" });

    /// <summary>Fails where axe finds something that keeps people out.</summary>
    public async Task IsAccessibleAsync()
    {
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>What was wrong so far was meant to be.</summary>
    public void Forgive() => _wrong.Clear();

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.Empty(_wrong);
    }
}
