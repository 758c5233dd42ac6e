namespace Ahoy.Host.Tests.ControlPlane.TwilioLibrary;

/// <summary>
/// Sends to the control plane under test what is meant for Twilio's Serverless API. What it has given as the URL of a page goes there by itself;
/// everything else is refused.
/// </summary>
internal sealed class RedirectingHandler(Uri target) : DelegatingHandler(new SocketsHttpHandler())
{
    private const string Serverless = "serverless.twilio.com";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        if (asked is { Host: Serverless, Scheme: "https" })
        {
            request.RequestUri = new Uri(target, asked.PathAndQuery);
        }
        else if (asked.Authority != target.Authority)
        {
            throw new InvalidOperationException($"The library asks {asked}.");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
