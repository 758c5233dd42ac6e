namespace Ahoy.Simulator.Webhooks;

/// <summary>What came of a request to a webhook.</summary>
internal sealed class WebhookResponse
{
    /// <summary>The status; 0 where there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The headers, a name as often as it came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body. A sender may stop reading after <see cref="MaximumBody"/> and one byte.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why there is no answer.</summary>
    public WebhookFailure Failure { get; init; }

    /// <summary>The size that a body of TwiML may have: 64 kB.</summary>
    public const int MaximumBody = 64 * 1024;

    /// <summary>Whether there is an answer with a status that means success.</summary>
    public bool IsSuccess => Failure == WebhookFailure.None && Status is >= 200 and < 300;

    /// <summary>The first value of a header.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A response without an answer.</summary>
    public static WebhookResponse Failed(WebhookFailure failure) => new() { Failure = failure };
}
