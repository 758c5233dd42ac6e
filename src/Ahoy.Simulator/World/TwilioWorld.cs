using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Events;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World;

/// <summary>
/// The state of a Twilio of one account. One thread at a time is in it: what touches the state runs in a turn (<see cref="InTurn{T}"/>), and so does all that a
/// message or call does on its own. Only requests to webhooks leave a turn, and what they answer comes back in another.
/// </summary>
internal sealed partial class TwilioWorld : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TurnQueue _turns = new();
    private readonly WorldClock _clock;
    private readonly SemaphoreSlim _advancing = new(1, 1);
    private readonly List<TaskCompletionSource> _waitForQuiet = [];
    private readonly ITimer _wake;
    private readonly CancellationTokenSource _stopped = new();
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private int _depth;
    private bool _modeChanged;

    /// <param name="options">What the host says of itself.</param>
    /// <param name="sender">Takes requests to webhooks.</param>
    public TwilioWorld(SimulatorOptions options, IWebhookSender sender)
    {
        Options = options;
        Account = options.Account ?? Account.Generate();
        _sender = sender;
        _clock = new WorldClock(options.Time, _turns);
        _wake = options.Time.CreateTimer(static world => ((TwilioWorld)world!).InTurn(static () => { }), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Messages = new MessageStore(this);
        Calls = new CallStore(this);
        Phones.Configure([], Now);
    }

    /// <summary>What the host says of itself.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>The account; it outlives a reset.</summary>
    public Account Account { get; }

    /// <summary>The numbers and what is known of handsets.</summary>
    public PhoneBook Phones { get; } = new();

    /// <summary>The messages.</summary>
    public MessageStore Messages { get; }

    /// <summary>The calls, conferences, queues and recordings.</summary>
    public CallStore Calls { get; }

    /// <summary>What happened.</summary>
    public EventLog Events { get; } = new();

    /// <summary>The date, as dates of the API follow it.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>How time passes.</summary>
    public ClockMode Mode => _clock.Mode;

    /// <summary>Does something with the state, and then all that goes on by itself because of it.</summary>
    public T InTurn<T>(Func<T> action)
    {
        T result;
        lock (_gate)
        {
            result = Do(action);
        }

        Flush();
        return result;
    }

    /// <summary>Does something with the state, and then all that goes on by itself because of it.</summary>
    public void InTurn(Action action) => InTurn(() =>
    {
        action();
        return 0;
    });

    /// <summary>Starts something that goes on by itself. To be used in a turn.</summary>
    public void Start<T>(WorldTask<T> task) => task.UnsafeOnCompleted(() =>
    {
        if (task.Error is { } error)
        {
            Log("error", $"The simulator failed: {error}");
        }
    });

    /// <summary>A wait for one result.</summary>
    public Wait<T> NewWait<T>(Activity? activity) => new(_turns, activity);

    /// <summary>A new activity.</summary>
    public Activity NewActivity() => new(_turns);

    /// <summary>Plans something.</summary>
    public WorldTimer After(TimeSpan delay, TimerKind kind, Activity? activity, Action action) => _clock.After(delay, kind, activity, action);

    /// <summary>Takes back what was planned.</summary>
    public void Cancel(WorldTimer? timer) => _clock.Cancel(timer);

    /// <summary>Raises an alert: what Twilio's debugger would show. To be used in a turn.</summary>
    /// <param name="code">Twilio's code.</param>
    /// <param name="message">What is wrong, and with what.</param>
    /// <param name="url">The URL at fault, which may be a Function's.</param>
    /// <param name="sid">The message or call.</param>
    public void RaiseAlert(int code, string message, string? url, string? sid)
    {
        var function = url is null ? null : Options.FunctionOf(url);
        Events.Keep(EventKind.Alerts, sequence => new Alert(sequence, Now, code, Options.Mask(message), function, sid));
    }

    /// <summary>Says something of the simulator itself. To be used in a turn.</summary>
    public void Log(string level, string message) =>
        Events.Keep(EventKind.Logs, sequence => new LogLine(sequence, Now, level, Options.Mask(message), null, null));

    /// <summary>Says once, until the next reset, that something is not simulated. To be used in a turn.</summary>
    public void Announce(string message)
    {
        if (_announced.Add(message))
        {
            Log("warn", message);
        }
    }

    /// <summary>As after the start: all goes but the account and what <c>phones.json</c> says.</summary>
    public void Reset() => InTurn(() =>
    {
        foreach (var call in Calls.All)
        {
            call.Machine?.Abandon();
        }

        _generation++;
        _outbox.Clear();
        _inFlight.Clear();
        _clock.Reset();
        _turns.Clear();
        Messages.Clear();
        Calls.Clear();
        Events.Clear();
        _announced.Clear();
        Phones.Reset(Now);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped.Cancel();
        _wake.Dispose();
        _stopped.Dispose();
        _advancing.Dispose();
    }

    private T Do<T>(Func<T> action)
    {
        // What goes on in a turn goes on here, whatever context the caller brings.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _depth++;
        try
        {
            _clock.CatchUp();
            var result = action();
            if (_depth == 1)
            {
                Pump();
            }

            return result;
        }
        finally
        {
            _depth--;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void Pump()
    {
        do
        {
            while (_turns.HasReady)
            {
                RunNext();
            }
        }
        while (_clock.FireNext());

        _turns.TellRest(_clock.Stands, _modeChanged);
        _modeChanged = false;
        if (_inFlight.Count == 0)
        {
            foreach (var source in _waitForQuiet)
            {
                source.TrySetResult();
            }

            _waitForQuiet.Clear();
        }

        if (_clock.Mode == ClockMode.Real)
        {
            var next = _clock.UntilNext();
            _wake.Change(next is { } due ? (due < s_longestWake ? due : s_longestWake) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private static readonly TimeSpan s_longestWake = TimeSpan.FromHours(1);

    private void RunNext()
    {
        try
        {
            _turns.RunNext();
        }
#pragma warning disable CA1031 // One message's or call's error is not another's.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Log("error", $"The simulator failed: {error}");
        }
    }
}
