using System.Globalization;
using Ahoy.Simulator.Webhooks;

namespace Ahoy.Simulator.World;

/// <summary>The codes of what can be wrong with a webhook or its TwiML.</summary>
internal static class AlertCodes
{
    /// <summary>A URL that can't be requested.</summary>
    public const int InvalidUrl = 11100;

    /// <summary>A webhook that failed: a status that means no success.</summary>
    public const int RetrievalFailure = 11200;

    /// <summary>Redirects that don't end.</summary>
    public const int TooManyRedirects = 11215;

    /// <summary>A body that is too large.</summary>
    public const int BodyTooLarge = 11750;

    /// <summary>A body that is no TwiML.</summary>
    public const int ParseFailure = 12100;

    /// <summary>A verb or attribute that TwiML doesn't have, or not there.</summary>
    public const int SchemaWarning = 12200;

    /// <summary>A type of content that means nothing to a message or call.</summary>
    public const int InvalidContentType = 12300;

    /// <summary>The code of a response that is of no use.</summary>
    public static int Of(WebhookResponse response) => response.Failure switch
    {
        WebhookFailure.InvalidUrl => InvalidUrl,
        WebhookFailure.ConnectionRefused or WebhookFailure.ConnectionLost or WebhookFailure.TimedOut => 11205,
        WebhookFailure.Protocol => 11206,
        WebhookFailure.UnknownHost => 11210,
        WebhookFailure.TooManyRedirects => TooManyRedirects,
        WebhookFailure.InvalidRedirect => 11216,
        WebhookFailure.Tls => 11220,
        _ => RetrievalFailure,
    };

    /// <summary>What is wrong with a response, for people.</summary>
    public static string Describe(WebhookResponse response, string url) => response.Failure switch
    {
        WebhookFailure.None => string.Create(CultureInfo.InvariantCulture, $"HTTP retrieval failure: {url} answered {response.Status}."),
        WebhookFailure.ConnectionRefused => $"HTTP connection failure: nobody listens at {url}.",
        WebhookFailure.ConnectionLost => $"HTTP connection failure: {url} closed the connection before it had answered.",
        WebhookFailure.TimedOut => $"HTTP connection failure: {url} did not answer within 15 s.",
        WebhookFailure.UnknownHost => $"HTTP bad host name: no machine is known by the host of {url}.",
        WebhookFailure.Tls => $"SSL/TLS handshake error with {url}.",
        WebhookFailure.Protocol => $"HTTP protocol violation: what {url} answered is no HTTP.",
        WebhookFailure.TooManyRedirects => $"HTTP too many redirects: {url} redirects again and again.",
        WebhookFailure.InvalidRedirect => $"HTTP invalid redirect: {url} redirects without saying where to.",
        _ => $"Invalid URL format: {url} can't be requested.",
    };
}
