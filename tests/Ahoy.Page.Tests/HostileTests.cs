using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>What others send stays text.</summary>
public class HostileTests(PageBrowser browser)
{
    private const string Markup = "<img src=x onerror=\"window.wasRun = true\"><script>window.wasRun = true</script>";

    [Fact]
    public async Task Message_OfHtml_StaysText()
    {
        await using var service = await PageService.ProjectAsync(
            new Dictionary<string, string>
            {
                ["functions/sms.js"] = """
                    exports.handler = (context, event, callback) => {
                      console.log(event.Body);
                      const twiml = new Twilio.twiml.MessagingResponse();
                      twiml.message(event.Body);
                      callback(null, twiml);
                    };
                    """,
            },
            "--offline");
        await service.PostAsync("messages", new { to = "/sms", body = Markup });
        await using var open = await browser.OpenAsync($"{service.Page}/#/phones");

        await Expect(open.Page.Locator(".bubble")).ToHaveCountAsync(2);
        await Expect(open.Page.Locator(".bubble").Last).ToHaveTextAsync(Markup);
        await open.GoAsync("#/requests");
        await open.Rows.First.ClickAsync();
        await Expect(open.Main).ToContainTextAsync(Markup);
        await NothingRanAsync(open);
    }

    [Fact]
    public async Task Asset_ThatIsAnSvg_IsAnImageAndRunsNothing()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            ["assets/picture.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" onload=\"window.wasRun = true\"><script>window.wasRun = true</script><rect width=\"9\" height=\"9\"/></svg>",
        });
        await service.Http.GetAsync("/picture.svg");
        await using var open = await browser.OpenAsync(service.Page);
        await open.Rows.First.ClickAsync();

        var image = open.Page.GetByAltText("The body, as an image");
        await Expect(image).ToBeVisibleAsync();
        await Eventually.HoldsAsync(() => image.EvaluateAsync<int>("image => image.naturalWidth").GetAwaiter().GetResult() == 9);
        await NothingRanAsync(open);
    }

    [Fact]
    public async Task Path_WithQuotesAndMarkup_StaysText()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        await service.Http.GetAsync($"/%22'{Uri.EscapeDataString(Markup)}?q=%22%3Cb%3E");
        await using var open = await browser.OpenAsync(service.Page);
        await open.Rows.First.ClickAsync();
        await Expect(open.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToContainTextAsync("onerror");
        await NothingRanAsync(open);
    }

    [Fact]
    public async Task Log_OfAMegabyte_IsCutUntilAllIsWanted()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            ["functions/talks.js"] = "exports.handler = (context, event, callback) => { console.log('<b>' + 'x'.repeat(1000000) + 'END'); callback(null, 'done'); };",
        });
        await service.Http.GetAsync("/talks");
        await using var open = await browser.OpenAsync(service.Page);
        await open.Rows.First.ClickAsync();

        var all = open.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show all") });
        await Expect(all).ToBeVisibleAsync();
        await all.ClickAsync();
        await Expect(open.Page.Locator(".log pre")).ToContainTextAsync("END");
        await NothingRanAsync(open);
    }

    [Fact]
    public async Task File_ThatIsAPage_IsServedSoThatNothingInItRuns()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        using var content = new StringContent("<script>document.title = 'run'</script>", System.Text.Encoding.UTF8, "text/html");
        var answer = await service.Control.PostAsync("media?name=a.html", content);
        var url = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["url"]!.GetValue<string>();
        await using var open = await browser.OpenAsync(service.Page);
        await open.Page.GotoAsync(url);
        Assert.NotEqual("run", await open.Page.TitleAsync());
        var file = await service.Control.GetAsync(url);
        Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        await open.Page.GotoAsync("about:blank");
        open.Forgive();
    }

    private static async Task NothingRanAsync(OpenPage open) => Assert.False(await open.Page.EvaluateAsync<bool>("() => window.wasRun === true"));
}
