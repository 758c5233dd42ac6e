namespace Ahoy.Simulator.Webhooks;

/// <summary>Takes the simulator's requests to where they go: the gateway for the Service's own URLs, HTTP for others.</summary>
internal interface IWebhookSender
{
    /// <summary>Sends a request. It doesn't throw: what goes wrong is a <see cref="WebhookResponse.Failure"/>.</summary>
    ValueTask<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken);
}
