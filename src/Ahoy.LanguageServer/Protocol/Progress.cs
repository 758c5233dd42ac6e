using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Protocol;

/// <summary>Tells the editor how far something has come that takes longer than a second (<c>window/workDoneProgress</c>).</summary>
/// <param name="notify">Sends a notification.</param>
/// <param name="asked">Asks the editor.</param>
/// <param name="capabilities">What the editor can do.</param>
internal sealed class Progress(Action<string, JsonNode?> notify, Asked asked, JsonElement capabilities)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private int _last;

    /// <summary>Begins.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="given">The token that came with the request; undefined where none did.</param>
    public Work Begin(string title, JsonElement given) => new(this, title, given);

    /// <summary>Something that may take long.</summary>
    internal sealed class Work : IDisposable
    {
        private readonly Lock _lock = new();
        private readonly Progress _progress;
        private readonly string _title;
        private readonly Timer? _timer;
        private JsonNode? _token;
        private int _total;
        private int _done;
        private int _told = -1;
        private bool _isOver;

        public Work(Progress progress, string title, JsonElement given)
        {
            (_progress, _title) = (progress, title);
            if (given.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                // A token of the request's own is there for this.
                _token = JsonNode.Parse(given.GetRawText());
                TellBeginning();
            }
            else if (progress.CanCreate)
            {
                _timer = new Timer(static state => ((Work)state!).Start(), this, s_patience, Timeout.InfiniteTimeSpan);
            }
        }

        /// <summary>How many steps it has, as far as that is known.</summary>
        public int Total
        {
            get => _total;
            set
            {
                lock (_lock)
                {
                    _total = value;
                }
            }
        }

        /// <summary>A step is done.</summary>
        public void Step()
        {
            lock (_lock)
            {
                _done++;
                TellStep();
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _timer?.Dispose();
            lock (_lock)
            {
                _isOver = true;
                if (_token is not null)
                {
                    Tell(new JsonObject { ["kind"] = "end" });
                }
            }
        }

        // The token is used without waiting for the editor's answer: one that refuses drops what comes for it.
        private void Start()
        {
            lock (_lock)
            {
                if (!_isOver)
                {
                    _token = $"ahoy-progress-{Interlocked.Increment(ref _progress._last)}";
                    _progress.Asked.Ask("window/workDoneProgress/create", new JsonObject { ["token"] = _token.DeepClone() });
                    TellBeginning();
                    TellStep();
                }
            }
        }

        private void TellBeginning() => Tell(new JsonObject { ["kind"] = "begin", ["title"] = _title, ["percentage"] = 0 });

        private void TellStep()
        {
            var percentage = _total == 0 ? 0 : 100 * _done / _total;
            if (_token is not null && percentage > _told && _done > 0)
            {
                _told = percentage;
                Tell(new JsonObject { ["kind"] = "report", ["message"] = $"{_done} of {_total}", ["percentage"] = percentage });
            }
        }

        private void Tell(JsonObject value) => _progress.Notify("$/progress", new JsonObject { ["token"] = _token!.DeepClone(), ["value"] = value });
    }

    private Action<string, JsonNode?> Notify => notify;

    private Asked Asked => asked;

    private bool CanCreate => capabilities.At("window", "workDoneProgress").IsTrue();
}
