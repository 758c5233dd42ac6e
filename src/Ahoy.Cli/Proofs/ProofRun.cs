using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ahoy.Cli.Proofs;

/// <summary>A run of a Function: what it was given, who it asked, what came, and what was seen.</summary>
internal sealed record ProofRun
{
    /// <summary>The Function's path.</summary>
    public required string Path { get; init; }

    /// <summary>The parameters of the request.</summary>
    public IReadOnlyDictionary<string, JsonElement> Event { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The parameters that the Function asks for and the request doesn't have.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Headers that the request has.</summary>
    public IReadOnlyDictionary<string, JsonElement> Headers { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Cookies that the request has.</summary>
    public IReadOnlyDictionary<string, JsonElement> Cookies { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Variables that have another value than usual.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Variables that are not set.</summary>
    public IReadOnlyList<string> MissingVariables { get; init; } = [];

    /// <summary>What others answer that matters: names and values.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>How many entries a list has that others answer; null where that is not what matters.</summary>
    public int? Count { get; init; }

    /// <summary>When it was, where that matters.</summary>
    public string? At { get; init; }

    /// <summary>Who was asked, in order.</summary>
    public IReadOnlyList<ProofCall> Calls { get; init; } = [];

    /// <summary>What was seen.</summary>
    public required string Seen { get; init; }

    /// <summary>The kind of what was seen: <c>no-answer</c>, <c>second-answer</c>, <c>returned</c>, <c>failure-unanswered</c>, <c>failure-lost</c> or <c>cut-off</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the request is a POST with a form; else it is a GET without parameters.</summary>
    public string Method => Event.Count > 0 || Calls.Count > 0 ? "POST" : "GET";

    /// <summary>The path with its parameters, as an address has them.</summary>
    public string Target => Event.Count == 0
        ? Path
        : Path + "?" + string.Join('&', Event.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : pair.Value.GetRawText())}"));

    /// <summary>Reads what a process has said.</summary>
    public static ProofRun Read(JsonElement run, string path)
    {
        List<ProofCall> calls = [.. run.GetProperty("calls").EnumerateArray().Select(ProofCall.Read)];
        var seen = run.GetProperty("seen");
        return new ProofRun
        {
            Path = path,
            Event = Values(run.GetProperty("event")),
            Missing = Names(run.GetProperty("missing")),
            Headers = Values(run.GetProperty("headers")),
            Cookies = Values(run.GetProperty("cookies")),
            Variables = Values(run.GetProperty("variables")),
            MissingVariables = Names(run.GetProperty("missingVariables")),
            Fields = Values(run.GetProperty("fields")),
            Count = run.TryGetProperty("count", out var count) ? count.GetInt32() : null,
            At = run.TryGetProperty("at", out var at) ? at.GetString() : null,
            Calls = calls,
            Kind = seen.GetProperty("kind").GetString()!,
            Seen = Describe(seen, calls),
        };
    }

    /// <summary>The request, what it met, and what was seen, in one line.</summary>
    public override string ToString() => $"{DescribeRequest()}: {Seen}";

    /// <summary>The request and what it met.</summary>
    public string DescribeRequest()
    {
        List<string> parts = [];
        parts.AddRange(Headers.Select(header => $"the header {Told(header)}"));
        parts.AddRange(Cookies.Select(cookie => $"the cookie {Told(cookie)}"));
        parts.AddRange(Variables.Select(variable => $"the variable {Told(variable)}"));
        parts.AddRange(MissingVariables.Select(name => $"{name} not set"));
        parts.AddRange(At is null ? [] : [$"the time {At}"]);
        parts.AddRange(Calls.Where(call => call.Answer != ProofCall.Good).Select(call => call.ToString()));
        parts.AddRange(Fields.Select(field => $"{Told(field)} in the answer"));
        parts.AddRange(Count is { } count ? [string.Create(CultureInfo.InvariantCulture, $"{count} in the list")] : []);
        var with = Event.Count > 0 ? " with " + string.Join(", ", Event.Select(Told)) : Missing.Count > 0 ? $" with {string.Join(", ", Missing)} missing" : "";
        return $"{Method} {Path}{with}{(parts.Count == 0 ? "" : ", and " + string.Join(", ", parts))}";
    }

    private static string Told(KeyValuePair<string, JsonElement> pair)
    {
        var text = pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : pair.Value.GetRawText();
        return $"{pair.Key}={(text.Length is > 0 and <= 40 && !text.Contains(' ', StringComparison.Ordinal) ? text : '"' + JsonEncodedText.Encode(text.Length > 40 ? text[..39] + "…" : text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() + '"')}";
    }

    private static string Describe(JsonElement seen, List<ProofCall> calls)
    {
        string Of(string name) => seen.TryGetProperty(name, out var value) ? value.ToString() : "";
        return seen.GetProperty("kind").GetString() switch
        {
            "no-answer" => $"no answer within {Of("after")} s",
            "returned" => $"no answer within {Of("after")} s: what the handler returns reaches nobody",
            "second-answer" => $"the callback was used a second time, after {Of("after")} s: the client never sees that answer",
            "failure-unanswered" => $"{Of("error")} reaches nobody: the process ends, and the client gets a bare 500",
            "failure-lost" => $"after the callback {Of("error")} reached nobody",
            _ => Of("what") switch
            {
                "request" => $"{(int.TryParse(Of("call"), out var number) && number <= calls.Count ? calls[number - 1].Name : "a request")} was still open when the callback was used: it may never be made",
                "timer" => "a timer was still set when the callback was used: it may never fire",
                _ => "code still ran after the callback was used: it may never run",
            },
        };
    }

    private static Dictionary<string, JsonElement> Values(JsonElement values) =>
        values.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.Clone(), StringComparer.Ordinal);

    private static List<string> Names(JsonElement names) => [.. names.EnumerateArray().Select(name => name.GetString()!)];
}
