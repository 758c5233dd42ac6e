using System.Globalization;
using Ahoy.Model;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>A call's waits, status, recordings and transcript.</summary>
internal sealed partial class CallMachine
{
    private readonly List<Recording> _recordings = [];
    private readonly List<Action> _atEnd = [];
    private Wait<WaitEnd>? _wait;
    private WaitFor _waitsFor;
    private CallDocument? _next;
    private Func<bool>? _until;

    /// <summary>What may end a Say, Play or Pause early: that of the verb around it.</summary>
    public WaitFor Interruptible { get; set; }

    /// <summary>What a Say, Play or Pause is to the clock.</summary>
    public TimerKind StepKind { get; set; } = TimerKind.Step;

    /// <summary>The fallback of the number that the call came in on, or of the application.</summary>
    public (string Url, string Method)? Fallback { get; set; }

    /// <summary>Whether it rings at a handset that only a person answers.</summary>
    public bool RingsForPerson { get; set; }

    /// <summary>Its sockets, the first opened first.</summary>
    public List<SocketSession> Sockets { get; } = [];

    /// <summary>Waits for a time, or what else ends it. A wait that is to stop doesn't begin.</summary>
    /// <param name="what">What else ends it.</param>
    /// <param name="time">How long; null: until something else ends it.</param>
    /// <param name="kind">What it is to the clock.</param>
    public async WorldTask<WaitEnd> WaitAsync(WaitFor what, TimeSpan? time, TimerKind kind)
    {
        if (ShouldStop)
        {
            return WaitEnd.Signal;
        }

        var wait = World.NewWait<WaitEnd>(Call.Activity);
        _wait = wait;
        _waitsFor = what;
        if (what != WaitFor.Nothing)
        {
            // What a call waits for is what a person who looks at it has to know.
            World.Calls.Publish(Call);
        }

        var timer = time is { } delay ? World.After(delay, kind, Call.Activity, () => wait.Complete(WaitEnd.Elapsed)) : null;
        var end = await wait;
        World.Cancel(timer);
        _wait = null;
        _waitsFor = WaitFor.Nothing;
        return end;
    }

    /// <summary>Does something that stops when a condition holds: music until somebody comes.</summary>
    public async WorldTask<T> UntilAsync<T>(Func<bool> condition, Func<WorldTask<T>> action)
    {
        var outer = _until;
        _until = () => condition() || outer?.Invoke() == true;
        try
        {
            return await action();
        }
        finally
        {
            _until = outer;
        }
    }

    /// <summary>Picks up a call that came in and still rings.</summary>
    public void PickUp()
    {
        if (Call.Status == CallStatus.Ringing && Call.IsInbound)
        {
            SetStatus(CallStatus.InProgress, "answered");
        }
    }

    /// <summary>Changes the status, and tells of it.</summary>
    /// <param name="status">The new one.</param>
    /// <param name="name">The event of status callbacks.</param>
    public void SetStatus(CallStatus status, string name)
    {
        Call.Status = status;
        if (status == CallStatus.InProgress)
        {
            Call.Answered = World.Now;
        }

        World.Calls.Publish(Call);
        Call.Progress?.Tell(World, Call, name);
        Peer?.Signal();
    }

    /// <summary>Ends the call.</summary>
    public void Finish(CallStatus status)
    {
        if (IsOver)
        {
            return;
        }

        Call.Ended = World.Now;
        Call.Status = status;
        foreach (var recording in _recordings)
        {
            World.Calls.FinishRecording(recording, World.Now - recording.Started, recording.Text);
        }

        Abandon();
        World.Calls.Publish(Call);
        Call.Progress?.Tell(World, Call, "completed");
        foreach (var action in _atEnd)
        {
            action();
        }

        EndWait(WaitEnd.Signal);
    }

    /// <inheritdoc/>
    public void Abandon()
    {
        foreach (var socket in Sockets.ToArray())
        {
            socket.Close();
        }

        Sockets.Clear();
    }

    /// <summary>Lets go of what only a live call needs.</summary>
    public void Release()
    {
        Call.Machine = null;
        Call.Progress = null;
    }

    /// <summary>Does something when the call has ended.</summary>
    public void AtEnd(Action action) => _atEnd.Add(action);

    /// <inheritdoc/>
    public Recording StartRecording(RecordingOptions options)
    {
        var recording = World.Calls.StartRecording(Call.Sid, null, options);
        _recordings.Add(recording);
        return recording;
    }

    /// <summary>Adds a step to the transcript.</summary>
    public void Step(
        string verb,
        string by = "twilio",
        string? text = null,
        string? digits = null,
        string? url = null,
        IReadOnlyDictionary<string, string>? attributes = null,
        int? alert = null)
    {
        Call.Transcript.Add(new TranscriptStep((long)(World.Now - Call.Created).TotalMilliseconds, verb, by, text, digits, url, attributes, alert));
        World.Calls.Publish(Call);
        Mirror(verb, by, text, url);
    }

    /// <summary>Adds a step of an element, with its attributes, and announces those that mean nothing here.</summary>
    public void Step(TwiMLElement element, IReadOnlyCollection<string> obeyed, string? text = null, string? digits = null, string? url = null) =>
        Step(element.Name, text: text, digits: digits, url: url, attributes: Announced(element, obeyed));

    /// <summary>Raises an alert, in the transcript and in the list of alerts.</summary>
    public void Alert(string verb, int code, string message, string? url)
    {
        World.RaiseAlert(code, message, url ?? DocumentUrl, Call.Sid);
        Step(verb, text: message, alert: code);
    }

    /// <summary>A number that an attribute holds, or what stands for it; what is none is Twilio's warning.</summary>
    public int Number(TwiMLElement element, string attribute, int otherwise, int least = 0, int most = 86_400)
    {
        if (element.Attribute(attribute) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return Math.Min(number, most);
        }

        Alert(element.Name, AlertCodes.SchemaWarning, $"Schema validation warning: '{text}' is no value of {attribute} in {element.Name}.", DocumentUrl);
        return otherwise;
    }

    /// <summary>Whether an attribute is true.</summary>
    public static bool Flag(TwiMLElement element, string attribute, bool otherwise = false) =>
        element.Attribute(attribute) is { } text ? text.Equals("true", StringComparison.OrdinalIgnoreCase) : otherwise;

    /// <summary>Takes the document that the API gave the call.</summary>
    private CallDocument? TakeNext()
    {
        var next = IsOver || _until?.Invoke() == true ? null : _next;
        if (next is not null)
        {
            _next = null;
        }

        return next;
    }

    private void EndWait(WaitEnd end) => _wait?.Complete(end);

    private IReadOnlyDictionary<string, string>? Announced(TwiMLElement element, IReadOnlyCollection<string> obeyed)
    {
        if (element.Attributes.Count == 0 && element.Children.Count == 0)
        {
            return null;
        }

        List<string>? ignored = null;
        if (element.Attributes.Count > 0 && TwiMLSchema.Voice.Has(element.Name))
        {
            var known = TwiMLSchema.Voice.AttributesOf(element.Name);
            foreach (var attribute in element.Attributes.Keys)
            {
                if (!obeyed.Contains(attribute) && known.Contains(attribute))
                {
                    AnnounceAttribute(element.Name, attribute);
                    (ignored ??= []).Add(attribute);
                }
            }
        }

        foreach (var (name, attribute) in NestedElements.IgnoredIn(element))
        {
            AnnounceAttribute(name, attribute);
            (ignored ??= []).Add($"{name}.{attribute}");
        }

        if (ignored is null)
        {
            return element.Attributes.Count == 0 ? null : element.Attributes;
        }

        return new Dictionary<string, string>(element.Attributes, StringComparer.Ordinal) { ["notSimulated"] = string.Join(',', ignored) };
    }

    private void AnnounceAttribute(string element, string attribute) =>
        World.Announce($"The attribute {attribute} of {element} is not simulated: calls go on as if it were left out.");
}
