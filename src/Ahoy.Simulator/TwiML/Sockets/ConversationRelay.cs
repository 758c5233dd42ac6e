using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.TwiML.Sockets;

/// <summary>
/// A ConversationRelay's socket: what the person says goes out as text, and the text that comes back is spoken. Page: ConversationRelay, WebSocket messages.
/// </summary>
internal sealed class ConversationRelay : SocketSession
{
    private static readonly TimeSpan s_afterKeys = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyDictionary<string, string> _parameters;
    private readonly StringBuilder _tokens = new();
    private readonly string _sid = World.Sid.New("VX");
    private readonly bool _takesKeys;
    private string _language;
    private (string Text, DateTimeOffset Started, WaitFor InterruptedBy, WorldTimer Timer)? _speaking;
    private string _interruptible;
    private bool _isEnding;

    /// <param name="machine">The call.</param>
    /// <param name="element">The element ConversationRelay.</param>
    /// <param name="url">Where to.</param>
    /// <param name="parameters">The custom parameters.</param>
    public ConversationRelay(CallMachine machine, TwiMLElement element, string url, IReadOnlyDictionary<string, string> parameters)
        : base(machine, element, url)
    {
        _parameters = parameters;
        _takesKeys = CallMachine.Flag(element, "dtmfDetection");
        _language = element.Attribute("transcriptionLanguage") ?? element.Attribute("language") ?? "en-US";
        _interruptible = element.Attribute("interruptible") ?? "any";
        Started = machine.World.Now;
    }

    /// <inheritdoc/>
    public override WaitFor Takes => _takesKeys ? WaitFor.Digits | WaitFor.Speech : WaitFor.Speech;

    /// <summary>How it ended, as the action of Connect is told.</summary>
    public List<KeyValuePair<string, string>> Result { get; } = [];

    private DateTimeOffset Started { get; }

    /// <inheritdoc/>
    public override void Press(string digits)
    {
        if (!WasOpen)
        {
            return;
        }

        Interrupt(WaitFor.Digits);
        if (_takesKeys)
        {
            foreach (var digit in digits)
            {
                Send(new JsonObject { ["type"] = "dtmf", ["digit"] = digit.ToString() });
            }

            Expect(s_afterKeys);
        }
    }

    /// <inheritdoc/>
    public override void Hear(string text)
    {
        if (WasOpen)
        {
            Interrupt(WaitFor.Speech);
            Send(new JsonObject { ["type"] = "prompt", ["voicePrompt"] = text, ["lang"] = _language, ["last"] = true });
            Expect(LongestAnswer);
        }
    }

    /// <inheritdoc/>
    protected override void OnOpened()
    {
        var call = Machine.Call;
        var custom = new JsonObject();
        foreach (var (name, value) in _parameters)
        {
            custom[name] = value;
        }

        Send(new JsonObject
        {
            ["type"] = "setup",
            ["sessionId"] = _sid,
            ["accountSid"] = Machine.World.Account.Sid,
            ["parentCallSid"] = call.ParentSid ?? string.Empty,
            ["callSid"] = call.Sid,
            ["from"] = call.From,
            ["to"] = call.To,
            ["forwardedFrom"] = string.Empty,
            ["callType"] = call.From.StartsWith("client:", StringComparison.Ordinal) ? "CLIENT" : PhoneAddress.IsClientOrSip(call.From) ? "SIP" : "PSTN",
            ["callerName"] = string.Empty,
            ["direction"] = call.Direction,
            ["callStatus"] = call.Status.Name().ToUpperInvariant(),
            ["customParameters"] = custom,
        });
        if (Element.Attribute("welcomeGreeting") is { Length: > 0 } greeting)
        {
            Speak(greeting, Element.Attribute("welcomeGreetingInterruptible") ?? "any");
        }
    }

    /// <inheritdoc/>
    protected override bool Take(JsonObject message)
    {
        switch (message["type"]?.GetValue<string>())
        {
            case "text" when message["token"]?.GetValue<string>() is { } token:
                _tokens.Append(token);
                if (message["interruptible"] is { } interruptible)
                {
                    _interruptible = interruptible.ToString();
                }

                if (message["last"]?.GetValue<bool>() == true)
                {
                    FlushTokens();
                    Answered();
                }

                return true;
            case "play" when message["source"]?.GetValue<string>() is { Length: > 0 } source:
                FlushTokens();
                Machine.Step("Play", url: source);
                Begin(string.Empty, Speaking.Sound * Math.Clamp(message["loop"]?.GetValue<int>() ?? 1, 1, 1000), message["interruptible"]?.ToString() ?? _interruptible);
                Answered();
                return true;
            case "sendDigits" when message["digits"]?.GetValue<string>() is { Length: > 0 } digits:
                FlushTokens();
                Machine.Step("Play", digits: digits);
                Machine.SendToPeer(digits);
                Answered();
                return true;
            case "language":
                _language = message["transcriptionLanguage"]?.GetValue<string>() ?? _language;
                return true;
            case "end":
                FlushTokens();
                EndBy("ended");
                if (message["handoffData"]?.ToString() is { } handoff)
                {
                    Result.Add(new("HandoffData", handoff));
                }

                _isEnding = true;
                if (_speaking is null)
                {
                    Close();
                    Machine.Signal();
                }

                Answered();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void OnInvalid(string text)
    {
        var shown = text.Length > 200 ? text[..200] + "…" : text;
        Send(new JsonObject { ["type"] = "error", ["description"] = $"Invalid message received: {shown}" });
        Machine.Alert("ConversationRelay", 64107, $"ConversationRelay: Invalid message received: {shown}", null);
        Answered();
    }

    /// <inheritdoc/>
    protected override void OnEnded(string? problem)
    {
        FlushTokens();
        if (_speaking is { } speaking)
        {
            Machine.World.Cancel(speaking.Timer);
            _speaking = null;
        }

        if (problem is not null && !_isEnding)
        {
            var (code, text) = WasOpen
                ? (64105, $"ConversationRelay: WebSocket Ended: {Url} closed the connection without an end message. {problem}")
                : (64102, $"ConversationRelay: Unable to connect to WebSocket URL: {Url}: {problem}");
            Machine.Alert("ConversationRelay", code, text.TrimEnd(), null);
            EndBy("failed");
            Result.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
            Result.Add(new("ErrorMessage", text.TrimEnd()));
        }

        EndBy("completed");
    }

    private void EndBy(string status)
    {
        if (Result.Count == 0)
        {
            Result.Add(new("SessionId", _sid));
            Result.Add(new("SessionStatus", status));
            Result.Add(new("SessionDuration", Math.Ceiling((Machine.World.Now - Started).TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private void FlushTokens()
    {
        if (_tokens.Length > 0)
        {
            var text = _tokens.ToString().Trim();
            _tokens.Clear();
            if (text.Length > 0 && !Machine.IsOver)
            {
                Speak(text, _interruptible);
            }
        }
    }

    private void Speak(string text, string interruptible)
    {
        Machine.Step("Say", text: text);
        Begin(text, Speaking.TimeOf(text), interruptible);
    }

    /// <summary>Plays something, after what plays already.</summary>
    private void Begin(string text, TimeSpan length, string interruptible)
    {
        var world = Machine.World;
        var (said, started, left) = (text, world.Now, TimeSpan.Zero);
        if (_speaking is { } before)
        {
            world.Cancel(before.Timer);
            (said, started) = ($"{before.Text} {text}".Trim(), before.Started);
            left = TimeSpan.FromTicks(Math.Max(0, (before.Started + Speaking.TimeOf(before.Text) - world.Now).Ticks));
        }

        var by = interruptible.ToLowerInvariant() switch
        {
            "none" or "false" => WaitFor.Nothing,
            "dtmf" => WaitFor.Digits,
            "speech" => WaitFor.Speech,
            _ => WaitFor.Digits | WaitFor.Speech,
        };
        _speaking = (said, started, by, world.After(left + length, TimerKind.Step, Machine.Call.Activity, () =>
        {
            _speaking = null;
            if (_isEnding)
            {
                Close();
                Machine.Signal();
            }
        }));
    }

    private void Interrupt(WaitFor by)
    {
        if (_speaking is not { } speaking || !speaking.InterruptedBy.HasFlag(by))
        {
            return;
        }

        Machine.World.Cancel(speaking.Timer);
        _speaking = null;
        var passed = Machine.World.Now - speaking.Started;
        var heard = Math.Clamp((int)(passed / Speaking.TimeOf(speaking.Text) * speaking.Text.Length), 0, speaking.Text.Length);
        Send(new JsonObject
        {
            ["type"] = "interrupt",
            ["utteranceUntilInterrupt"] = speaking.Text[..heard],
            ["durationUntilInterruptMs"] = ((long)passed.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        });
    }
}
