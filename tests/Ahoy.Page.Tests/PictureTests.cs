using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>The pictures of docs/page.md: made by <c>build/pictures</c>, which names a folder for them, and tried with each run of the tests.</summary>
public class PictureTests(PageBrowser browser)
{
    private const int LargestPicture = 300_000;

    [Fact]
    public async Task Pictures_OfTheMainViews_AreMade()
    {
        using var temporary = new TempFolder();
        var folder = Environment.GetEnvironmentVariable("AHOY_PICTURES") is { Length: > 0 } named ? named : temporary.Path;
        await using (var service = await PageService.SampleAsync("sms-counter"))
        {
            await service.PostAsync("messages", new { to = "/sms", body = "Hello" });
            await service.PostAsync("messages", new { to = "/sms", body = "And again" });
            await service.Http.GetAsync("/nowhere");
            await using var open = await browser.OpenAsync(service.Page);
            await open.Rows.Nth(1).ClickAsync();
            await Expect(open.Main).ToContainTextAsync("This is message 2 of 5.");
            await TakeAsync(open, "requests");
            await open.GoAsync("#/service");
            await Expect(open.Main).ToContainTextAsync("The rules find nothing");
            await TakeAsync(open, "service");
        }

        await using (var service = await PageService.SampleAsync("voice-menu"))
        {
            await service.SetClockAsync("fast");
            await using var open = await browser.OpenAsync($"{service.Page}/#/phones/{Uri.EscapeDataString("call /incoming?at=2026-11-27T10:00:00Z")}", ColorScheme.Dark);
            await Expect(open.Main).ToContainTextAsync("Twilio waits for digits");
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "1", Exact = true }).ClickAsync();
            await Expect(open.Main).ToContainTextAsync("Today we");
            await TakeAsync(open, "phones");
        }

        async Task TakeAsync(OpenPage open, string name)
        {
            var file = Path.Combine(folder, $"page-{name}.png");
            await open.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
            Assert.InRange(new FileInfo(file).Length, 1, LargestPicture);
        }
    }
}
