namespace Ahoy.Simulator.Webhooks;

/// <summary>Why a webhook gave no answer.</summary>
internal enum WebhookFailure
{
    /// <summary>It gave one.</summary>
    None,

    /// <summary>Nobody listens there.</summary>
    ConnectionRefused,

    /// <summary>The connection ended before the answer did.</summary>
    ConnectionLost,

    /// <summary>No answer in 15 s.</summary>
    TimedOut,

    /// <summary>No machine has this name.</summary>
    UnknownHost,

    /// <summary>TLS could not be agreed upon, or the certificate is not trusted.</summary>
    Tls,

    /// <summary>What came back is no HTTP.</summary>
    Protocol,

    /// <summary>The URL is none that can be requested.</summary>
    InvalidUrl,

    /// <summary>It goes on redirecting.</summary>
    TooManyRedirects,

    /// <summary>It redirects, but says nowhere to.</summary>
    InvalidRedirect,
}
