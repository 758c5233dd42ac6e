using Ahoy.Page.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ahoy.Page.Tests;

/// <summary>Conversations and calls.</summary>
public class PhonesTests(PageBrowser browser)
{
    private const string First = "+15551230001";

    [Fact]
    public async Task Conversation_WithTheSample_IsBubblesWithTheirStatus()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        await using var open = await browser.OpenAsync(service.Page);

        await open.Button("Text it: /sms").ClickAsync();
        var phone = open.Handset(First);
        foreach (var number in (int[])[1, 2, 3])
        {
            await phone.GetByRole(AriaRole.Textbox).FillAsync($"Hello {number}");
            await open.Page.Keyboard.PressAsync("Enter");
            await Expect(phone).ToContainTextAsync($"This is message {number} of 5.");
        }

        await Expect(phone.Locator(".bubble-row")).ToHaveCountAsync(6);
        await Expect(phone.Locator(".bubble-row").Last).ToContainTextAsync("delivered");
        await Expect(phone.Locator(".bubble-row").Last).ToContainTextAsync("1 segment");
        await phone.GetByText("cookie of this conversation").ClickAsync();
        await Expect(phone).ToContainTextAsync("message_count");
        await open.IsAccessibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "request" }).First.ClickAsync();
        await Expect(open.Main).ToContainTextAsync("Hello 1");
    }

    [Fact]
    public async Task Call_WithAMenu_IsPressedThroughByTheKeyboard()
    {
        // As samples/voice-menu has it, at all hours.
        await using var service = await PageService.ProjectAsync(
            new Dictionary<string, string>
            {
                ["functions/incoming.js"] = """
                    exports.handler = (context, event, callback) => {
                      const twiml = new Twilio.twiml.VoiceResponse();
                      twiml.gather({ numDigits: 1, action: '/choice' }).say('Press 1 for the bread of the day.');
                      twiml.redirect('/incoming');
                      callback(null, twiml);
                    };
                    """,
                ["functions/choice.js"] = """
                    exports.handler = (context, event, callback) => {
                      const twiml = new Twilio.twiml.VoiceResponse();
                      twiml.say(event.Digits === '1' ? 'Today we bake rye bread.' : 'That is not on the menu.');
                      twiml.redirect('/incoming');
                      callback(null, twiml);
                    };
                    """,
            },
            "--offline");
        await service.SetClockAsync("fast");
        await using var open = await browser.OpenAsync($"{service.Page}/#/phones/{Uri.EscapeDataString("call /incoming")}");

        var phone = open.Handset(First);
        await Expect(phone).ToContainTextAsync("Press 1 for the bread of the day.");
        await Expect(phone).ToContainTextAsync("Twilio waits for digits");
        await open.IsAccessibleAsync();
        // Nothing was clicked: the call has the keyboard.
        await open.Page.Keyboard.PressAsync("1");
        await Expect(phone).ToContainTextAsync("pressed 1");
        await Expect(phone).ToContainTextAsync("Today we");
        await phone.GetByText("listens for digits").First.ClickAsync();
        await Expect(phone).ToContainTextAsync("action=\"/choice\"");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Expect(phone).ToContainTextAsync("The call is over (completed)");
    }

    [Fact]
    public async Task Handsets_InAConference_AreTriedAlone()
    {
        await using var service = await PageService.ProjectAsync(
            new Dictionary<string, string>
            {
                ["functions/incoming.js"] = """
                    exports.handler = (context, event, callback) => {
                      const twiml = new Twilio.twiml.VoiceResponse();
                      twiml.dial().conference('room');
                      callback(null, twiml);
                    };
                    """,
            },
            "--offline");
        await service.SetClockAsync("fast");
        await using var open = await browser.OpenAsync($"{service.Page}/#/phones");
        await open.Button("New handset").ClickAsync();
        foreach (var number in (string[])[First, "+15551230002"])
        {
            await open.Handset(number).GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();
            await Expect(open.Handset(number)).ToContainTextAsync("Call to +15005550006");
        }

        await service.WaitForConferenceAsync(2);
        await open.Handset(First).GetByLabel("What you say").FillAsync("Good morning.");
        await open.Handset(First).GetByRole(AriaRole.Button, new() { Name = "Say", Exact = true }).ClickAsync();
        await Expect(open.Handset("+15551230002")).ToContainTextAsync("the other: Good morning.");
        await Expect(open.Handset(First)).Not.ToContainTextAsync("the other:");

        // Who holds neither speaks nor presses keys, until the button is pressed again.
        var hold = open.Handset(First).GetByRole(AriaRole.Button, new() { Name = "Hold" });
        await hold.ClickAsync();
        await Expect(open.Handset(First)).ToContainTextAsync("On hold");
        await Expect(open.Handset(First).GetByLabel("What you say")).ToBeDisabledAsync();
        await open.IsAccessibleAsync();
        await hold.ClickAsync();
        await Expect(open.Handset(First).GetByLabel("What you say")).ToBeEnabledAsync();
        await open.Handset(First).GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Expect(open.Handset(First)).ToContainTextAsync("The call is over");
        await Expect(open.Handset("+15551230002").GetByRole(AriaRole.Button, new() { Name = "Hang up" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Phone_ThatIsDialled_RingsAndIsAnswered()
    {
        await using var service = await PageService.ProjectAsync(
            new Dictionary<string, string>
            {
                ["functions/incoming.js"] = """
                    exports.handler = (context, event, callback) => {
                      const twiml = new Twilio.twiml.VoiceResponse();
                      twiml.dial('+15551230002');
                      callback(null, twiml);
                    };
                    """,
            },
            "--offline");
        await using var open = await browser.OpenAsync($"{service.Page}/#/phones");
        await open.Button("New handset").ClickAsync();
        await Expect(open.Handset("+15551230002")).ToBeVisibleAsync();
        await open.Handset(First).GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();

        var other = open.Handset("+15551230002");
        await Expect(other).ToContainTextAsync($"{First} calls");
        await Expect(open.Handset(First)).ToContainTextAsync("The other phone rings");
        await open.IsAccessibleAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "Hang up" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Phones_WithoutOffline_SayHowToGetThem()
    {
        await using var service = await PageService.ProjectAsync(new Dictionary<string, string> { ["assets/a.txt"] = "a" });
        await using var open = await browser.OpenAsync($"{service.Page}/#/phones");
        await Expect(open.Main).ToContainTextAsync("dotnet run -- --offline");
        await open.IsAccessibleAsync();
        await open.GoAsync("#/time");
        await Expect(open.Main).ToContainTextAsync("--offline");
        await open.IsAccessibleAsync();
    }

    [Fact]
    public async Task Handset_WithWhatIsNoNumber_IsRefusedInWords()
    {
        await using var service = await PageService.SampleAsync("sms-counter");
        await using var open = await browser.OpenAsync($"{service.Page}/#/phones");
        await Expect(open.Handset(First)).ToBeVisibleAsync();

        await open.Page.GetByLabel("Number of the new handset").FillAsync("abc");
        await open.Button("New handset").ClickAsync();

        await Expect(open.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("abc");
        await Expect(open.Page.GetByRole(AriaRole.Region, new() { NameRegex = new System.Text.RegularExpressions.Regex("^Handset ") })).ToHaveCountAsync(1);
        await open.IsAccessibleAsync();
    }
}
