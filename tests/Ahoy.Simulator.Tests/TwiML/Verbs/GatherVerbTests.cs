using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.TwiML.Verbs;

public sealed class GatherVerbTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public GatherVerbTests() => _test.Webhooks.OnTwiml("/action", "<Say>thanks</Say>").On("/partial", string.Empty, "text/plain");

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("<Gather/>", "digits")]
    [InlineData("<Gather input='dtmf'/>", "digits")]
    [InlineData("<Gather input='speech'/>", "speech")]
    [InlineData("<Gather input='dtmf speech'/>", "either")]
    [InlineData("<Gather input='speech dtmf'><Say>x</Say></Gather>", "either")]
    public async Task Gather_WaitsForItsInput(string gather, string waitsFor) => Assert.Equal(waitsFor, (await _test.CallAsync(gather)).WaitsFor);

    [Theory]
    [InlineData("<Gather action='/action' numDigits='1'/>", "1", "1", null)]
    [InlineData("<Gather action='/action' numDigits='2'/>", "123", "12", null)]
    [InlineData("<Gather action='/action'/>", "42#", "42", "#")]
    [InlineData("<Gather action='/action' finishOnKey='*'/>", "4#2*", "4#2", "*")]
    [InlineData("<Gather action='/action' finishOnKey='' numDigits='3'/>", "4#2", "4#2", null)]
    [InlineData("<Gather action='/action' finishOnKey='*' numDigits='9'/>", "12*", "12", "*")]
    [InlineData("<Gather action='/action' input='dtmf speech' numDigits='1'/>", "1", "1", null)]
    public async Task Digits_EndTheGather(string gather, string pressed, string digits, string? finishedBy)
    {
        var call = await _test.CallAsync(gather);

        var after = await _test.Simulator.PressAsync(call.Sid, pressed, TestContext.Current.CancellationToken);

        Assert.Equal($"Gather\ncaller: Digits [{pressed}]\nSay thanks", TestSimulator.Text(after!.Transcript));
        Assert.Equal([digits], _test.Webhooks.Told("/action", "Digits"));
        Assert.Equal([finishedBy], _test.Webhooks.Told("/action", "FinishedOnKey"));
    }

    [Fact]
    public async Task Digits_OneByOne_AreCollected()
    {
        var call = await _test.CallAsync("<Gather action='/action' numDigits='2'/>");

        Assert.Equal("digits", (await _test.Simulator.PressAsync(call.Sid, "1", TestContext.Current.CancellationToken))!.WaitsFor);
        Assert.Equal("completed", (await _test.Simulator.PressAsync(call.Sid, "2", TestContext.Current.CancellationToken))!.Status);
        Assert.Equal(["12"], _test.Webhooks.Told("/action", "Digits"));
    }

    [Fact]
    public async Task Digits_ThenSilence_EndAfterTheTimeout()
    {
        var call = await _test.CallAsync("<Gather action='/action' timeout='3'/>");
        await _test.Simulator.PressAsync(call.Sid, "12", TestContext.Current.CancellationToken);
        await _test.AdvanceAsync(2.9);
        Assert.Empty(_test.Webhooks.Told("/action", "Digits"));

        await _test.AdvanceAsync(0.2);

        Assert.Equal(["12"], _test.Webhooks.Told("/action", "Digits"));
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("timeout='2'", 2)]
    [InlineData("timeout='auto'", 5)]
    public async Task Silence_GoesOnWithTheNextVerb(string attributes, double seconds)
    {
        var call = await _test.CallAsync($"<Gather action='/action' {attributes}/><Say>nothing</Say>");
        await _test.AdvanceAsync(seconds - 0.1);
        Assert.Equal("digits", _test.Call(call.Sid).WaitsFor);

        await _test.AdvanceAsync(0.2);

        Assert.Equal("Gather\nSay nothing", TestSimulator.Text(_test.Call(call.Sid).Transcript));
        Assert.Empty(_test.Webhooks.Told("/action", "Digits"));
    }

    [Fact]
    public async Task Silence_WithActionOnEmptyResult_AsksTheAction()
    {
        var call = await _test.CallAsync("<Gather action='/action' actionOnEmptyResult='true'/><Say>never</Say>");
        await _test.AdvanceAsync(6);

        Assert.Equal([string.Empty], _test.Webhooks.Told("/action", "Digits"));
        Assert.Equal("Gather\nSay thanks", TestSimulator.Text(_test.Call(call.Sid).Transcript));
    }

    [Fact]
    public async Task Speech_EndsTheGather()
    {
        var call = await _test.CallAsync("<Gather action='/action' input='speech' speechTimeout='auto' partialResultCallback='/partial'/>");

        var after = await _test.Simulator.SpeakAsync(call.Sid, "sales please", 0.75, TestContext.Current.CancellationToken);

        Assert.Equal("Gather\ncaller: Speech sales please\nSay thanks", TestSimulator.Text(after!.Transcript));
        Assert.Equal(["sales please"], _test.Webhooks.Told("/action", "SpeechResult"));
        Assert.Equal(["0.75"], _test.Webhooks.Told("/action", "Confidence"));
        Assert.Equal(["sales please"], _test.Webhooks.Told("/partial", "StableSpeechResult"));
    }

    [Theory]
    [InlineData("speechTimeout='3'", 3)]
    [InlineData("speechTimeout='auto'", 1)]
    [InlineData("timeout='4'", 4)]
    public async Task Speech_GoesOnUntilItsSilence(string attribute, double silence)
    {
        using var test = new TestSimulator(ClockMode.Manual);
        test.Webhooks.OnTwiml("/action", string.Empty);
        var call = await test.CallAsync($"<Gather action='/action' input='speech' {attribute}/>");
        await test.Simulator.SpeakAsync(call.Sid, "one", null, TestContext.Current.CancellationToken);
        await test.AdvanceAsync(silence - 0.1);
        await test.Simulator.SpeakAsync(call.Sid, "two", null, TestContext.Current.CancellationToken);
        await test.AdvanceAsync(silence - 0.1);
        Assert.Empty(test.Webhooks.Told("/action", "SpeechResult"));

        await test.AdvanceAsync(0.2);

        Assert.Equal(["one two"], test.Webhooks.Told("/action", "SpeechResult"));
    }

    [Theory]
    [InlineData("dtmf", "", true)]
    [InlineData("dtmf", "bargeIn='false'", true)]
    [InlineData("speech", "", true)]
    [InlineData("speech", "bargeIn='false'", false)]
    public async Task Input_WhileSomethingIsSaid_BargesIn(string input, string attribute, bool bargesIn)
    {
        using var test = new TestSimulator(ClockMode.Manual);
        test.Webhooks.OnTwiml("/action", string.Empty);
        var call = await test.CallAsync($"<Gather action='/action' numDigits='1' speechTimeout='0' input='{input}' {attribute}><Say>0123456789</Say><Say>more</Say></Gather>");
        if (input == "dtmf")
        {
            await test.Simulator.PressAsync(call.Sid, "1", TestContext.Current.CancellationToken);
        }
        else
        {
            await test.Simulator.SpeakAsync(call.Sid, "hey", null, TestContext.Current.CancellationToken);
        }

        await test.AdvanceAsync(0);

        Assert.Equal(bargesIn ? 2 : 1, test.Webhooks.Requests.Count);
    }

    [Fact]
    public async Task Nested_VerbsAreSaidBeforeItWaits()
    {
        var call = await _test.CallAsync("<Gather><Say>Press 1</Say><Pause/><Play>/a.mp3</Play></Gather>");

        Assert.Equal("Gather\nSay Press 1\nPause\nPlay /a.mp3", TestSimulator.Text(call.Transcript));
        Assert.Equal("digits", call.WaitsFor);
    }

    [Fact]
    public async Task Action_LeftOut_IsTheCurrentDocument()
    {
        var call = await _test.CallAsync("<Gather numDigits='1'/>");
        _test.Webhooks.OnTwiml("/voice", "<Say>again</Say>");

        var after = await _test.Simulator.PressAsync(call.Sid, "5", TestContext.Current.CancellationToken);

        Assert.Equal("Say again", TestSimulator.Text(after!.Transcript).Split('\n')[^1]);
        Assert.Equal([null, "5"], _test.Webhooks.Told("/voice", "Digits"));
    }

    [Fact]
    public async Task Method_Get_PutsTheParametersIntoTheQuery()
    {
        var call = await _test.CallAsync("<Gather action='/action' method='GET' numDigits='1'/>");
        await _test.Simulator.PressAsync(call.Sid, "5", TestContext.Current.CancellationToken);

        var request = _test.Webhooks.Requests[^1];
        Assert.Equal(("GET", 0, "5"), (request.Method, request.Form.Count, request.Parameter("Digits")));
    }

    [Fact]
    public async Task Digits_WhileNothingListens_AreLost()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        var call = await test.CallAsync("<Say>0123456789</Say><Gather numDigits='1'/>");
        await test.Simulator.PressAsync(call.Sid, "1", TestContext.Current.CancellationToken);
        await test.AdvanceAsync(1);

        Assert.Equal("digits", test.Call(call.Sid).WaitsFor);
    }

    [Fact]
    public async Task Hangup_InAGather_AsksNoAction()
    {
        var call = await _test.CallAsync("<Gather action='/action' actionOnEmptyResult='true'/>");

        var after = await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal(("completed", "Gather\ncaller: Hangup"), (after!.Status, TestSimulator.Text(after.Transcript)));
        Assert.Empty(_test.Webhooks.Told("/action", "Digits"));
    }

    [Theory]
    [InlineData("<Gather finishOnKey='x'/>", 13310)]
    [InlineData("<Gather timeout='soon'/>", 12200)]
    [InlineData("<Gather numDigits='0'/>", 12200)]
    [InlineData("<Gather input='video'/>", 12200)]
    [InlineData("<Gather method='PUT' action='/action' numDigits='1'/>", 0)]
    [InlineData("<Gather nonsense='1'/>", 12200)]
    [InlineData("<Gather><Dial>1</Dial></Gather>", 12200)]
    public async Task Attribute_WithAnImpossibleValue_IsAnAlert(string gather, int code)
    {
        var call = await _test.CallAsync(gather);

        Assert.Equal(code == 0 ? [] : [code], _test.AlertCodes);
        Assert.Equal("digits", call.WaitsFor);
    }
}
