using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Ahoy.Testing.Tests;

/// <summary>Calls: menus, other people's telephones, the API.</summary>
public sealed class CallTests(ShopService shop) : IClassFixture<ShopService>, IAsyncLifetime
{
    private AhoyService Service => shop.Service;

    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Call_OfAMenu_IsHeardAndFollowed()
    {
        await using var bakery = await AhoyService.StartAsync(AhoyProjects.VoiceMenu);
        var call = await bakery.Handset("+15551230001").CallAsync("/incoming?at=2026-11-27T10:00:00Z");

        Assert.StartsWith("Welcome to Harbour Bakery.", call.Transcript.Said);
        Assert.Equal((CallStatus.InProgress, "digits"), (call.Status, call.WaitsFor));

        // Not 1, which leads back to the greeting, and at night past it: `at` is said only once.
        await call.PressAsync("2");

        Assert.Contains("We put you through.", call.Transcript.Said);
        Assert.Contains(call.Transcript.Steps, step => step is { Verb: "Digits", By: "caller", Digits: "2" });
        Assert.Equal(CallStatus.Completed, (await call.HangUpAsync()).Status);
        Assert.Null(call.WaitsFor);
        var over = await Assert.ThrowsAsync<AhoyException>(() => call.PressAsync("1"));
        Assert.Contains("Press '1' in the call CA", over.Message);
    }

    [Theory]
    [InlineData(Answer.Busy, "It was busy.")]
    [InlineData(Answer.Never, "It was no-answer.")]
    public async Task Dial_OfAHandset_HearsWhatItDoes(Answer answer, string expected)
    {
        Service.Handset("+15551230002").Answers = answer;

        var call = await Service.Handset("+15551230001").CallAsync("/ring");

        Assert.Equal($"Welcome.\n{expected}", call.Transcript.Said);
    }

    [Fact]
    public async Task Dial_OfAHandsetThatRings_IsAnsweredByHand()
    {
        Service.Handset("+15551230002").Answers = Answer.Rings;
        var call = await Service.Handset("+15551230001").CallAsync("/ring");
        var dialled = Assert.Single(Service.Twilio.Calls, each => each.Direction == "outbound-dial");
        Assert.Equal(CallStatus.Ringing, dialled.Status);

        await dialled.AnswerAsync();
        Assert.Equal(CallStatus.InProgress, dialled.Status);
        await dialled.HangUpAsync();

        Assert.Equal(CallStatus.Completed, call.Status);
        Assert.Contains("It was completed.", call.Transcript.Said);
    }

    [Fact]
    public async Task Client_OfTheHelperLibrary_SpeaksToTheSameWorld()
    {
        var client = Service.Twilio.CreateClient();

        var call = await CallResource.CreateAsync(
            new PhoneNumber("+15551230001"), new PhoneNumber("+15005550006"), twiml: new Twiml("<Response><Say>Hello from C#</Say></Response>"), client: client);
        var message = await MessageResource.CreateAsync(new PhoneNumber("+15551230002"), from: new PhoneNumber("+15005550006"), body: "from C#", client: client);

        Assert.Equal("from C#", (await Service.Handset("+15551230002").ReceiveAsync()).Body);
        Assert.Equal(message.Sid, Assert.Single(Service.Twilio.Messages).Sid);
        var placed = Assert.Single(Service.Twilio.Calls, each => each.Sid == call.Sid);
        Assert.Equal("Hello from C#", placed.Transcript.Said);
        Assert.All(Service.Twilio.Requests, request => Assert.Equal("other", request.By));
    }
}
