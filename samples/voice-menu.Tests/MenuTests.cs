using Ahoy.Testing;
using Xunit;

namespace VoiceMenu.Tests;

/// <summary>Starts the service once for all tests of a class.</summary>
public sealed class RunningBakery : IAsyncLifetime
{
    public AhoyService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await AhoyService.StartAsync(AhoyProjects.VoiceMenu);

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

public sealed class MenuTests(RunningBakery running) : IClassFixture<RunningBakery>, IAsyncLifetime
{
    private const string WednesdayMorning = "2026-03-04T10:00:00Z";
    private const string SundayMorning = "2026-03-08T10:00:00Z";
    private const string Support = "+15551230100";

    private AhoyService Service => running.Service;

    private Handset Ada => Service.Handset("+15551230001");

    public async ValueTask InitializeAsync() => await Service.ResetAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Call_WhileTheBakeryIsOpen_HearsTheMenu()
    {
        var call = await Ada.CallAsync($"/incoming?at={WednesdayMorning}");

        Assert.Equal("Welcome to Harbour Bakery.\nPress 1 for the bread of the day. Press 2 to talk to us.", call.Transcript.Said);
        Assert.Equal("digits", call.WaitsFor);
    }

    [Fact]
    public async Task Call_OnASunday_IsToldTheHours_AndEnds()
    {
        var call = await Ada.CallAsync($"/incoming?at={SundayMorning}");

        Assert.EndsWith("We are closed now. Our ovens are warm from 07:00 to 18:30.", call.Transcript.Said);
        Assert.Equal(CallStatus.Completed, call.Status);
    }

    [Fact]
    public async Task Key2_PutsTheCallerThrough()
    {
        var call = await Ada.CallAsync($"/incoming?at={WednesdayMorning}");

        await call.PressAsync("2");

        var toSupport = Assert.Single(Service.Twilio.Calls, each => each.To == Support);
        Assert.Equal(CallStatus.InProgress, toSupport.Status);
        Assert.Equal(CallStatus.Completed, (await call.HangUpAsync()).Status);
        Assert.Equal(CallStatus.Completed, toSupport.Status);
    }

    [Fact]
    public async Task Key2_WhileSupportIsBusy_EndsTheCall()
    {
        Service.Handset(Support).Answers = Answer.Busy;
        var call = await Ada.CallAsync($"/incoming?at={WednesdayMorning}");

        await call.PressAsync("2");

        Assert.Equal(CallStatus.Busy, Assert.Single(Service.Twilio.Calls, each => each.To == Support).Status);
        Assert.Equal(CallStatus.Completed, call.Status);
    }

    [Fact]
    public async Task Caller_WhoPressesNothing_IsAskedAgain()
    {
        var call = await Ada.CallAsync($"/incoming?at={WednesdayMorning}");

        await Service.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.Contains("We heard no choice.\nWelcome to Harbour Bakery.", call.Transcript.Said);
    }

    [Theory]
    [InlineData("1", WednesdayMorning, "Today we bake corn bread.")]
    [InlineData("1", SundayMorning, "We do not bake today.")]
    [InlineData("9", WednesdayMorning, "That is not on the menu.")]
    public async Task Choice_IsAnswered(string digits, string at, string expected)
    {
        // One Function, asked as Twilio would ask it.
        var result = await Service.InvokeAsync("/choice", new { Digits = digits, at });

        Assert.Equal("text/xml", result.Headers["content-type"].Split(';')[0]);
        Assert.Contains($"<Say>{expected}</Say>", result.Body);
    }

    [Theory]
    [InlineData("/bakery.json")]
    [InlineData("/lib/bakery")]
    public async Task WhatIsPrivate_IsNotServed(string path) => Assert.Equal(404, (await Service.InvokeAsync(path)).StatusCode);
}
