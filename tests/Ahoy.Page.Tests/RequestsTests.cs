using System.Text.RegularExpressions;
using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>The requests as they come, one of them, and sent again.</summary>
public class RequestsTests(PageBrowser browser)
{
    [Fact]
    public async Task FreshStart_OfASample_ShowsWhatThereIsToTry()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        await using var open = await browser.OpenAsync(service.Page);

        await Expect(open.Main).ToContainTextAsync("Nothing has been asked yet");
        await Expect(open.Main).ToContainTextAsync("ahoy text /sms \"Hello\"");
        await Expect(open.Button("Text it: /sms")).ToBeVisibleAsync();
        await open.IsAccessibleAsync();
    }

    [Fact]
    public async Task Request_WhilePageIsOpen_AppearsWithoutAReload()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            ["functions/hello.js"] = "exports.handler = (context, event, callback) => { console.log('Said hello to ' + event.name); callback(null, { hello: event.name }); };",
        });
        await using var open = await browser.OpenAsync(service.Page);
        await Expect(open.Main).ToContainTextAsync("Nothing has been asked yet");

        await service.Http.GetAsync("/hello?name=Ada");
        await service.Http.GetAsync("/nowhere");

        await Expect(open.Rows).ToHaveCountAsync(2);
        await Expect(open.Rows.First).ToContainTextAsync("404");
        await open.Page.GetByLabel("Filter by path or text").FillAsync("said hello");
        await Expect(open.Rows).ToHaveCountAsync(1);
        await open.Rows.First.ClickAsync();
        await Expect(open.Page).ToHaveURLAsync(new Regex("#/requests/RQ[0-9a-f]{32}$"));
        await Expect(open.Main).ToContainTextAsync("\"hello\": \"Ada\"");
        await Expect(open.Main).ToContainTextAsync("Said hello to Ada");

        await open.Page.GetByLabel("Filter by path or text").FillAsync("");
        await open.Page.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("warn");
        await Expect(open.Rows).ToHaveCountAsync(1);
        await Expect(open.Rows.First).ToContainTextAsync("/nowhere");
        await open.Page.GoBackAsync();
        await Expect(open.Page).ToHaveURLAsync(new Regex("/(#/requests)?$"));
    }

    [Fact]
    public async Task SentAgain_EditedAndSigned_ShowsTheNewAnswerBesideTheOld()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        await service.PostAsync("messages", new { to = "/sms", body = "Hello" });
        await using var open = await browser.OpenAsync(service.Page);

        await open.Rows.First.ClickAsync();
        await Expect(open.Main).ToContainTextAsync("sends “This is message 1 of 5.”");
        await open.Button("Send again…").ClickAsync();
        await open.Page.GetByText("Headers (").ClickAsync();
        await open.Page.GetByRole(AriaRole.Group, new() { Name = "Headers" }).GetByRole(AriaRole.Button, new() { Name = "+ Add" }).ClickAsync();
        var fields = open.Page.GetByRole(AriaRole.Group, new() { Name = "Headers" }).Locator(".fields-row").Last.Locator("input");
        await fields.First.FillAsync("Cookie");
        await fields.Last.FillAsync("message_count=2");
        await open.IsAccessibleAsync();
        await open.Button("Send").ClickAsync();

        var comparison = open.Page.GetByLabel("The new answer beside the old one");
        await Expect(comparison).ToContainTextAsync("The answer is different");
        await Expect(comparison).ToContainTextAsync("This is message 1 of 5.");
        await Expect(comparison).ToContainTextAsync("This is message 3 of 5.");
        await Expect(open.Rows.First).ToContainTextAsync("200");
        await Expect(open.Rows.First).ToContainTextAsync("page");
    }

    [Fact]
    public async Task Copy_OfARequest_IsSomethingToPaste()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        await service.PostAsync("messages", new { to = "/sms", body = "it's me" });
        await using var open = await browser.OpenAsync(service.Page);
        await open.Rows.First.ClickAsync();

        Assert.Contains("--data-raw '", await CopyAsync("Copy as curl"), StringComparison.Ordinal);
        Assert.Contains("""ahoy invoke /sms --form""", await CopyAsync("Copy as ahoy invoke"), StringComparison.Ordinal);
        Assert.Contains("AhoyService.StartAsync", await CopyAsync("Copy as C# test"), StringComparison.Ordinal);

        async Task<string> CopyAsync(string name)
        {
            await open.Button(name).ClickAsync();
            await Expect(open.Button("Copied")).ToBeVisibleAsync();
            var text = await open.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
            await Expect(open.Button(name)).ToBeVisibleAsync();
            return text;
        }
    }

    [Fact]
    public async Task Failure_OfAFunction_IsShownWithItsSource()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            ["functions/broken.js"] = "exports.handler = (context, event, callback) => {\n  const price = event.item.price;\n  callback(null, price);\n};\n",
        });
        await service.Http.GetAsync("/broken");
        await using var open = await browser.OpenAsync(service.Page);
        await open.Rows.First.ClickAsync();

        var stack = open.Page.GetByLabel("Where it failed");
        // Each line of the source below the one before it.
        var lines = stack.GetByLabel("The source").Locator("> span");
        var (first, second) = (await lines.Nth(0).BoundingBoxAsync(), await lines.Nth(1).BoundingBoxAsync());
        Assert.True(second!.Y >= first!.Y + first.Height - 1 && Math.Abs(second.X - first.X) < 1);
        await Expect(stack).ToContainTextAsync("const price = event.item.price;");
        await Expect(stack.GetByRole(AriaRole.Link, new() { Name = "functions/broken.js:2" })).ToHaveAttributeAsync("href", new Regex("^vscode://file/.*/functions/broken.js:2$"));
        await open.IsAccessibleAsync();
    }

    [Fact]
    public async Task OutboundCalls_OfAFunction_StandOnItsTime()
    {
        await using var service = await PageService.ProjectAsync(
            new Dictionary<string, string>
            {
                ["functions/asks.js"] = """
                    exports.handler = async (context, event, callback) => {
                      await context.getTwilioClient().messages.create({ to: '+15551230001', from: '+15005550006', body: 'Hi' });
                      await fetch('http://127.0.0.1:59998/').catch(() => {});
                      callback(null, 'done');
                    };
                    """,
            },
            "--offline");
        Assert.Equal("done", await service.Http.GetStringAsync("/asks"));
        await using var open = await browser.OpenAsync(service.Page);
        await open.Rows.First.ClickAsync();

        await Expect(open.Page.Locator(".waterfall li")).ToHaveCountAsync(2);
        await Expect(open.Page.Locator(".waterfall li").First).ToContainTextAsync("https://api.twilio.com/2010-04-01/Accounts/");
        await Expect(open.Page.Locator(".waterfall li").First).ToContainTextAsync("201");
        await Expect(open.Page.Locator(".waterfall li").Last).ToContainTextAsync("http://127.0.0.1:59998/");
        await open.IsAccessibleAsync();
    }

    [Fact]
    public async Task ScrolledAway_NewRequests_WaitAndNothingJumps()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        for (var i = 0; i < 60; i++)
        {
            await service.Http.GetAsync($"/a.txt?{i}");
        }

        await using var open = await browser.OpenAsync(service.Page);
        await Expect(open.Rows.First).ToContainTextAsync("?59");
        var list = open.Page.Locator(".request-rows");
        await list.EvaluateAsync("list => { list.scrollTop = 880 }");
        await Expect(open.Page.GetByText("?39", new() { Exact = false })).ToBeVisibleAsync();
        var before = await open.Page.GetByText("?39").BoundingBoxAsync();
        for (var i = 0; i < 3; i++)
        {
            await service.Http.GetAsync("/a.txt?new");
        }

        await Expect(open.Button("3 new")).ToBeVisibleAsync();
        Assert.Equal(before!.Y, (await open.Page.GetByText("?39").BoundingBoxAsync())!.Y);
        await open.Button("3 new").ClickAsync();
        await Expect(open.Rows.First).ToContainTextAsync("?new");
    }

    [Fact]
    public async Task Host_StartedAgain_BeginsTheListAnew()
    {
        var files = new Dictionary<string, string>
        {
            ["assets/a.txt"] = "a",
            ["functions/sms.js"] = "exports.handler = (context, event, callback) => callback(null, new Twilio.twiml.MessagingResponse());",
        };
        string page;
        await using var open = await browser.OpenAsync("about:blank");
        await using (var service = await PageService.ProjectAsync(files, "--offline"))
        {
            page = service.Page;
            await open.Page.GotoAsync(page);
            for (var i = 0; i < 6; i++)
            {
                await service.Http.GetAsync($"/a.txt?old{i}");
            }

            await service.PostAsync("messages", new { from = "+15551230001", to = "/sms", body = "of the first" });
            await Expect(open.Page.GetByRole(AriaRole.Listbox)).ToContainTextAsync("/a.txt?old5");
        }

        await using var again = await PageService.ProjectAsync(files, "--offline", "--offline-port", new Uri(page).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var i = 0; i < 3; i++)
        {
            await again.Http.GetAsync($"/a.txt?new{i}");
        }

        foreach (var request in new[] { "/a.txt?new0", "/a.txt?new1", "/a.txt?new2" })
        {
            await Expect(open.Page.GetByRole(AriaRole.Listbox)).ToContainTextAsync(request);
        }

        await Expect(open.Page.GetByRole(AriaRole.Listbox)).Not.ToContainTextAsync("old");
        await open.GoAsync("#/phones");
        await Expect(open.Main).ToContainTextAsync("No messages yet");
        open.Forgive();
    }

    [Fact]
    public async Task Secrets_ThatAFunctionPrintsOrAnswers_AreHidden()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string>
        {
            [".env"] = "API_SECRET=abcdefghijklmnop\nMY_PASSWORD=correct horse\nGREETING=Good morning\n",
            ["functions/tell.js"] = "exports.handler = (context, event, callback) => { console.log(context.API_SECRET, context.GREETING); callback(null, { password: context.MY_PASSWORD, greeting: context.GREETING }); };",
        });
        Assert.Contains("correct horse", await service.Http.GetStringAsync("/tell"), StringComparison.Ordinal);
        await using var open = await browser.OpenAsync(service.Page);
        await open.Rows.First.ClickAsync();

        await Expect(open.Main).ToContainTextAsync("*** Good morning");
        await Expect(open.Main).ToContainTextAsync("\"password\": \"***\"");
        await Expect(open.Main).Not.ToContainTextAsync("abcdefghijklmnop");
        await Expect(open.Main).Not.ToContainTextAsync("correct horse");
    }

    [Fact]
    public async Task Clear_InOneTab_ClearsTheOther()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        await service.Http.GetAsync("/a.txt");
        await using var open = await browser.OpenAsync(service.Page);
        var other = await open.Page.Context.NewPageAsync();
        await other.GotoAsync(service.Page);
        await Expect(other.Locator("[data-row]")).ToHaveCountAsync(1);

        await open.Button("Clear").ClickAsync();

        await Expect(other.GetByRole(AriaRole.Main)).ToContainTextAsync("Nothing has been asked yet");
    }

    [Fact]
    public async Task Address_OfSomethingElse_IsARequestThatIsNotKept()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        await using var open = await browser.OpenAsync($"{service.Page}/#/requests/..%2f..%2faccount");

        await Expect(open.Main).ToContainTextAsync("is not kept any more");
    }
}
