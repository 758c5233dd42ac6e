using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World.Events;

namespace Ahoy.Simulator.Tests.World;

public sealed class EventTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Events_OfAllKinds_AreOneSequence()
    {
        var events = new List<WorldEvent>();
        using (_test.Simulator.Listen(events.Add))
        {
            _test.Webhooks.OnTwiml("/sms", "<Message>x</Message><Nonsense/>");
            await _test.TextAsync("Hi");
            await _test.CallAsync("<Say>x</Say>");
        }

        await _test.TextAsync("not heard");

        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Sequence));
        Assert.Equal(["alerts", "calls", "messages"], events.Select(e => e.Name).Distinct().Order());
    }

    [Fact]
    public async Task Lists_Since_GiveWhatChangedAfterwards()
    {
        _test.Webhooks.OnTwiml("/sms", string.Empty);
        await _test.TextAsync("one");
        var since = _test.Simulator.Messages()[^1].Sequence;
        await _test.TextAsync("two");

        Assert.Equal("two", Assert.Single(_test.Simulator.Messages(since)).Body);
        Assert.Empty(_test.Simulator.Messages(_test.World.Events.Sequence));
    }

    [Fact]
    public void Lists_AfterAReset_AreEmptyAndTheSequenceGoesOn()
    {
        _test.World.InTurn(() => _test.World.RaiseAlert(11200, "x", "http://localhost:3000/f", "SM1"));
        var before = _test.World.Events.Sequence;
        _test.Simulator.Reset();

        Assert.Empty(_test.Alerts);
        Assert.Equal(before, _test.World.Events.Sequence);
    }

    [Fact]
    public void Lists_AreKeptToTheirLimit()
    {
        _test.World.InTurn(() =>
        {
            for (var i = 0; i < EventLog.Kept + 5; i++)
            {
                _test.World.Log("info", "x");
            }
        });

        Assert.Equal((EventLog.Kept, 6), (_test.Logs.Count, _test.Logs[0].Sequence));
    }
}
