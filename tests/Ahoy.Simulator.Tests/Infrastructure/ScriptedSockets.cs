using System.Text.Json.Nodes;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Tests.Infrastructure;

/// <summary>Sockets that a test scripts: those of this machine open, and answer what the test says.</summary>
internal sealed class ScriptedSockets : ISocketOpener
{
    private readonly Lock _gate = new();
    private readonly List<string> _sent = [];
    private readonly List<Socket> _sockets = [];

    /// <summary>What the server answers to a message; each is sent back in order.</summary>
    public Func<JsonObject, IEnumerable<string>> Answer { get; set; } = static _ => [];

    /// <summary>Why nothing is opened; null: it is.</summary>
    public string? Problem { get; set; }

    /// <summary>The handshakes' headers.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>What was sent to the server, in order.</summary>
    public IReadOnlyList<JsonObject> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent.Select(s => (JsonObject)JsonNode.Parse(s)!)];
            }
        }
    }

    public int Open => _sockets.Count(s => !s.IsDisposed);

    ISocket? ISocketOpener.Open(string url, IReadOnlyList<KeyValuePair<string, string>> headers, ISocketEvents events)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !uri.IsLoopback)
        {
            return null;
        }

        Headers.AddRange(headers);
        var socket = new Socket(this, events);
        _sockets.Add(socket);
        _ = Task.Run(() =>
        {
            if (Problem is null)
            {
                events.Opened();
            }
            else
            {
                events.Closed(Problem);
            }
        });
        return socket;
    }

    /// <summary>The server says something.</summary>
    public void Say(string message) => _sockets[^1].Events.Received(message);

    /// <summary>The server closes the connection.</summary>
    public void Close(string? problem = null) => _sockets[^1].Events.Closed(problem);

    private sealed class Socket(ScriptedSockets owner, ISocketEvents events) : ISocket
    {
        private Task _last = Task.CompletedTask;

        public ISocketEvents Events { get; } = events;

        public bool IsDisposed { get; private set; }

        public void Send(string text)
        {
            lock (owner._gate)
            {
                owner._sent.Add(text);
            }

            // Later, and in order, as it comes from a network.
            var answers = owner.Answer((JsonObject)JsonNode.Parse(text)!).ToArray();
            if (answers.Length > 0)
            {
                _last = _last.ContinueWith(
                    _ =>
                    {
                        foreach (var answer in answers)
                        {
                            Events.Received(answer);
                        }
                    },
                    TaskScheduler.Default);
            }
        }

        public void Dispose() => IsDisposed = true;
    }
}
