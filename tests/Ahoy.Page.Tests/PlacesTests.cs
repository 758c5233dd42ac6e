using System.Text.RegularExpressions;
using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>What is served; the clock, faults and the reset; and how all of it looks.</summary>
public class PlacesTests(PageBrowser browser)
{
    private static readonly string[] s_samples = ["sms-counter", "voice-menu", "web-form", "number-check"];

    [Fact]
    public async Task Service_WithAFinding_LinksToItsLineAndShowsNoValue()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            ["functions/forgets.js"] = "exports.handler = (context, event, callback) => {\n  callback(null, 'a');\n  callback(null, 'b');\n};\n",
            ["assets/picture.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'/>",
            [".env"] = "GREETING=never-shown-value\n",
        });
        await using var open = await browser.OpenAsync($"{service.Page}/#/service");

        await Expect(open.Main).ToContainTextAsync("/forgets");
        await Expect(open.Main).ToContainTextAsync("image/svg+xml");
        await Expect(open.Main).ToContainTextAsync("GREETING");
        await Expect(open.Main).ToContainTextAsync("1 of 1,000");
        await Expect(open.Page.GetByLabel("Findings").GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"functions.forgets\.js:\d") }).First)
            .ToHaveAttributeAsync("href", new Regex("^vscode://file/"));
        Assert.DoesNotContain("never-shown-value", await open.Page.ContentAsync(), StringComparison.Ordinal);
        await open.IsAccessibleAsync();
        await service.Http.GetAsync("/forgets");
        await Expect(open.Page.GetByRole(AriaRole.Row, new() { Name = "/forgets Function" })).ToContainTextAsync("200");
    }

    [Fact]
    public async Task Findings_ThatRunsShow_AreSentAgain()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            ["functions/menu.js"] = "exports.handler = (context, event, callback) => {\n  if (event.Digits === '2') {\n    callback(null, 'a');\n  }\n  callback(null, 'b');\n};\n",
        });
        await using var open = await browser.OpenAsync($"{service.Page}/#/service");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Show by runs" }).ClickAsync();

        await Expect(open.Page.GetByLabel("Findings")).ToContainTextAsync("proved: POST /menu with Digits=2: the callback was used a second time");
        await open.IsAccessibleAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Send it: /menu?Digits=2" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(open.Main).ToContainTextAsync("The callback was used again");
    }

    [Fact]
    public async Task Time_ThatIsManual_MovesWhenItIsTold()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        await using var open = await browser.OpenAsync($"{service.Page}/#/time");

        await open.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("Manual") }).CheckAsync();
        await Expect(open.Page.GetByText("Clock: manual")).ToBeVisibleAsync();
        var before = await service.ReadAsync("clock");
        await open.Page.GetByLabel("Unit").SelectOptionAsync("H");
        await open.Page.GetByLabel("Move it by").FillAsync("2");
        await open.Button("Advance").ClickAsync();
        await Eventually.HoldsAsync(() => service.ReadAsync("clock").GetAwaiter().GetResult()["now"]!.GetValue<DateTimeOffset>() == before["now"]!.GetValue<DateTimeOffset>().AddHours(2));

        await open.Button("Messages fail with 500").ClickAsync();
        await Expect(open.Main).ToContainTextAsync("POST */Messages.json: answers 500");
        await open.IsAccessibleAsync();
        await open.Button("Reset…").ClickAsync();
        await Expect(open.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Forget all messages and calls?");
        await open.IsAccessibleAsync();
        await open.Button("Reset").ClickAsync();
        await Expect(open.Main).ToContainTextAsync("Nothing fails");
        await Expect(open.Page.GetByText("Clock: real")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task EachPlace_OfEachSample_IsAccessibleInBothSchemesAndNarrow()
    {
        foreach (var sample in s_samples)
        {
            // What differs between the samples is what they serve: the first is looked at in each way, the others in the one that has less room.
            (ColorScheme, int)[] ways = sample == s_samples[0] ? [(ColorScheme.Light, 1280), (ColorScheme.Dark, 360)] : [(ColorScheme.Dark, 360)];
            (string, string)[] places = sample == s_samples[0] ? [("requests", "404"), ("phones", "No messages yet"), ("service", "Variables"), ("time", "Nothing fails")] : [("phones", "No messages yet"), ("service", "Variables")];
            await using var service = await PageService.SampleAsync(sample);
            await service.Http.GetAsync("/nowhere");
            foreach (var (scheme, width) in ways)
            {
                await using var open = await browser.OpenAsync(service.Page, scheme, width);
                foreach (var (place, shows) in places)
                {
                    await open.GoAsync($"#/{place}");
                    await Expect(open.Main).ToContainTextAsync(shows);
                    await open.IsAccessibleAsync();
                    Assert.True(await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{sample}: #/{place} is wider than {width} px.");
                }
            }
        }
    }

    [Fact]
    public async Task Keyboard_Alone_LeadsFromTheListToANewAnswer()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        await service.PostAsync("messages", new { to = "/sms", body = "Hello" });
        await service.Http.GetAsync("/nowhere");
        await using var open = await browser.OpenAsync(service.Page);
        await Expect(open.Rows).ToHaveCountAsync(2);

        await TabToAsync("listbox");
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(open.Page.GetByRole(AriaRole.Heading, new() { Name = "POST /sms" })).ToBeVisibleAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await TabToAsync("button", "Send again…");
        await open.Page.Keyboard.PressAsync("Enter");
        await TabToAsync("button", "Send");
        await open.Page.Keyboard.PressAsync("Enter");
        await Expect(open.Page.GetByLabel("The new answer beside the old one")).ToContainTextAsync("The answer is");

        async Task TabToAsync(string role, string? text = null)
        {
            for (var i = 0; i < 100; i++)
            {
                await open.Page.Keyboard.PressAsync("Tab");
                if (await open.Page.EvaluateAsync<bool>(
                    "([role, text]) => { const e = document.activeElement; return (e.getAttribute('role') ?? e.tagName.toLowerCase()) === role && (text === null || e.textContent === text) }", new[] { role, text }))
                {
                    return;
                }
            }

            Assert.Fail($"Tab never reaches a {role} {text}.");
        }
    }
}
