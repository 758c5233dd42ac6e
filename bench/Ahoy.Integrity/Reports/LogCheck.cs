using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Reports;

/// <summary>Looks at a host's log: the lines of each invocation must come whole, once, in their order, and under one request; and each request has its line.</summary>
internal sealed class LogCheck
{
    private const int Kept = 10;
    private const string Dropped = " log lines were dropped,";
    private static readonly string[] s_levels = ["info", "warn", "error"];

    private readonly ConcurrentDictionary<int, Invocation> _invocations = new();
    private readonly ConcurrentDictionary<int, (int Status, int Lines, int LinesAfter, bool IsVictim)> _answered = new();
    private readonly List<string> _problems = [];
    private readonly List<string> _gaps = [];
    private int _missing;
    private volatile int _dropped;
    private long _lines;
    private int _wrong;

    /// <summary>How many lines of Functions came.</summary>
    public long Lines => Interlocked.Read(ref _lines);

    /// <summary>How many lines the host says to have dropped, because its output was read too slowly.</summary>
    public int DroppedLines => _dropped;

    /// <summary>A request was answered.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="status">The status of its answer.</param>
    /// <param name="lines">How many lines its invocation wrote.</param>
    /// <param name="linesAfter">How many more it may have written after its callback, which may be lost.</param>
    /// <param name="isVictim">Whether its worker was killed, so that some of its last lines may be missing.</param>
    public void OnAnswered(int id, int status, int lines, int linesAfter, bool isVictim) => _answered[id] = (status, lines, linesAfter, isVictim);

    /// <summary>Takes a line of the host's output. Lines come one after the other.</summary>
    public void OnLine(byte[] line)
    {
        var text = line.AsSpan();
        if (text.Length == 0 || text[0] != '{')
        {
            OnPlainLine(Encoding.UTF8.GetString(line));
            return;
        }

        try
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            if (root.GetProperty("event").ValueEquals("request"))
            {
                OnRequest(root);
            }
            else
            {
                OnOutput(root);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Fail($"a line is none: {Encoding.UTF8.GetString(line[..Math.Min(200, line.Length)])}");
        }
    }

    /// <summary>What is wrong with the log, once it is complete.</summary>
    public (int Wrong, IReadOnlyList<string> Problems) Finish()
    {
        foreach (var (id, (status, lines, linesAfter, isVictim)) in _answered)
        {
            var invocation = Get(id);
            if (invocation.Next < lines && !isVictim)
            {
                Miss(lines - invocation.Next, $"request {id}: {invocation.Next} of its {lines} lines came");
            }
            else if (invocation.Next > lines + linesAfter)
            {
                Fail($"request {id}: {invocation.Next} lines came, and it wrote {lines + linesAfter}");
            }

            if (invocation.Status is not { } logged)
            {
                Miss(1, $"request {id}: there is no line for it");
            }
            else if (logged != status)
            {
                Fail($"request {id}: it was answered with {status}, and logged with {logged}");
            }
        }

        if (_missing > _dropped)
        {
            _wrong += _gaps.Count;
            _gaps.ForEach(Remember);
        }

        return (_wrong, _problems);
    }

    private void OnRequest(JsonElement entry)
    {
        var target = entry.GetProperty("target").GetString()!;
        const string Start = "?id=";
        var start = target.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = target.IndexOf('&', StringComparison.Ordinal);
        if (end < start || !int.TryParse(target.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        var invocation = Get(id);
        if (invocation.Status is not null)
        {
            Fail($"request {id}: it is logged twice");
        }

        invocation.Status = entry.GetProperty("status").GetInt32();
        invocation.CheckRequest(this, id, entry.GetProperty("request").GetString());
    }

    private void OnOutput(JsonElement entry)
    {
        var message = entry.GetProperty("message").GetString()!;
        if (!TryReadNumbers(message, out var id, out var n))
        {
            OnHostLine(entry, message);
            return;
        }

        _lines++;
        var invocation = Get(id);
        if (n < invocation.Next)
        {
            Fail($"request {id}: line {n} comes after line {invocation.Next - 1}");
            return;
        }

        if (n > invocation.Next)
        {
            Miss(n - invocation.Next, $"request {id}: line {n} comes where line {invocation.Next} should");
        }

        invocation.Next = n + 1;
        var expected = SharedContent.Line(id, n);
        if (message != expected)
        {
            var at = message.AsSpan().CommonPrefixLength(expected);
            Fail($"request {id}: line {n} differs from character {at} on: {Printable(expected, at)} expected, {Printable(message, at)} got");
        }
        else if (entry.GetProperty("level").GetString() != s_levels[n % 3])
        {
            Fail($"request {id}: line {n} has the level {entry.GetProperty("level")}");
        }

        invocation.CheckRequest(this, id, entry.GetProperty("request").GetString());
    }

    private static bool TryReadNumbers(string message, out int id, out int n)
    {
        n = 0;
        var first = message.IndexOf(' ', StringComparison.Ordinal);
        var second = first < 0 ? -1 : message.IndexOf(' ', first + 1);
        return int.TryParse(message.AsSpan(0, Math.Max(0, first)), NumberStyles.None, CultureInfo.InvariantCulture, out id)
            && int.TryParse(message.AsSpan(first + 1, Math.Max(0, second - first - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out n);
    }

    private static string Printable(string text, int at)
    {
        var piece = text[at..Math.Min(text.Length, at + 40)];
        return $"'{string.Concat(piece.Select(c => c is >= ' ' and < '\x7f' ? c.ToString() : $"\\u{(int)c:x4}"))}'";
    }

    // What the host says itself: answers with its reasons are judged where they arrive.
    private void OnHostLine(JsonElement entry, string message)
    {
        if (message.StartsWith("The host failed", StringComparison.Ordinal) || message.StartsWith("The project changed to what", StringComparison.Ordinal))
        {
            Fail($"the log says at {entry.GetProperty("time")}: {message}");
        }
    }

    private void OnPlainLine(string line)
    {
        var at = line.IndexOf(Dropped, StringComparison.Ordinal);
        if (at < 0)
        {
            Fail($"a line is none: '{line}'");
            return;
        }

        _dropped += int.Parse(line.AsSpan(line.LastIndexOf(' ', at - 1) + 1, at - line.LastIndexOf(' ', at - 1) - 1), CultureInfo.InvariantCulture);
    }

    private Invocation Get(int id) => _invocations.GetOrAdd(id, static _ => new Invocation());

    private void Fail(string problem)
    {
        _wrong++;
        Remember(problem);
    }

    // Lines that did not come; those that the host says to have dropped are none of it.
    private void Miss(int lines, string problem)
    {
        _missing += lines;
        _gaps.Add(problem);
    }

    private void Remember(string problem)
    {
        if (_problems.Count < Kept)
        {
            _problems.Add(problem);
        }
    }

    private sealed class Invocation
    {
        private string? _request;

        public int Next { get; set; }

        public int? Status { get; set; }

        public void CheckRequest(LogCheck check, int id, string? request)
        {
            _request ??= request;
            if (_request != request)
            {
                check.Fail($"request {id}: its lines stand under {_request} and {request}");
            }
        }
    }
}
