using System.Globalization;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Events;
using CsCheck;

namespace Ahoy.Simulator.Tests.World;

/// <summary>Random histories in random worlds: whatever people, Functions and the API do, some things always hold.</summary>
public sealed class HistoryTests
{
    private const string Local = "http://localhost:3000";

    private static readonly string[] s_handsets = ["+15095550100", "+15095550101", "+15095550102"];

    private static readonly string[] s_documents =
    [
        "<Say>Hello</Say>", "<Gather numDigits='1' action='/b'><Say>Press</Say></Gather>", "<Record action='/a' transcribe='true'/>", "<Pause length='3'/><Redirect>/b</Redirect>",
        "<Dial action='/a' timeout='9'>+15095550100</Dial>", "<Dial><Number url='/a' statusCallback='/status' statusCallbackEvent='initiated ringing answered completed'>+15095550101</Number></Dial>",
        "<Dial sequential='true'><Number>+15095550101</Number><Number>+15095550102</Number></Dial>", "<Dial><Conference statusCallback='/room' statusCallbackEvent='start end join leave'>Room</Conference></Dial>",
        "<Dial><Conference endConferenceOnExit='true'>Room</Conference></Dial>", "<Enqueue action='/b' waitUrl='/wait'>line</Enqueue>", "<Dial><Queue>line</Queue></Dial>", "<Hangup/>",
        "<Dial action='/a'>+15095550006</Dial>", "<Dial>+15005550006</Dial>", "<Start><Stream url='ws://localhost:1/'/></Start><Say>x</Say><Gather/>",
        "<Connect action='/b'><ConversationRelay url='ws://localhost:1/' welcomeGreeting='Hi' dtmfDetection='true'/></Connect>", "<Connect><Stream url='ws://localhost:1/'/></Connect>",
        "<Sms to='+15095550006'>Hi</Sms>", "<Reject/>", "<Sms>Hi</Sms><Play>/x.mp3</Play>", "<Nonsense/>", "<Redirect>/a</Redirect>",
    ];

    private enum Kind
    {
        Text, Call, Send, Place, Press, Speak, Record, HangUp, Answer, Reject, Advance, Handset, Clock, Redirect, Complete, Announce, Hold, Own,
    }

    private static readonly Gen<(Kind Kind, int Which, int Detail)[]> s_history =
        Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, 9], Gen.Int[0, 9]).Select((a, b, c) => (a, b, c)).Array[1, 40];

    [Fact]
    public void Histories_KeepWhatAlwaysHolds() => Gen.Select(Gen.OneOf(s_documents), Gen.OneOf(s_documents), Gen.Enum<ClockMode>(), s_history, Gen.Bool).Sample(
        (a, b, mode, history, later) => Assert.True(Task.Run(() => Live(a, b, mode, history, later)).Wait(TimeSpan.FromSeconds(30)), "It did not come to rest."),
        iter: 300,
        threads: 2);

    private static async Task Live(string a, string b, ClockMode mode, (Kind Kind, int Which, int Detail)[] history, bool later)
    {
        using var test = new TestSimulator(mode);
        test.Webhooks.AnswersLater = later;
        test.Webhooks.OnTwiml("/a", a).OnTwiml("/b", b).OnTwiml("/wait", "<Say>Wait</Say>").OnTwiml("/sms", "<Message statusCallback='/message'>Yes</Message>")
            .OnTwiml("/announcement", "<Say>Attention</Say>").On("/status", string.Empty, "text/plain").On("/message", string.Empty, "text/plain").On("/room", string.Empty, "text/plain");
        test.Sockets.Answer = message => message["type"]?.ToString() is "prompt" or "dtmf" ? ["""{"type":"text","token":"Yes","last":true}"""] : message["event"]?.ToString() == "dtmf" ? ["""{"event":"clear"}"""] : [];
        test.World.InTurn(() =>
        {
            // A second number, which the first one's webhooks can write to and call.
            var number = test.World.Phones.Add("+15095550006", test.World.Now);
            (number.SmsUrl, number.VoiceUrl) = (Local + "/sms", Local + "/b");
            test.World.Phones.Find(TestSimulator.Number)!.VoiceUrl = Local + "/a";
        });
        var events = new List<WorldEvent>();
        var times = new List<DateTimeOffset>();
        using var listening = test.Simulator.Listen(e =>
        {
            events.Add(e);
            times.Add(test.World.Now);
        });

        foreach (var (kind, which, detail) in history)
        {
            await DoAsync(test, kind, which, detail);
        }

        // The end of all: everybody hangs up, and time passes.
        test.World.SetMode(ClockMode.Fast);
        for (var round = 0; round < 3; round++)
        {
            foreach (var call in test.Simulator.Calls().Where(c => c.Status is not ("completed" or "busy" or "failed" or "no-answer" or "canceled")))
            {
                await TryAsync(test, () => test.Simulator.HangUpAsync(call.Sid));
            }

            await test.AdvanceAsync(60);
        }

        Check(test, events, times);
    }

    private static async Task DoAsync(TestSimulator test, Kind kind, int which, int detail)
    {
        var calls = test.Simulator.Calls();
        var sid = calls.Count == 0 ? "none" : calls[which % calls.Count].Sid;
        var handset = s_handsets[which % s_handsets.Length];
        switch (kind)
        {
            case Kind.Text:
                await TryAsync(test, () => test.Simulator.ReceiveMessageAsync(handset, "/sms", detail switch { 0 => "STOP", 1 => "START", _ => "Hi" }));
                break;
            case Kind.Call:
                await TryAsync(test, () => test.Simulator.ReceiveCallAsync(handset, detail % 2 == 0 ? "/a" : "/b"));
                break;
            case Kind.Send:
                Try(() => test.Send(new OutboundMessage { From = TestSimulator.Number, To = handset, Body = "x", StatusCallback = Local + "/message" }));
                break;
            case Kind.Place:
                test.World.InTurn(() => test.Simulator.PlaceCall(new OutboundCall
                {
                    From = TestSimulator.Number, To = handset, Url = Local + (detail % 2 == 0 ? "/a" : "/b"), StatusCallback = Local + "/status",
                    StatusCallbackEvents = ["initiated", "ringing", "answered", "completed"],
                }));
                break;
            case Kind.Press:
                await TryAsync(test, () => test.Simulator.PressAsync(sid, detail.ToString(CultureInfo.InvariantCulture) + "*"));
                break;
            case Kind.Speak:
                await TryAsync(test, () => test.Simulator.SpeakAsync(sid, "words", null));
                break;
            case Kind.Record:
                await TryAsync(test, () => test.Simulator.RecordAsync(sid, "words", detail));
                break;
            case Kind.HangUp:
                await TryAsync(test, () => test.Simulator.HangUpAsync(sid));
                break;
            case Kind.Answer:
                await TryAsync(test, () => test.Simulator.AnswerAsync(sid));
                break;
            case Kind.Reject:
                await TryAsync(test, () => test.Simulator.RejectAsync(sid));
                break;
            case Kind.Advance:
                await test.AdvanceAsync(detail * 2);
                break;
            case Kind.Handset:
                test.Simulator.SetHandset(handset, new Handset((HandsetAnswer)(detail % 4), detail > 7 ? 30003 : null));
                break;
            case Kind.Clock:
                test.World.SetMode((ClockMode)(detail % 3));
                break;
            case Kind.Announce or Kind.Hold:
                Try(() => test.World.InTurn(() =>
                {
                    if (test.World.Calls.Conferences.Values.LastOrDefault(c => c.Participants.Count > 0) is { } conference)
                    {
                        var participant = conference.Participants[which % conference.Participants.Count];
                        if (kind == Kind.Hold)
                        {
                            participant.HoldDocument = TwilioSimulator.Music(Local + "/wait", "GET");
                            ConferenceRoom.Hold(test.World, conference, participant, detail % 2 == 0);
                        }
                        else
                        {
                            test.Simulator.Announce(conference, detail % 2 == 0 ? null : participant, Local + "/announcement", "POST");
                        }
                    }
                }));
                break;
            case Kind.Own:
                Try(() => test.Send(new OutboundMessage { From = TestSimulator.Number, To = "+15095550006", Body = "x", StatusCallback = Local + "/message" }));
                break;
            case Kind.Redirect or Kind.Complete:
                Try(() => test.World.InTurn(() =>
                {
                    if (test.World.Calls.Find(sid) is { } call)
                    {
                        test.Simulator.UpdateCall(call, kind == Kind.Redirect ? new CallUpdate { Url = Local + "/b" } : new CallUpdate { Status = CallStatus.Completed });
                    }
                }));
                break;
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (TwilioErrorException)
        {
            // The platform may refuse.
        }
    }

    /// <summary>Does something that may be refused. On a real clock what it waits for comes as time passes.</summary>
    private static async Task TryAsync(TestSimulator test, Func<Task> action)
    {
        try
        {
            var task = action();
            for (var i = 0; !task.IsCompleted && i < 2000; i++)
            {
                test.Time.Advance(TimeSpan.FromSeconds(5));
                await test.World.WhenQuiet();
                await Task.Yield();
            }

            await task.WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (InvalidRequestException)
        {
            // The call is over, or nothing rings.
        }
    }

    private static void Check(TestSimulator test, List<WorldEvent> events, List<DateTimeOffset> times)
    {
        Assert.All(test.World.Messages.All, m => Assert.True(m.Status.IsFinal(), $"{m.Sid} ends as {m.Status}"));
        Assert.All(test.World.Calls.All, c =>
        {
            Assert.True(c.Status.IsFinal(), $"{c.Sid} ends as {c.Status}:\n{TestSimulator.Text(c.Transcript)}");
            Assert.Null(c.Machine);
            Assert.Equal(c.Transcript.Select(s => s.At).Order(), c.Transcript.Select(s => s.At));
        });
        Assert.All(test.World.Calls.Conferences.Values, c => Assert.True(c.IsOver && c.Participants.Count == 0));
        Assert.All(test.World.Calls.Queues.Values, q => Assert.True(q.Members.Count == 0 && q.Takers.Count == 0));
        Assert.All(test.World.Calls.Recordings.Values, r => Assert.NotEqual("in-progress", r.Status));
        Assert.Equal(0, test.Sockets.Open);

        // One sequence, one direction of time, one end each.
        Assert.Equal(events.Select(e => e.Sequence).Order().Distinct(), events.Select(e => e.Sequence));
        Assert.Equal(times.Order(), times);
        foreach (var call in events.Where(e => e.Kind == EventKind.Calls).Select(e => (CallSnapshot)e.Data).GroupBy(c => c.Sid))
        {
            InOrder(call.Select(c => c.Status), ["queued", "initiated", "ringing", "in-progress", "completed|busy|failed|no-answer|canceled"]);
        }

        foreach (var message in events.Where(e => e.Kind == EventKind.Messages).Select(e => (MessageSnapshot)e.Data).GroupBy(c => c.Sid))
        {
            InOrder(message.Select(c => c.Status), ["received", "accepted", "queued", "sending", "sent", "delivered|undelivered|failed"]);
        }

        foreach (var callbacks in test.Webhooks.Requests.Where(r => r.Url.EndsWith("/message", StringComparison.Ordinal)).GroupBy(r => r.Parameter("MessageSid")))
        {
            var told = callbacks.Select(r => r.Parameter("MessageStatus")!).ToArray();
            Assert.Equal(told[^1] == "failed" ? ["queued", "failed"] : ["queued", "sending", "sent", told[^1]], told);
            Assert.True(told[^1] is "delivered" or "undelivered" or "failed");
        }

        foreach (var callbacks in test.Webhooks.Requests.Where(r => r.Url.EndsWith("/status", StringComparison.Ordinal)).GroupBy(r => r.Parameter("CallSid")))
        {
            InOrder(callbacks.Select(r => r.Parameter("CallStatus")!), ["initiated", "ringing", "in-progress", "completed|busy|failed|no-answer|canceled"], strictly: true);
            Assert.Equal(Enumerable.Range(0, callbacks.Count()).Select(i => i.ToString(CultureInfo.InvariantCulture)), callbacks.Select(r => r.Parameter("SequenceNumber")));
        }
    }

    private static void InOrder(IEnumerable<string> statuses, string[] order, bool strictly = false)
    {
        var places = statuses.Select(s => Array.FindIndex(order, o => o.Split('|').Contains(s))).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.True(!strictly || places.Distinct().Count() == places.Length, string.Join(' ', statuses));
    }
}
