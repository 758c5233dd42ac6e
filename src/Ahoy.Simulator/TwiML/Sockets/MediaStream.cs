using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.TwiML.Sockets;

/// <summary>
/// A Stream's socket. What goes out is silence, in frames of 20 ms as the clock moves, and the keys; what comes in plays for as long as its sound is, and answers its
/// marks when it is played. Page: Media Streams, WebSocket messages.
/// </summary>
internal sealed class MediaStream : SocketSession
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_afterKeys = TimeSpan.FromSeconds(1);

    // A second of µ-law has 8,000 bytes, and its silence is 0xFF.
    private static readonly string s_silence = Convert.ToBase64String(Enumerable.Repeat((byte)0xFF, 160).ToArray());

    private readonly bool _isBidirectional;
    private readonly IReadOnlyDictionary<string, string> _parameters;
    private readonly string[] _tracks;
    private readonly Queue<(string Name, WorldTimer Timer)> _marks = new();
    private int _sequence;
    private int _chunk;
    private DateTimeOffset _started;
    private DateTimeOffset _playsUntil;
    private TimeSpan _playing;
    private WorldTimer? _played;
    private WorldTimer? _next;

    /// <param name="machine">The call.</param>
    /// <param name="element">The element Stream.</param>
    /// <param name="url">Where to.</param>
    /// <param name="parameters">The custom parameters.</param>
    /// <param name="isBidirectional">Whether it stands in Connect, so that the server may play something.</param>
    public MediaStream(CallMachine machine, TwiMLElement element, string url, IReadOnlyDictionary<string, string> parameters, bool isBidirectional)
        : base(machine, element, url)
    {
        _parameters = parameters;
        _isBidirectional = isBidirectional;
        _tracks = element.Attribute("track") switch
        {
            "outbound_track" when !isBidirectional => ["outbound"],
            "both_tracks" when !isBidirectional => ["inbound", "outbound"],
            _ => ["inbound"],
        };
        Name = element.Attribute("name") is { Length: > 0 } name ? name : Sid;
    }

    /// <summary>Its SID: MZ….</summary>
    public string Sid { get; } = World.Sid.New("MZ");

    /// <summary>Its name: the SID where it has none.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override WaitFor Takes => WaitFor.Digits;

    /// <inheritdoc/>
    public override void Press(string digits)
    {
        if (!WasOpen)
        {
            return;
        }

        foreach (var digit in digits)
        {
            Say("dtmf", "dtmf", new JsonObject { ["track"] = "inbound_track", ["digit"] = digit.ToString() });
        }

        if (_isBidirectional)
        {
            Expect(s_afterKeys);
        }
    }

    /// <inheritdoc/>
    public override void Hear(string text)
    {
        // Words are no sound here: the frames are silence all the same.
    }

    /// <inheritdoc/>
    protected override void OnOpened()
    {
        _started = _playsUntil = Machine.World.Now;
        Send(new JsonObject { ["event"] = "connected", ["protocol"] = "Call", ["version"] = "1.0.0" });
        var custom = new JsonObject();
        foreach (var (name, value) in _parameters)
        {
            custom[name] = value;
        }

        Say("start", "start", new JsonObject
        {
            ["accountSid"] = Machine.World.Account.Sid,
            ["streamSid"] = Sid,
            ["callSid"] = Machine.Call.Sid,
            ["tracks"] = new JsonArray([.. _tracks.Select(t => JsonValue.Create(t))]),
            ["mediaFormat"] = new JsonObject { ["encoding"] = "audio/x-mulaw", ["sampleRate"] = 8000, ["channels"] = 1 },
            ["customParameters"] = custom,
        });
        Tell("stream-started");
        PlanFrame();
    }

    /// <inheritdoc/>
    protected override bool Take(JsonObject message)
    {
        // One that only listens is not answered.
        if (!_isBidirectional)
        {
            return true;
        }

        switch (message["event"]?.GetValue<string>())
        {
            case "media" when Inner(message, "media", "payload") is { } payload:
                Play(Convert.FromBase64String(payload).Length);
                return true;
            case "mark" when Inner(message, "mark", "name") is { } name:
                _marks.Enqueue((name, Machine.World.After(_playsUntil - Machine.World.Now, TimerKind.Step, Machine.Call.Activity, AnswerMark)));
                Answered();
                return true;
            case "clear":
                Clear();
                Answered();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void OnInvalid(string text) =>
        Machine.Alert("Stream", 31951, $"Stream - Protocol - Invalid message: {(text.Length > 200 ? text[..200] + "…" : text)}", null);

    /// <inheritdoc/>
    protected override void OnClosing() =>
        Say("stop", "stop", new JsonObject { ["accountSid"] = Machine.World.Account.Sid, ["callSid"] = Machine.Call.Sid });

    /// <inheritdoc/>
    protected override void OnEnded(string? problem)
    {
        var world = Machine.World;
        world.Cancel(_next);
        StopPlaying();
        foreach (var (_, timer) in _marks)
        {
            world.Cancel(timer);
        }

        _marks.Clear();
        if (WasOpen)
        {
            if (problem is { Length: > 0 })
            {
                Machine.Alert("Stream", 31921, $"Stream - WebSocket - Close Error: {Url}: {problem}", null);
            }

            Tell("stream-stopped");
        }
        else if (problem is not null)
        {
            Machine.Alert("Stream", 31920, $"Stream - WebSocket - Handshake Error: {Url}: {(problem.Length == 0 ? "it was closed." : problem)}", null);
            Tell("stream-error", problem);
        }
    }

    private static string? Inner(JsonObject message, string property, string name) => (message[property] as JsonObject)?[name]?.GetValue<string>();

    private void PlanFrame() => _next = Machine.World.After(s_frame, TimerKind.Patience, Machine.Call.Activity, () =>
    {
        if (IsOver)
        {
            return;
        }

        var timestamp = (_chunk * 20).ToString(CultureInfo.InvariantCulture);
        var chunk = (++_chunk).ToString(CultureInfo.InvariantCulture);
        foreach (var track in _tracks)
        {
            Say("media", "media", new JsonObject { ["track"] = track, ["chunk"] = chunk, ["timestamp"] = timestamp, ["payload"] = s_silence });
        }

        PlanFrame();
    });

    private void Play(int bytes)
    {
        var world = Machine.World;
        var length = TimeSpan.FromSeconds(bytes / 8000.0);
        if (_playsUntil < world.Now)
        {
            _playsUntil = world.Now;
        }

        _playsUntil += length;
        _playing += length;
        world.Cancel(_played);
        _played = world.After(_playsUntil - world.Now, TimerKind.Step, Machine.Call.Activity, StopPlaying);
    }

    // What the person has heard stands in the transcript once it is over: a server sends it in pieces.
    private void StopPlaying()
    {
        Machine.World.Cancel(_played);
        _played = null;
        if (_playing > TimeSpan.Zero && !Machine.IsOver)
        {
            Machine.Step("Media", text: string.Create(CultureInfo.InvariantCulture, $"{_playing.TotalSeconds:0.##} s of sound"));
        }

        _playing = TimeSpan.Zero;
    }

    private void Clear()
    {
        StopPlaying();
        _playsUntil = Machine.World.Now;
        while (_marks.TryPeek(out var mark))
        {
            Machine.World.Cancel(mark.Timer);
            AnswerMark();
        }
    }

    private void AnswerMark()
    {
        if (_marks.TryDequeue(out var mark))
        {
            Say("mark", "mark", new JsonObject { ["name"] = mark.Name });
        }
    }

    private void Say(string name, string property, JsonObject content) => Send(new JsonObject
    {
        ["event"] = name,
        ["sequenceNumber"] = (++_sequence).ToString(CultureInfo.InvariantCulture),
        ["streamSid"] = Sid,
        [property] = content,
    });

    private void Tell(string what, string? error = null)
    {
        if (Machine.ActionOf(Element, "statusCallback", "statusCallbackMethod") is not { } callback)
        {
            return;
        }

        List<KeyValuePair<string, string>> parameters =
        [
            new("StreamSid", Sid), new("StreamName", Name), new("StreamEvent", what), new("Timestamp", Machine.World.Now.ToString("O", CultureInfo.InvariantCulture)),
        ];
        if (error is not null)
        {
            parameters.Add(new("StreamError", error));
        }

        Machine.Tell(callback, parameters);
    }
}
