using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.TwiML.Cases;

/// <summary>The world of a case: some webhooks, some handsets, a server with a socket, and what is seen of all of it.</summary>
internal static partial class CaseWorld
{
    private static readonly string[] s_told =
    [
        "CallStatus", "Digits", "FinishedOnKey", "SpeechResult", "StableSpeechResult", "Language", "DialCallStatus", "DialCallDuration", "DialBridged", "RecordingStatus",
        "RecordingDuration", "TranscriptionText", "TranscriptionStatus", "QueueResult", "QueuePosition", "QueueTime", "SmsStatus", "MessageStatus", "StatusCallbackEvent",
        "ParticipantLabel", "Coaching", "Muted", "AnsweredBy", "StreamEvent", "StreamName", "SessionStatus", "HandoffData", "ReferTransferTarget", "ReferCallStatus", "ErrorCode", "plan",
    ];

    /// <summary>Lives through a case.</summary>
    public static async Task<string> LiveAsync(AttributeCase theCase, string document)
    {
        using var test = new TestSimulator();
        test.Webhooks.OnTwiml("/next", "<Say>next</Say>").OnTwiml("/whisper", "<Say>whisper</Say>").OnTwiml("/wait", "<Say>wait</Say>").OnTwiml("/app", "<Say>application</Say>")
            .On("/status", string.Empty, "text/plain").On("/more", string.Empty, "text/plain");
        test.Simulator.SetHandset("+15095550199", new Handset(HandsetAnswer.Ring, null));
        test.Simulator.SetHandset("+15095550198", new Handset(HandsetAnswer.Busy, null));
        test.Simulator.SetHandset("+15095550197", new Handset(HandsetAnswer.Never, null));
        test.World.InTurn(() => test.World.Phones.Applications.Add(
            "AP00000000000000000000000000000000",
            new TwilioApplication { Sid = "AP00000000000000000000000000000000", VoiceUrl = "http://localhost:3000/app" }));
        test.Sockets.Answer = Answer;
        if (theCase.Actions.Contains("manual"))
        {
            test.World.SetMode(ClockMode.Manual);
        }

        foreach (var before in theCase.Actions.Where(a => a.StartsWith("before ", StringComparison.Ordinal)))
        {
            await DoAsync(test, null, "join " + before[7..]);
        }

        test.World.InTurn(() => test.World.Phones.Add("+15095550006", test.World.Now));
        string? sid = null;
        if (theCase.Kind == "message")
        {
            test.Webhooks.OnTwiml("/sms", document);
            await test.TextAsync("Hi");
        }
        else
        {
            var from = theCase.Actions is [var first, ..] && first.StartsWith("from ", StringComparison.Ordinal) ? first[5..] : null;
            test.Webhooks.OnTwiml("/voice", document);
            sid = (await test.Simulator.ReceiveCallAsync(from, "/voice").WaitAsync(TimeSpan.FromSeconds(10))).Sid;
        }

        foreach (var action in theCase.Actions)
        {
            try
            {
                await DoAsync(test, sid, action).WaitAsync(TimeSpan.FromSeconds(10));
            }
            catch (InvalidRequestException)
            {
                // Without its attribute the call may be over already.
                break;
            }
        }

        return Describe(test, theCase);
    }

    /// <summary>A server that repeats what it hears, and marks each key.</summary>
    private static IEnumerable<string> Answer(JsonObject message) => (message["type"] ?? message["event"])?.ToString() switch
    {
        "prompt" => [$$"""{"type":"text","token":"You said {{message["voicePrompt"]}}","last":true}"""],
        "dtmf" when message["digit"] is { } digit => [$$"""{"type":"text","token":"You pressed {{digit}}","last":true}"""],
        "dtmf" => ["""{"event":"mark","mark":{"name":"key"}}"""],
        _ => [],
    };

    private static async Task DoAsync(TestSimulator test, string? sid, string action)
    {
        var space = action.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (action, string.Empty) : (action[..space], action[(space + 1)..]);
        switch (verb)
        {
            case "press":
                await test.Simulator.PressAsync(sid!, rest);
                break;
            case "say":
                await test.Simulator.SpeakAsync(sid!, rest, null);
                break;
            case "record":
                await test.Simulator.RecordAsync(sid!, rest, null);
                break;
            case "hangup":
                await test.Simulator.HangUpAsync(sid!);
                break;
            case "answer":
                await test.Simulator.AnswerAsync(sid!);
                break;
            case "reject":
                await test.Simulator.RejectAsync(sid!);
                break;
            case "advance":
                await test.AdvanceAsync(double.Parse(rest, CultureInfo.InvariantCulture));
                break;
            case "join":
                test.Webhooks.OnTwiml("/second", rest);
                await test.Simulator.ReceiveCallAsync("+15095550102", "/second").WaitAsync(TimeSpan.FromSeconds(10));
                break;
            case "refer":
                await test.Simulator.ReferAsync(test.Simulator.Calls().Single(c => c.Direction == "outbound-dial").Sid, rest);
                break;
            case "from" or "manual" or "before":
                break;
            case "server":
                test.Sockets.Say(rest);
                await test.World.WhenQuiet();
                break;
        }
    }

    private static string Describe(TestSimulator test, AttributeCase theCase)
    {
        var text = new StringBuilder();
        foreach (var call in test.World.Calls.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{call.Direction} {call.From} {call.To} {call.Status.Name()}\n");
            foreach (var step in call.Transcript)
            {
                // How something sounds is obeyed by being told; no other attribute counts as obeyed because it was written.
                var sound = step.Verb == "Say" && step.Attributes is { } attributes
                    ? string.Concat(attributes.Where(a => a.Key is "voice" or "language").Select(a => $" {a.Key}={a.Value}"))
                    : string.Empty;
                text.Append(CultureInfo.InvariantCulture, $"  {step.At,5} {TestSimulator.Text([step])}{sound}\n");
            }
        }

        foreach (var message in test.World.Messages.All.Where(m => !m.IsInbound))
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"message {message.From} {message.To} {message.Body} {string.Join(' ', message.Media.Select(m => m.Url))}").TrimEnd()).Append('\n');
        }

        foreach (var recording in test.World.Calls.Recordings.Values)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"recording {recording.Source} {recording.Channels} {recording.Status} {recording.Duration} {(recording.TranscriptionSid is null ? recording.Text : $"transcribed: {recording.Text}")}").TrimEnd()).Append('\n');
        }

        foreach (var request in test.Webhooks.Requests)
        {
            var path = new Uri(request.Url).AbsolutePath;
            if (path is "/voice" or "/sms" or "/second")
            {
                continue;
            }

            var told = s_told.Where(p => (p != "CallStatus" || path == "/status") && request.Parameter(p) is not null).Select(p => $"{p}={request.Parameter(p)}");
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {path} {string.Join(' ', told)}").TrimEnd()).Append('\n');
        }

        foreach (var message in test.Sockets.Sent.Where(m => m["event"]?.ToString() != "media"))
        {
            text.Append(CultureInfo.InvariantCulture, $"socket {message.ToJsonString()}\n");
        }

        var frames = test.Sockets.Sent.Where(m => m["event"]?.ToString() == "media").GroupBy(m => m["media"]!["track"]!.ToString());
        foreach (var track in frames)
        {
            text.Append(CultureInfo.InvariantCulture, $"socket {track.Count()} frames {track.Key}\n");
        }

        return SidPattern().Replace(text.ToString(), "$1…").Replace("http://localhost:3000", string.Empty, StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex("([A-Z]{2})[0-9a-f]{32}")]
    private static partial Regex SidPattern();
}
