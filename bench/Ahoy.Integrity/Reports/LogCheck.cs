using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ahoy.Integrity.Content;

namespace Ahoy.Integrity.Reports;

/// <summary>Looks at a host's log: the lines of each invocation must come whole, once, in their order, and under one request; and each request has its line.</summary>
/// <param name="onReloaded">Called when the host says that it serves other code.</param>
internal sealed class LogCheck(Action onReloaded)
{
    private const string Reloaded = "The project's code changed";
    private const string Dropped = " log lines were dropped,";
    private static readonly string[] s_levels = ["info", "warn", "error"];

    private readonly ConcurrentDictionary<int, Invocation> _invocations = new();
    private readonly ConcurrentDictionary<int, (int Status, int Lines, bool IsVictim)> _answered = new();
    private readonly List<string> _problems = [];
    private int _dropped;
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
    /// <param name="isVictim">Whether its worker was killed, so that some of its last lines may be missing.</param>
    public void OnAnswered(int id, int status, int lines, bool isVictim) => _answered[id] = (status, lines, isVictim);

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
        var missing = 0;
        foreach (var (id, (status, lines, isVictim)) in _answered)
        {
            var invocation = _invocations.GetValueOrDefault(id);
            var came = invocation?.Next ?? 0;
            if (came < lines && !isVictim)
            {
                missing += lines - came;
                Remember(_dropped > 0 ? null : $"request {id}: {came} of its {lines} lines came");
            }

            if (invocation?.Status != status)
            {
                missing++;
                Remember(_dropped > 0 && invocation?.Status is null ? null : $"request {id}: it was answered with {status}, and logged with {invocation?.Status?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");
            }
        }

        if (missing > _dropped)
        {
            _wrong += missing - _dropped;
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
        if (message.StartsWith(Reloaded, StringComparison.Ordinal))
        {
            onReloaded();
            return;
        }

        var space = message.IndexOf(' ', StringComparison.Ordinal);
        if (!int.TryParse(message.AsSpan(0, Math.Max(0, space)), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            OnHostLine(entry, message);
            return;
        }

        _lines++;
        var invocation = Get(id);
        var n = invocation.Next++;
        var expected = SharedContent.Line(id, n);
        if (message != expected && !(_dropped > 0 && message == SharedContent.Line(id, ++n) && (invocation.Next = n + 1) > 0))
        {
            var at = message.AsSpan().CommonPrefixLength(expected);
            Fail($"request {id}: line {n} differs from character {at} on: '{expected}' expected, '{message}' got");
        }
        else if (entry.GetProperty("level").GetString() != s_levels[n % 3])
        {
            Fail($"request {id}: line {n} has the level {entry.GetProperty("level")}");
        }

        invocation.CheckRequest(this, id, entry.GetProperty("request").GetString());
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

    private void Remember(string? problem)
    {
        if (problem is not null && _problems.Count < 10)
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
