using Ahoy.Simulator.World.Clock;

namespace Ahoy.Cli.Tests.Offline;

public sealed class CallCommandTests
{
    [Fact]
    public async Task Call_ScriptOfKeysAndWords_IsPlayedInItsOrderOneLineAStep()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Say>Welcome.</Say><Gather numDigits=\"1\" action=\"/choice\"><Say>Press 1.</Say></Gather>");
        world.OnTwiml("/choice", "<Gather input=\"speech\" action=\"/order\"><Say>What would\n you like?</Say></Gather>");
        world.On("/order", r => Task.FromResult(OfflineWorld.Answer(
            $"<Response><Say>{r.Form.First(f => f.Key == "SpeechResult").Value}, then.</Say><Record action=\"/done\"/></Response>")));
        world.OnTwiml("/done", "<Gather><Say>Anything else?</Say></Gather>");

        var (exit, output, error) = await world.RunAsync("call", "/incoming", "--press", "1", "--say", "two loaves", "--transcript", "--say=Ada speaking");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            """
            twilio  Say       Welcome.
            twilio  Gather    action=/choice numDigits=1
            twilio  Say       Press 1.
            caller  Digits    1
            twilio  Gather    action=/order input=speech
            twilio  Say       What would you like?
            caller  Speech    two loaves
            twilio  Say       two loaves, then.
            twilio  Record    action=/done
            caller  Recording  Ada speaking
            twilio  Gather
            twilio  Say       Anything else?
            caller  Hangup

            """,
            output);
        Assert.Equal("completed", Assert.Single(world.Simulator.Calls()).Status);
    }

    [Fact]
    public async Task Call_ThatEndsEarly_SaysWhatWasNotDone()
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnTwiml("/incoming", "<Gather numDigits=\"1\" action=\"/bye\"/>").OnTwiml("/bye", "<Say>Bye.</Say>");

        var (exit, _, error) = await world.RunAsync("call", "/incoming", "--transcript", "--press", "1", "--press", "2", "--say", "wait");

        Assert.Equal((0, "The call was over before this could be done: --press 2 --say \"wait\"\n"), (exit, error));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_FunctionThatThrows_SaysCodeFunctionAndLine(bool transcript)
    {
        await using var world = await OfflineWorld.StartAsync();
        world.OnThrow("/incoming", "Error: no bread\n    at exports.handler (/srv/functions/incoming.js:7:9)");

        var (exit, output, error) = await world.RunAsync(transcript ? ["call", "/incoming", "--transcript"] : ["call", "/incoming"]);

        // Where somebody looks on, it stands between what is said; a script's output is the transcript alone.
        var told = transcript ? error : output;
        Assert.Equal(1, exit);
        Assert.Contains("Error 11200 in /incoming: ", told, StringComparison.Ordinal);
        Assert.Contains("Error: no bread (/srv/functions/incoming.js, line 7)", told, StringComparison.Ordinal);
        Assert.Contains("application error has occurred", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("real")]
    [InlineData("manual")]
    public async Task Call_Fast_WaitsForNoVoiceAndLeavesTheClockAsItWas(string name)
    {
        var mode = Enum.Parse<ClockMode>(name, ignoreCase: true);
        await using var world = await OfflineWorld.StartAsync(mode);
        world.OnTwiml("/incoming", "<Pause length=\"3600\"/><Say>Still there?</Say>");

        var (exit, output, _) = await world.RunAsync("call", "/incoming", "--fast", "--transcript");

        Assert.Equal(0, exit);
        Assert.Contains("Still there?", output, StringComparison.Ordinal);
        Assert.Equal(mode, world.Simulator.World.Mode);
    }

    [Fact]
    public async Task Call_KeysThatNoPhoneHas_AreRefused()
    {
        await using var world = await OfflineWorld.StartAsync();

        var (exit, _, error) = await world.RunAsync("call", "/incoming", "--press", "one");

        Assert.NotEqual(0, exit);
        Assert.Contains("--press one: keys are 0 to 9, * and #.", error, StringComparison.Ordinal);
        Assert.Empty(world.Simulator.Calls());
    }

    [Fact]
    public async Task Call_PathThatIsNone_IsRefused()
    {
        await using var world = await OfflineWorld.StartAsync();

        var (exit, _, error) = await world.RunAsync("call", "/missing", "--transcript");

        Assert.Equal(1, exit);
        Assert.Contains("/missing is neither", error, StringComparison.Ordinal);
    }
}
