using Ahoy.Cli.Offline;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Offline;

public sealed class LiveCallTests
{
    [Fact]
    public async Task Lines_AreSentWhenTheCallWaits()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Gather numDigits=\"1\" action=\"/choice\"><Say>Press 1.</Say></Gather>");
        world.OnTwiml("/choice", "<Gather input=\"dtmf speech\" action=\"/order\"><Say>Which bread?</Say></Gather>");
        world.OnTwiml("/order", "<Say>It is yours.</Say>");

        var (exit, lines) = await CallAsync(world, "1\n\nrye, please\n");

        Assert.Equal(0, exit);
        Assert.Equal(
            ["(listens for keys)", "Press 1.", "> 1", "(listens for keys or words)", "Which bread?", "> “rye, please”", "It is yours.", "(the call is over)"], lines);
    }

    [Fact]
    public async Task Lines_ThatEnd_HangUp()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Gather><Say>Anybody?</Say></Gather>");

        var (exit, lines) = await CallAsync(world, "");

        Assert.Equal(0, exit);
        Assert.Equal(["(listens for keys)", "Anybody?", "> You hang up.", "(the call is over)"], lines);
    }

    [Fact]
    public async Task Digits_WhereWordsAreListenedFor_AreSaid()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Record action=\"/kept\"/>").OnTwiml("/kept", "<Say>Thank you.</Say>");

        var (_, lines) = await CallAsync(world, "42\n");

        Assert.Equal(["(records: say something)", "> “42”", "Thank you.", "(the call is over)"], lines);
    }

    [Fact]
    public async Task Dial_HandsetThatRings_IsAnsweredByALine()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.Simulator.SetHandset("+15551230002", new Handset(HandsetAnswer.Ring, null));
        world.OnTwiml("/incoming", "<Dial>+15551230002</Dial>");

        var (exit, lines) = await CallAsync(world, "/answer\n/hangup\n");

        Assert.Equal(0, exit);
        Assert.Equal("(puts you through to +15551230002)", lines[0]);
        Assert.Contains("(+15551230002 rings)", lines);
        Assert.Contains("(+15551230002 answers)", lines);
        Assert.Contains("> You hang up.", lines);
    }

    [Fact]
    public async Task Keys_TypedFasterThanTheyAreSent_ArriveInTheirOrder()
    {
        await using var world = await OfflineWorld.StartAsync(ClockMode.Real);
        world.OnTwiml("/incoming", "<Gather action=\"/pin\" timeout=\"60\"><Say>Your code, and the hash key.</Say></Gather>");
        var pin = "";
        world.On("/pin", r =>
        {
            pin = r.Form.First(f => f.Key == "Digits").Value;
            return Task.FromResult(OfflineWorld.Answer("<Response><Hangup/></Response>"));
        });
        var screen = new LineScreen();
        using var client = new OfflineClient(new Uri(world.Url));
        var call = new LiveCall(client, screen, new CallRequest(null, "/incoming"));

        var running = call.RunAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => screen.Lines.Contains("(listens for keys)"));
        Type(call, "0123456789#");

        Assert.Equal(0, await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal("0123456789", pin);
        Assert.Equal("0123456789#", string.Concat(screen.Lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..])));
    }

    [Fact]
    public async Task Words_AreShownWhileTheyAreTypedAndSaidOnEnter()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Gather input=\"speech\" action=\"/said\"/>").OnTwiml("/said", "<Say>Good.</Say>");
        var screen = new LineScreen();
        using var client = new OfflineClient(new Uri(world.Url));
        var call = new LiveCall(client, screen, new CallRequest(null, "/incoming"));

        var running = call.RunAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => screen.Lines.Contains("(listens for words)"));
        Type(call, "2 loafs\b\bves\r");

        Assert.Equal(0, await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Contains("> “2 loaves”", screen.Lines);
        Assert.Contains("2 loaves", screen.Typed);
    }

    [Fact]
    public async Task Errors_OfEarlierRequests_AreNotShown()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnThrow("/broken", "Error: long ago").OnTwiml("/incoming", "<Say>Hello.</Say>");
        await world.RunAsync("text", "/broken", "Hi");

        Assert.Equal(["Hello.", "(the call is over)"], (await CallAsync(world, "")).Lines);
    }

    [Fact]
    public async Task Interruption_HangsUp()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Gather timeout=\"600\"/>");
        var screen = new LineScreen();
        using var client = new OfflineClient(new Uri(world.Url));
        using var interruption = new CancellationTokenSource();

        var running = new LiveCall(client, screen, new CallRequest(null, "/incoming")).RunAsync(interruption.Token);
        await Eventually.HoldsAsync(() => screen.Lines.Count > 0);
        await interruption.CancelAsync();

        Assert.Equal(0, await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal("completed", Assert.Single(world.Simulator.Calls()).Status);
    }

    [Fact]
    public async Task Host_ThatStops_EndsTheCall()
    {
        var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Gather timeout=\"600\"/>");
        var screen = new LineScreen();
        using var client = new OfflineClient(new Uri(world.Url));

        var running = new LiveCall(client, screen, new CallRequest(null, "/incoming")).RunAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => screen.Lines.Count > 0);
        await world.DisposeAsync();

        var error = await Assert.ThrowsAsync<Ahoy.Cli.Output.UserErrorException>(() => running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal((2, "The host has stopped, and the call with it."), (error.ExitCode, error.Message));
    }

    [Fact]
    public async Task Reset_OfTheWorld_EndsTheCallWithTheNextThatIsDone()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Gather timeout=\"600\"/>");
        var screen = new LineScreen();
        using var client = new OfflineClient(new Uri(world.Url));
        var call = new LiveCall(client, screen, new CallRequest(null, "/incoming"));

        var running = call.RunAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => screen.Lines.Count > 0);
        world.Simulator.Reset();
        Type(call, "1");

        Assert.Equal(0, await running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal(["The call is gone: the offline Twilio was reset.", "(the call is over)"], screen.Lines.Skip(screen.Lines.Count - 2));
    }

    private static async Task<(int Exit, IReadOnlyList<string> Lines)> CallAsync(OfflineWorld world, string input)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var client = new OfflineClient(new Uri(world.Url));
        var exit = await new LiveCall(client, new PlainScreen(output), new CallRequest(null, "/incoming")) { Lines = new StringReader(input) }
            .RunAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return (exit, output.ToString().TrimEnd().Split('\n'));
    }

    private static void Type(LiveCall call, string text)
    {
        foreach (var c in text)
        {
            call.Press(new ConsoleKeyInfo(c, c switch { '\r' => ConsoleKey.Enter, '\b' => ConsoleKey.Backspace, _ => ConsoleKey.None }, false, false, false));
        }
    }

    private sealed class LineScreen : ICallScreen
    {
        private readonly Lock _gate = new();
        private readonly List<string> _lines = [];
        private readonly List<string> _typed = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_gate)
                {
                    return [.. _lines];
                }
            }
        }

        public IReadOnlyList<string> Typed
        {
            get
            {
                lock (_gate)
                {
                    return [.. _typed];
                }
            }
        }

        public void Show(CallLine line)
        {
            lock (_gate)
            {
                _lines.Add(line.Kind == CallLineKind.Own ? $"> {line.Text}" : line.Text);
            }
        }

        public void ShowTyping(string text)
        {
            lock (_gate)
            {
                _typed.Add(text);
            }
        }
    }
}
