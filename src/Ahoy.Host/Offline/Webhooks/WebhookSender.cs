using System.Diagnostics;
using Ahoy.Host.Offline.Services;
using Ahoy.Simulator;
using Ahoy.Simulator.Faults;
using Ahoy.Simulator.Rest;
using Ahoy.Simulator.Webhooks;

namespace Ahoy.Host.Offline.Webhooks;

/// <summary>Takes the simulator's requests to where they go, if nothing is to fail: this host's own Services, or any other server.</summary>
internal sealed class WebhookSender : IWebhookSender, IDisposable
{
    private readonly IOfflineServices _services;
    private readonly HttpWebhooks _others;
    private readonly bool _isStrict;
    private readonly TimeProvider _time;
    private TwilioSimulator? _simulator;

    public WebhookSender(IOfflineServices services, GatewayWebhooks own, bool isStrict, TimeProvider time)
    {
        _services = services;
        Own = own;
        _others = new HttpWebhooks(time);
        _isStrict = isStrict;
        _time = time;
    }

    /// <summary>Takes requests to the gateway.</summary>
    public GatewayWebhooks Own { get; }

    /// <summary>Tells it whose requests it takes: what fails, and what is to be said.</summary>
    public void Connect(TwilioSimulator simulator) => _simulator = simulator;

    /// <inheritdoc/>
    public ValueTask<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return new(WebhookResponse.Failed(WebhookFailure.InvalidUrl));
        }

        return _simulator?.Faults.Take(url.IdnHost, request.Method, url.AbsolutePath) is { } fault
            ? FailAsync(fault, request, url, cancellationToken)
            : PassAsync(request, url, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _others.Dispose();

    private async ValueTask<WebhookResponse> FailAsync(Fault fault, WebhookRequest request, Uri url, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay < request.Timeout ? fault.Delay : request.Timeout, _time, cancellationToken).ConfigureAwait(false);
            if (fault.Delay >= request.Timeout)
            {
                return WebhookResponse.Failed(WebhookFailure.TimedOut);
            }
        }

        return fault.GoesOn ? await PassAsync(request, url, cancellationToken).ConfigureAwait(false)
            : fault.Drop ? WebhookResponse.Failed(WebhookFailure.ConnectionLost)
            : new WebhookResponse { Status = fault.Status!.Value, Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    private ValueTask<WebhookResponse> PassAsync(WebhookRequest request, Uri url, CancellationToken cancellationToken)
    {
        if (_services.Owns(url))
        {
            return Own.SendAsync(request, url, cancellationToken);
        }

        if (RestApi.IsFor(url.IdnHost, "/"))
        {
            // Twilio's own pages of TwiML: nothing is ever sent to Twilio.
            Say("warn", $"{request.Url} is a page of Twilio's that is not simulated: it was answered with 404.");
            return new(new WebhookResponse { Status = StatusCodes.Status404NotFound });
        }

        if (_isStrict && !url.IsLoopback)
        {
            Say("error", $"{request.Url} was not requested: this host was started with --offline=strict, which lets nothing leave this machine.");
            return new(WebhookResponse.Failed(WebhookFailure.UnknownHost));
        }

        return _others.SendAsync(request, url, cancellationToken);
    }

    private void Say(string level, string message) => _simulator?.World.InTurn(() => _simulator.World.Log(level, message));
}
