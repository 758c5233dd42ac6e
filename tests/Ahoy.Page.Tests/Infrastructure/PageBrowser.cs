using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PageBrowser))]

namespace Ahoy.Page.Tests.Infrastructure;

/// <summary>Debian's Chromium, once for all tests. Where it is missing, the tests that need it say so and are left out.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    private static readonly string[] s_programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("AHOY_CHROMIUM") is { Length: > 0 } named ? named : s_programs.FirstOrDefault(File.Exists);
        if (program is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>Opens the page in a window of its own, in which nothing may go wrong.</summary>
    public async Task<OpenPage> OpenAsync(string url, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed (apt-get install chromium, or AHOY_CHROMIUM names it).");
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Permissions = ["clipboard-read", "clipboard-write"] });
        var opened = new OpenPage(context, await context.NewPageAsync());
        context.SetDefaultTimeout(15_000);
        await opened.Page.GotoAsync(url);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
