using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ahoy.Host.Tests.Offline.Examples;

/// <summary>What the examples of the documentation need, and what each does: <c>examples.json</c>.</summary>
/// <param name="Files">Files beside the examples: assets, private Functions, variables, numbers.</param>
/// <param name="Copies">Examples that others call by a name of their own.</param>
/// <param name="Examples">What is done with each example, in order.</param>
internal sealed record ExampleTable(
    IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Copies, IReadOnlyDictionary<string, IReadOnlyList<ExampleStep>> Examples)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Reads the table.</summary>
    public static ExampleTable Read() =>
        JsonSerializer.Deserialize<ExampleTable>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Offline", "Examples", "examples.json")), s_options)!;
}

/// <summary>One request, message or call, and what comes of it.</summary>
internal sealed record ExampleStep
{
    /// <summary>The query of a GET.</summary>
    public string? Get { get; init; }

    /// <summary>The body of a POST.</summary>
    public string? Post { get; init; }

    /// <summary>The headers of the request.</summary>
    public IReadOnlyDictionary<string, string> Send { get; init; } = new Dictionary<string, string>();

    /// <summary>The body of a message.</summary>
    public string? Text { get; init; }

    /// <summary>What is done in a call, one after the other: <c>hangup</c>, <c>recording:words</c>.</summary>
    public IReadOnlyList<string>? Call { get; init; }

    /// <summary>Who writes or calls.</summary>
    public string From { get; init; } = "+15551230001";

    /// <summary>The status of the response (a number; 200 where it is left out), or of the call (a text).</summary>
    public JsonElement? Status { get; init; }

    /// <summary>Why it fails: of a status from 500 on, and of nothing else.</summary>
    public string? Reason { get; init; }

    /// <summary>The whole body.</summary>
    public string? Body { get; init; }

    /// <summary>A pattern that the body matches.</summary>
    public string? Match { get; init; }

    /// <summary>What is in headers of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What is in lines that the Function logs.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>The bodies of the replies to a message.</summary>
    public IReadOnlyList<string> Replies { get; init; } = [];

    /// <summary>To whom they go, where that is not who wrote.</summary>
    public string? To { get; init; }

    /// <summary>What is in the call's transcript.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];
}
