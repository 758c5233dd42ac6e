using System.Globalization;

namespace Ahoy.Deploy.Http;

/// <summary>How often and how long a request is tried again that the platform refused for the moment.</summary>
public sealed record RetryOptions
{
    /// <summary>How often a request to the Serverless API is tried again, as in the Serverless Toolkit.</summary>
    public const string LimitVariable = "TWILIO_SERVERLESS_API_RETRY_LIMIT";

    /// <summary>How often a request is tried again.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>No try begins later than this after the first one.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The same for a host on this machine that refuses connections and has not answered once: it is not running, unless it is just being
    /// started.
    /// </summary>
    public TimeSpan StartBudget { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long to wait for a host on this machine that has answered and is gone then: it has ended, unless somebody is just starting it
    /// again.
    /// </summary>
    public TimeSpan ReturnBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before the second try; it doubles with each further one, and varies at random.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest pause, where the platform asks for none.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one try of an ordinary request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try of an upload may take.</summary>
    public TimeSpan UploadTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The defaults, with the limit that the machine's environment asks for.</summary>
    public static RetryOptions FromEnvironment(Func<string, string?> variable) =>
        int.TryParse(variable(LimitVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? new RetryOptions { Limit = limit }
            : new RetryOptions();
}
