using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.World;

public sealed class ClockTests
{
    [Fact]
    public async Task FastClock_EndOfOnesSay_DoesNotEndAnothersGather()
    {
        using var test = new TestSimulator();
        var waiting = await test.CallAsync("<Gather timeout='5'/>");
        await test.CallAsync("<Pause length='600'/>");

        Assert.Equal("digits", test.Call(waiting.Sid).WaitsFor);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 10, 0, TimeSpan.Zero), test.World.Now);
    }

    [Fact]
    public async Task ManualClock_MovesByHandAlone()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        test.Time.Advance(TimeSpan.FromDays(1));
        await test.AdvanceAsync(2.5);

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 2, 500, TimeSpan.Zero), test.World.InTurn(() => test.World.Now));
    }

    [Fact]
    public void RealClock_FollowsTheTimeOutside()
    {
        using var test = new TestSimulator(ClockMode.Real);
        test.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(test.Time.GetUtcNow(), test.World.InTurn(() => test.World.Now));
    }

    [Fact]
    public async Task Clock_AtTheEndOfAllDates_StandsThere()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        await test.AdvanceAsync(TimeSpan.FromDays(8000 * 365).TotalSeconds);
        test.World.SetMode(ClockMode.Real);
        test.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(9999, test.World.InTurn(() => test.World.Now).Year);
    }

    [Fact]
    public async Task Modes_Changed_NeverRunTheClockBack()
    {
        using var test = new TestSimulator();
        await test.CallAsync("<Pause length='100'/>");
        var before = test.World.Now;
        test.World.SetMode(ClockMode.Real);
        test.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(before.AddSeconds(1), test.World.InTurn(() => test.World.Now));
    }

    [Fact]
    public async Task Advance_WhatIsDueOnTheWay_HappensAtItsTime()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        test.Webhooks.AnswersLater = true;
        test.Webhooks.OnTwiml("/next", "<Pause length='2'/><Hangup/>");
        var call = await test.CallAsync("<Gather timeout='3' actionOnEmptyResult='true' action='/next'/>");
        await test.AdvanceAsync(60);

        Assert.Equal([0L, 3000, 5000], test.Call(call.Sid).Transcript.Select(s => s.At));
    }

    [Fact]
    public async Task Advance_OnARealClock_EndsAWait()
    {
        using var test = new TestSimulator(ClockMode.Real);
        var call = await test.CallAsync("<Gather timeout='5'/>");
        await test.AdvanceAsync(5);

        Assert.Equal("completed", test.Call(call.Sid).Status);
    }

    [Fact]
    public async Task SetMode_ToManual_LetsWhatWaitsForTheClockRest()
    {
        using var test = new TestSimulator(ClockMode.Real);
        test.Webhooks.OnTwiml("/voice", "<Pause length='100'/>");
        var calling = test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);
        Assert.False(calling.IsCompleted);
        test.World.SetMode(ClockMode.Manual);

        Assert.Equal("ringing", (await calling).Status);
    }

    [Fact]
    public async Task Advance_Back_IsRefused()
    {
        using var test = new TestSimulator();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => test.AdvanceAsync(-1));
    }

    [Fact]
    public void Account_IsMadeForTheRunAndOutlivesAReset()
    {
        using var test = new TestSimulator();
        using var other = new TestSimulator();
        var account = test.World.Account;
        test.Simulator.Reset();

        Assert.Matches("^AC[0-9a-f]{32}$", account.Sid);
        Assert.Matches("^[0-9a-f]{32}$", account.AuthToken);
        Assert.Same(account, test.World.Account);
        Assert.NotEqual(account, other.World.Account);
    }
}
