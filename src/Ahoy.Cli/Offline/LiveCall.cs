using System.Text.Json;
using System.Threading.Channels;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Offline;

/// <summary>
/// A call with somebody at the terminal. What happens (an event of the host's, an answer, a key) is put into a channel and done one after the other, so that
/// nothing here is touched by two threads.
/// </summary>
internal sealed partial class LiveCall
{
    private const string UsualFrom = "+15551230001";

    private readonly Channel<Action> _happenings = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HashSet<long> _errors = [];
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);
    private readonly OfflineClient _client;
    private readonly ICallScreen _screen;
    private readonly CallRequest _request;
    private HashSet<string> _earlier = [];
    private string? _sid;
    private long _begin;
    private CallState? _last;
    private int _shown;
    private bool _failed;
    private bool _isOver;

    private bool HasEnded => _last?.IsOver == true;

    /// <param name="client">The offline Twilio.</param>
    /// <param name="screen">Where the call is shown.</param>
    /// <param name="request">Who calls whom.</param>
    public LiveCall(OfflineClient client, ICallScreen screen, CallRequest request) => (_client, _screen, _request) = (client, screen, request);

    /// <summary>Makes the call, and ends with it.</summary>
    /// <param name="hangUp">Hangs up.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken hangUp)
    {
        using var listening = new CancellationTokenSource();
        try
        {
            _earlier = [.. (await _client.CallsAsync(hangUp).ConfigureAwait(false)).Select(c => c.Sid)];
            _begin = await _client.LastSequenceAsync(hangUp).ConfigureAwait(false);
            var events = await _client.ListenAsync(_begin, listening.Token).ConfigureAwait(false);
            _ = ListenAsync(events, listening.Token);
            Send(() => _client.CallAsync(_request, listening.Token));
            await using var registration = hangUp.Register(() => Post(HangUp));
            await foreach (var happening in _happenings.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                happening();
                if (_isOver)
                {
                    break;
                }
            }
        }
        finally
        {
            await listening.CancelAsync().ConfigureAwait(false);
        }

        _screen.ShowTyping("");
        if (_failed)
        {
            // What a Function wrote may come after the call has ended of it.
            Array.ForEach(await _client.LogsAsync(_begin, CancellationToken.None).ConfigureAwait(false), OnLog);
        }

        _screen.Show(new CallLine(CallLineKind.Note, _last is null or { Status: "completed" } ? "(the call is over)" : $"(the call is over: {_last.Status})"));
        return _failed ? ExitCode.Failed : ExitCode.Success;
    }

    private void Post(Action happening) => _happenings.Writer.TryWrite(happening);

    // Sends something to the call, and goes on when the call rests after it.
    private void Send(Func<Task<CallState>> request)
    {
        _unanswered++;
        var sid = _sid;
        _ = AnswerAsync();

        async Task AnswerAsync()
        {
            try
            {
                var call = await request().ConfigureAwait(false);
                Post(() => OnAnswer(call));
            }
            catch (UserErrorException e)
            {
                var isGone = sid is not null && await IsGoneAsync(sid).ConfigureAwait(false);
                Post(() => OnRefused(e, isGone));
            }
            catch (OperationCanceledException)
            {
                // The call is over.
            }
        }
    }

    // After a reset the host knows nothing of the call.
    private async Task<bool> IsGoneAsync(string sid)
    {
        try
        {
            return !(await _client.CallsAsync(CancellationToken.None).ConfigureAwait(false)).Any(c => c.Sid == sid);
        }
        catch (UserErrorException)
        {
            // The host has stopped, which the end of the events tells.
            return false;
        }
    }

    private async Task ListenAsync(IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<string>> events, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in events.ConfigureAwait(false))
            {
                switch (item.EventType)
                {
                    case "calls" when JsonSerializer.Deserialize(item.Data, OfflineJson.Default.CallState) is { } call:
                        Post(() => OnCall(call));
                        break;
                    case "alerts" when JsonSerializer.Deserialize(item.Data, OfflineJson.Default.AlertItem) is { } alert:
                        Post(() => OnAlert(alert));
                        break;
                    case "logs" when JsonSerializer.Deserialize(item.Data, OfflineJson.Default.LogItem) is { } line:
                        Post(() => OnLog(line));
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // The end of the events is told below.
        }

        if (!cancellation.IsCancellationRequested)
        {
            _happenings.Writer.TryComplete(new UserErrorException("The host has stopped, and the call with it.", OfflineClient.NothingAnswers));
        }
    }

    private void OnAnswer(CallState call)
    {
        _unanswered--;
        Know(call);
        Show(call);
        (_listens, _isAtRest) = (call.WaitsFor ?? _listens, _unanswered == 0);
        SendKeys();
        GoOn();
    }

    private void Know(CallState call)
    {
        if (_sid is null)
        {
            _sid = call.Sid;
            if (_hangsUp)
            {
                HangUp();
            }
        }
    }

    private void OnRefused(UserErrorException error, bool isGone)
    {
        _unanswered--;
        if (_sid is null)
        {
            _happenings.Writer.TryComplete(error);
            return;
        }

        // What comes too late for a call is no news: its end is on the way.
        if (HasEnded)
        {
            return;
        }

        if (isGone)
        {
            _screen.Show(new CallLine(CallLineKind.Problem, "The call is gone: the offline Twilio was reset."));
            (_last, _isOver) = (null, true);
            return;
        }

        _screen.Show(new CallLine(CallLineKind.Problem, error.Message));
        _isOver = _hangsUp;
        _pressed = _heard;
        _isAtRest = _unanswered == 0;
        GoOn();
    }

    private void OnCall(CallState call)
    {
        if (_sid is null && call.Direction == "inbound" && !_earlier.Contains(call.Sid) && SameNumber(call.From, _request.From ?? UsualFrom))
        {
            Know(call);
        }

        if (call.Sid == _sid)
        {
            Show(call);

            // The event, and not an answer that may overtake it, ends the call: alerts and other calls come before it.
            _isOver |= call.IsOver;
            SendKeys();
        }
        else if (_sid is not null && call.ParentCallSid == _sid && _others.GetValueOrDefault(call.Sid) != call.Status)
        {
            _others[call.Sid] = call.Status;
            if (Progress(call) is { } text)
            {
                _screen.Show(new CallLine(CallLineKind.Note, $"({call.To} {text})"));
            }
        }
    }

    private void OnAlert(AlertItem alert)
    {
        if (alert.Sid is { } sid && (sid == _sid || _others.ContainsKey(sid)))
        {
            _failed |= alert.IsFailure;
            _screen.Show(new CallLine(CallLineKind.Problem, FailureReport.Describe(alert)));
        }
    }

    private void OnLog(LogItem line)
    {
        if (FailureReport.IsError(line) && _errors.Add(line.Sequence))
        {
            _screen.Show(new CallLine(CallLineKind.Problem, "  " + FailureReport.Describe(line)));
        }
    }

    private void Show(CallState call)
    {
        // Answers and events may overtake each other; a transcript only grows.
        if (call.Transcript.Count < _shown || HasEnded)
        {
            return;
        }

        _last = call;
        for (; _shown < call.Transcript.Count; _shown++)
        {
            var step = call.Transcript[_shown];
            Note(step);

            // An alert is shown by its own event, which knows the Function.
            if (step.Alert is null && CallLine.Of(step) is { } line)
            {
                _screen.Show(line);
            }
        }
    }

    private static string? Progress(CallState call) => call.Status switch
    {
        "ringing" => "rings",
        "in-progress" => "answers",
        "busy" => "is busy",
        "no-answer" => "does not answer",
        "failed" => "can't be called",
        "completed" => "is gone",
        _ => null,
    };

    private static bool SameNumber(string? one, string other) => Bare(one ?? "") == Bare(other);

    private static string Bare(string number) => string.Concat(number.Where(char.IsAsciiLetterOrDigit));
}
