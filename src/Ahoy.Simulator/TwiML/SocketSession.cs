using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Model.Signatures;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML;

/// <summary>A socket of a call, with what both sides say to each other. Its state is the world's: what comes from outside takes a turn.</summary>
internal abstract class SocketSession : ISocketEvents
{
    /// <summary>How long a call waits for what a server has to say: as long as for a webhook.</summary>
    protected static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    private ISocket? _socket;
    private Action? _waiting;

    /// <param name="machine">The call.</param>
    /// <param name="element">The element that asks for it.</param>
    /// <param name="url">Where to.</param>
    protected SocketSession(CallMachine machine, TwiMLElement element, string url)
    {
        Machine = machine;
        Element = element;
        Url = url;
    }

    /// <summary>Where to.</summary>
    public string Url { get; }

    /// <summary>Whether it is over: closed by either side, or never opened.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether it was opened.</summary>
    public bool WasOpen { get; private set; }

    /// <summary>What the person may do for it.</summary>
    public abstract WaitFor Takes { get; }

    /// <summary>The call.</summary>
    protected CallMachine Machine { get; }

    /// <summary>The element that asks for it.</summary>
    protected TwiMLElement Element { get; }

    /// <summary>Begins to open it. To be used in the world's turn.</summary>
    /// <returns>Whether its URL is on this machine.</returns>
    public bool Open()
    {
        var world = Machine.World;
        var signature = RequestSignature.Compute(world.Account.AuthToken, Url, []);
        _socket = world.Options.Sockets?.Open(Url, [new(RequestSignature.HeaderName, signature), new("User-Agent", "TwilioProxy/1.1")], this);
        if (_socket is null)
        {
            return false;
        }

        Expect(LongestAnswer);
        return true;
    }

    /// <summary>The call has no more use for it. To be used in the world's turn.</summary>
    public void Close()
    {
        if (!IsOver)
        {
            if (WasOpen)
            {
                OnClosing();
            }

            End();
            OnEnded(null);
        }
    }

    /// <summary>The person pressed keys. To be used in the world's turn.</summary>
    public abstract void Press(string digits);

    /// <summary>The person spoke. To be used in the world's turn.</summary>
    public abstract void Hear(string text);

    /// <inheritdoc/>
    public void Opened() => Machine.World.InTurn(() =>
    {
        if (!IsOver)
        {
            WasOpen = true;
            OnOpened();
            Answered();
            Machine.Signal();
        }
    });

    /// <inheritdoc/>
    public void Received(string text) => Machine.World.InTurn(() =>
    {
        if (IsOver)
        {
            return;
        }

        JsonObject? message = null;
        try
        {
            message = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // Told below, as anything else that means nothing.
        }

        if (message is null || !TryTake(message))
        {
            OnInvalid(text);
        }
    });

    /// <inheritdoc/>
    public void Closed(string? problem) => Machine.World.InTurn(() =>
    {
        if (!IsOver)
        {
            End();
            OnEnded(problem ?? string.Empty);
            Machine.Signal();
        }
    });

    /// <summary>It is open: what is said first.</summary>
    protected abstract void OnOpened();

    /// <summary>A message of the server.</summary>
    /// <returns>Whether it means something.</returns>
    protected abstract bool Take(JsonObject message);

    /// <summary>What the server sent means nothing.</summary>
    protected abstract void OnInvalid(string text);

    /// <summary>The call closes it: what is said last.</summary>
    protected virtual void OnClosing()
    {
    }

    /// <summary>It is over.</summary>
    /// <param name="problem">Null: the call closed it; empty: the server did; else what is wrong.</param>
    protected abstract void OnEnded(string? problem);

    /// <summary>Says something.</summary>
    protected void Send(JsonObject message) => _socket?.Send(message.ToJsonString());

    /// <summary>The call is not at rest until the server has answered, or a time is over that nobody's clock moves.</summary>
    protected void Expect(TimeSpan longest)
    {
        Answered();
        _waiting = Machine.World.ExpectFromOutside(Machine.Call.Activity, longest);
    }

    /// <summary>The server has answered.</summary>
    protected void Answered()
    {
        _waiting?.Invoke();
        _waiting = null;
    }

    private bool TryTake(JsonObject message)
    {
        try
        {
            return Take(message);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // A property that has another type than it should.
            return false;
        }
    }

    private void End()
    {
        IsOver = true;
        Answered();
        _socket?.Dispose();
        _socket = null;
    }
}
