using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Ahoy.Integrity.Answers;
using Ahoy.Integrity.Hosts;
using Ahoy.Integrity.Http;
using Ahoy.Integrity.Reports;
using Ahoy.Integrity.Requests;

namespace Ahoy.Integrity;

/// <summary>One of the clients that ask at once: opens connections, sends requests one by one or many at once, and judges each answer.</summary>
internal sealed class Client
{
    // What a request gets whose worker was killed by SIGKILL, and nothing else.
    private const string Victim = "The Function's process ended with code 137 before it answered.";

    // The first half of the SHA-256 of nothing.
    private const string EmptyTag = "\"e3b0c44298fc1c149afbf4c8996fb924\"";

    private static readonly TimeSpan s_longestAnswer = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly IServiceUnderTest _service;
    private readonly Tally _tally;
    private readonly KillRecord _kills;
    private readonly WorkerKiller _killer;
    private readonly Random _random;
    private readonly RequestMix _mix;
    private readonly Func<bool> _takesHang;

    public Client(string name, int seed, IServiceUnderTest service, Tally tally, KillRecord kills, WorkerKiller killer, Func<int> nextId, Func<bool> takesHang)
    {
        _name = $"{service.Name}, client {name}";
        _service = service;
        _tally = tally;
        _kills = kills;
        _killer = killer;
        _random = new Random(seed);
        _mix = new RequestMix(_random, service.HostHeader, nextId);
        _takesHang = takesHang;
    }

    /// <summary>Asks until it is cancelled, and then waits for the last answers.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var pace = new ClientPace(new Random(_random.Next()), readsSlowly: _random.Next(5) == 0, writesSlowly: _random.Next(8) == 0);
            using var timeout = new CancellationTokenSource(s_longestAnswer);
            try
            {
                using var connection = await HttpConnection.OpenAsync(_service.Host.Port, pace, new Random(_random.Next()), timeout.Token).ConfigureAwait(false);
                for (var groups = _random.Next(1, 30); groups > 0 && !stop.IsCancellationRequested; groups--)
                {
                    timeout.CancelAfter(s_longestAnswer);
                    if (!await AskAsync(connection, isLast: groups == 1, timeout.Token).ConfigureAwait(false))
                    {
                        break;
                    }
                }
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                _tally.Fail(_name, $"no connection: {e.Message}");
                return;
            }
        }
    }

    // Sends a request, or some at once, and reads the answers. False where the connection is over.
    private async Task<bool> AskAsync(HttpConnection connection, bool isLast, CancellationToken cancellation)
    {
        if (_takesHang())
        {
            return await ExchangeAsync(connection, [_mix.Next(hangs: true, closes: false)], cancellation).ConfigureAwait(false);
        }

        var count = _random.Next(6) == 0 ? _random.Next(2, 9) : 1;
        var closes = isLast && _random.Next(2) == 0;
        var exchanges = Enumerable.Range(1, count).Select(i => _mix.Next(hangs: false, closes: closes && i == count)).ToList();
        return isLast && !closes && _random.Next(4) == 0
            ? await LeaveAsync(connection, exchanges[0], cancellation).ConfigureAwait(false)
            : await ExchangeAsync(connection, exchanges, cancellation).ConfigureAwait(false);
    }

    private async Task<bool> ExchangeAsync(HttpConnection connection, List<Exchange> exchanges, CancellationToken cancellation)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sentAt = Stopwatch.GetTimestamp();
        var oldest = _service.Versions.Oldest;
        var sending = SendAsync(connection, exchanges, broken.Token);
        foreach (var exchange in exchanges)
        {
            string? problem;
            try
            {
                var answer = await connection.ReadAsync(exchange.Expected, cancellation).ConfigureAwait(false);
                problem = Judge(exchange, answer, oldest, sentAt);
            }
            catch (Exception e) when (e is BrokenAnswerException or SocketException or OperationCanceledException)
            {
                problem = e is OperationCanceledException ? "no answer within a minute" : e.Message;
            }

            if (problem is not null)
            {
                Fail(exchange, problem);
                await broken.CancelAsync().ConfigureAwait(false);
                await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return false;
            }

            // The one after this can have begun now at the earliest.
            sentAt = Math.Max(sentAt, Stopwatch.GetTimestamp());
        }

        var last = exchanges[^1];
        try
        {
            await sending.ConfigureAwait(false);
            if (last.Closes)
            {
                await connection.ReadEndAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is BrokenAnswerException or SocketException or OperationCanceledException)
        {
            Fail(last, $"after its answer: {e.Message}");
            return false;
        }

        return !last.Closes;
    }

    private static async Task SendAsync(HttpConnection connection, List<Exchange> exchanges, CancellationToken cancellation)
    {
        foreach (var exchange in exchanges)
        {
            await connection.SendAsync(exchange, cancellation).ConfigureAwait(false);
        }
    }

    // A client that goes away, while it sends or once the answer begins.
    private async Task<bool> LeaveAsync(HttpConnection connection, Exchange exchange, CancellationToken cancellation)
    {
        try
        {
            if (_random.Next(2) == 0)
            {
                await connection.SendPartAsync(exchange, cancellation).ConfigureAwait(false);
            }
            else
            {
                await connection.SendAsync(exchange, cancellation).ConfigureAwait(false);
                await connection.WaitForAnswerAsync(cancellation).ConfigureAwait(false);
            }

            _tally.AddLeft();
        }
        catch (Exception e) when (e is BrokenAnswerException or SocketException or OperationCanceledException)
        {
            Fail(exchange, e.Message);
        }

        return false;
    }

    private string? Judge(Exchange exchange, Answer answer, int oldest, long sentAt)
    {
        if (exchange.RunsInWorker && FunctionExpectation.WorkerOf(answer) is { } worker)
        {
            _killer.Saw(worker);
        }

        if (exchange.RunsInWorker && answer.Status == 500 && answer.Body.Span.SequenceEqual(Encoding.UTF8.GetBytes(Victim)))
        {
            // Whether a worker was killed that can have run it is found out in the end.
            _kills.AddVictim(exchange.Id, sentAt, Describe(exchange));
            _service.Log.OnAnswered(exchange.Id, answer.Status, exchange.Lines, exchange.LinesAfter, isVictim: true);
            return FunctionRequest.Refusal(500, Victim, exchange.Closes).Judge(answer, 0, 0);
        }

        if (exchange.Expected.Judge(answer, oldest, _service.Versions.Newest) is { } problem)
        {
            if (!IsOfEmptyFile(answer) || !_service.Versions.CouldSeeEmptyFile(sentAt))
            {
                return problem;
            }

            _tally.AddUnjudged();
            return null;
        }

        if (exchange.RunsInWorker)
        {
            _service.Log.OnAnswered(exchange.Id, answer.Status, exchange.Lines, exchange.LinesAfter, isVictim: false);
        }

        if (exchange.IsRefusal)
        {
            _tally.AddRefused();
        }
        else
        {
            _tally.AddRight();
        }

        return null;
    }

    private static bool IsOfEmptyFile(Answer answer) =>
        answer.Header("ETag") == EmptyTag || (answer.Status == 500 && answer.Body.Span.IndexOf("exports no handler"u8) >= 0);

    private void Fail(Exchange exchange, string problem) => _tally.Fail(Describe(exchange), problem);

    private string Describe(Exchange exchange)
    {
        var head = Encoding.Latin1.GetString(exchange.Head);
        var line = head[..head.IndexOf('\r', StringComparison.Ordinal)];
        return $"{_name}, request {exchange.Id} with {exchange.Head.Length} + {exchange.Body.Length} bytes, {(line.Length > 150 ? line[..150] + "…" : line)}";
    }
}
