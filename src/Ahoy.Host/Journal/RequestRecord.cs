using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Microsoft.Extensions.Primitives;

namespace Ahoy.Host.Journal;

/// <summary>A request that was answered, as it is kept: a copy that nobody else changes. Nothing in it is masked yet.</summary>
internal sealed record RequestRecord
{
    /// <summary>Its place among all requests.</summary>
    public required long Sequence { get; init; }

    /// <summary>Names it, in log lines too.</summary>
    public required RequestSid Sid { get; init; }

    /// <summary>What it was for.</summary>
    public required ServedEnvironment Served { get; init; }

    /// <summary>The path of the Function or Asset that it led to; null where there is none.</summary>
    public required string? Path { get; init; }

    /// <summary>Whether that is a Function.</summary>
    public required bool IsFunction { get; init; }

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The verb.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query, as sent.</summary>
    public required string Target { get; init; }

    /// <summary>Who sent it, where that is this process: <c>twilio</c> or <c>page</c>.</summary>
    public required string? Sender { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>From the end of the request's headers to the answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The code of the platform's error dictionary, or 0.</summary>
    public required int ErrorCode { get; init; }

    /// <summary>The headers that were sent.</summary>
    public required IReadOnlyList<KeyValuePair<string, StringValues>> RequestHeaders { get; init; }

    /// <summary>The headers of the answer.</summary>
    public required IReadOnlyList<KeyValuePair<string, StringValues>> ResponseHeaders { get; init; }

    /// <summary>The body that was sent; null where it is not kept.</summary>
    public required byte[]? RequestBody { get; init; }

    /// <summary>The body of the answer; null where it is not kept.</summary>
    public required byte[]? ResponseBody { get; init; }

    /// <summary>How long the bodies are, whether they are kept or not.</summary>
    public required long RequestSize { get; init; }

    /// <inheritdoc cref="RequestSize"/>
    public required long ResponseSize { get; init; }

    /// <summary>A header that was sent, or an empty text.</summary>
    public string Header(string name) =>
        RequestHeaders.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value.ToString();
}
