using System.Text.RegularExpressions;
using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>What Twilio complains of, in one list, and the codes of a Function's own errors.</summary>
public class AlertsTests(PageBrowser browser)
{
    [Fact]
    public async Task Alerts_CountedInTheBar_LeadToTheRequestsThatBroughtThemAbout()
    {
        await using var service = await PageService.ProjectAsync(
            new Dictionary<string, string>
            {
                ["functions/broken.js"] = "exports.handler = (context, event, callback) => callback(null, new Twilio.Response().setBody('<Response><Message>').appendHeader('Content-Type', 'text/xml'));",
            },
            "--offline");
        await using var open = await browser.OpenAsync(service.Page);
        foreach (var text in (string[])["one", "two"])
        {
            await service.PostAsync("messages", new { from = "+15551230001", to = "/broken", body = text });
        }

        // An answer with 200 that is of no use to Twilio is marked in the list, too.
        await Expect(open.Rows.First).ToContainTextAsync("alert 12100");
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "2 alerts" }).ClickAsync();

        var alert = Assert.Single(await open.Main.GetByRole(AriaRole.Listitem).AllAsync());
        await Expect(alert).ToContainTextAsync("Error 12100 (2 times)");
        await open.IsAccessibleAsync();
        await alert.GetByRole(AriaRole.Link, new() { Name = "POST /broken" }).ClickAsync();
        await Expect(open.Page).ToHaveURLAsync(new Regex("#/requests/RQ"));
    }

    [Fact]
    public async Task Alerts_BeforeAnythingHappened_SayWhatTheyWouldBe()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        await using var open = await browser.OpenAsync($"{service.Page}/#/alerts");
        await Expect(open.Main).ToContainTextAsync("--offline");
        await open.IsAccessibleAsync();
    }

    [Fact]
    public async Task Request_WithAnErrorsCode_SaysWhatItStandsFor()
    {
        await using var service = await PageService.ProjectAsync(
            new Dictionary<string, string> { ["functions/failing.js"] = "exports.handler = (context, event, callback) => { console.log('on the way'); callback(null, Object.assign(new Twilio.Response(), { statusCode: 503 })); };" });
        await using var open = await browser.OpenAsync(service.Page);
        await service.Http.GetAsync("/failing");

        await open.Rows.First.ClickAsync();

        await Expect(open.Main).ToContainTextAsync("Error 82002: ");
        await open.IsAccessibleAsync();
    }
}
