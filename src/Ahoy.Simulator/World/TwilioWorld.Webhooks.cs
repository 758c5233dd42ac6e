using Ahoy.Model.Signatures;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.World;

/// <summary>Requests to webhooks: signed here, sent outside of the turn.</summary>
internal sealed partial class TwilioWorld
{
    /// <summary>How many redirects of HTTP are followed.</summary>
    public const int MaximumHttpRedirects = 10;

    private readonly IWebhookSender _sender;
    private readonly Queue<Outgoing> _outbox = new();
    private readonly Dictionary<Activity, int> _inFlight = [];
    private readonly Activity _nobody = new(new TurnQueue());
    private int _generation;

    /// <summary>Requests a webhook, and follows what it redirects to. To be used in a turn.</summary>
    /// <param name="activity">What it belongs to.</param>
    /// <param name="method">GET or POST.</param>
    /// <param name="url">The URL.</param>
    /// <param name="parameters">What it is told.</param>
    /// <param name="jar">The conversation's cookies; null where it has none.</param>
    public async WorldTask<WebhookResponse> RequestAsync(
        Activity? activity, string method, string url, IReadOnlyList<KeyValuePair<string, string>> parameters, CookieJar? jar)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (!WebhookUrl.HasScheme(url))
            {
                return WebhookResponse.Failed(WebhookFailure.InvalidUrl);
            }

            var response = await SendOnceAsync(activity, method, url, parameters, jar);
            if (response.Failure != WebhookFailure.None || response.Status is not (301 or 302 or 303 or 307 or 308))
            {
                return response;
            }

            if (response.Header("Location") is not { Length: > 0 } location || WebhookUrl.Resolve(url, location) is not { } target)
            {
                return WebhookResponse.Failed(WebhookFailure.InvalidRedirect);
            }

            if (redirects == MaximumHttpRedirects)
            {
                return WebhookResponse.Failed(WebhookFailure.TooManyRedirects);
            }

            url = target;
            if (response.Status is not (307 or 308))
            {
                (method, parameters) = ("GET", []);
            }
        }
    }

    /// <summary>
    /// What a request to the API belongs to: what the host says; else the one message or call that has a webhook on its way; of several, none.
    /// </summary>
    public Activity? ActivityOf(object? cause)
    {
        if (cause is Activity activity)
        {
            return activity;
        }

        Activity? only = null;
        foreach (var each in _inFlight.Keys)
        {
            if (each != _nobody)
            {
                if (only is not null)
                {
                    return null;
                }

                only = each;
            }
        }

        return only;
    }

    /// <summary>
    /// Counts something that somebody outside does for a message or call, other than to answer a webhook, so that neither looks as if it rested. To be used in a turn.
    /// </summary>
    /// <param name="activity">What it belongs to.</param>
    /// <param name="longest">How long it may take, by the time outside: after that nobody waits for it.</param>
    /// <returns>What ends it, to be called in a turn; a second call does nothing.</returns>
    public Action ExpectFromOutside(Activity? activity, TimeSpan longest)
    {
        var (who, generation, isOver) = (activity ?? _nobody, _generation, false);
        ITimer? timer = null;
        activity?.AddWebhook();
        Count(who);

        void End()
        {
            if (isOver || generation != _generation)
            {
                return;
            }

            isOver = true;
            timer?.Dispose();
            Uncount(who);
            activity?.RemoveWebhook();
        }

        timer = Options.Time.CreateTimer(_ => InTurn(End), null, longest, Timeout.InfiniteTimeSpan);
        return End;
    }

    private void Count(Activity who) => _inFlight[who] = _inFlight.GetValueOrDefault(who) + 1;

    private void Uncount(Activity who)
    {
        if (--_inFlight[who] == 0)
        {
            _inFlight.Remove(who);
        }
    }

    private static string? TraceOf(Activity? activity) => activity is { Trace: var trace } && trace != default
        ? $"00-{trace.TraceId}-{trace.SpanId}-{(trace.TraceFlags.HasFlag(System.Diagnostics.ActivityTraceFlags.Recorded) ? "01" : "00")}"
        : null;

    private async WorldTask<WebhookResponse> SendOnceAsync(
        Activity? activity, string method, string url, IReadOnlyList<KeyValuePair<string, string>> parameters, CookieJar? jar)
    {
        var isGet = string.Equals(method, "GET", StringComparison.OrdinalIgnoreCase);
        var target = isGet ? WebhookUrl.WithQuery(url, parameters) : WebhookUrl.WithoutFragment(url);
        var form = isGet ? [] : parameters;
        var headers = new List<KeyValuePair<string, string>>(4)
        {
            new(RequestSignature.HeaderName, RequestSignature.Compute(Account.AuthToken, target, form)),
            new("I-Twilio-Idempotency-Token", Guid.NewGuid().ToString("D")),
            new("User-Agent", "TwilioProxy/1.1"),
        };
        if (jar?.Header(target, Now) is { } cookies)
        {
            headers.Add(new("Cookie", cookies));
        }

        var request = new WebhookRequest { Method = isGet ? "GET" : "POST", Url = target, Form = form, Headers = headers, Cause = activity, Trace = TraceOf(activity) };
        var outgoing = new Outgoing(request, NewWait<WebhookResponse>(activity), activity ?? _nobody, _generation);
        activity?.AddWebhook();
        Count(outgoing.Activity);
        _outbox.Enqueue(outgoing);

        var response = await outgoing.Wait;
        jar?.Store(response, target, Now);
        return response;
    }

    /// <summary>Sends what the turn left to send. One that answers at once is gone on with here, in a loop, so that the stack doesn't grow.</summary>
    private void Flush()
    {
        while (!_gate.IsHeldByCurrentThread)
        {
            Outgoing? outgoing;
            lock (_gate)
            {
                if (!_outbox.TryDequeue(out outgoing))
                {
                    return;
                }
            }

            ValueTask<WebhookResponse> answer;
            try
            {
                answer = _sender.SendAsync(outgoing.Request, _stopped.Token);
            }
#pragma warning disable CA1031 // A sender that throws must not leave a call waiting for ever.
            catch (Exception)
#pragma warning restore CA1031
            {
                answer = new(WebhookResponse.Failed(WebhookFailure.ConnectionLost));
            }

            if (answer.IsCompletedSuccessfully)
            {
                Take(outgoing, answer.Result);
            }
            else
            {
                _ = FinishAsync(outgoing, answer);
            }
        }
    }

    private async Task FinishAsync(Outgoing outgoing, ValueTask<WebhookResponse> answer)
    {
        WebhookResponse response;
        try
        {
            response = await answer.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            response = WebhookResponse.Failed(WebhookFailure.TimedOut);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception)
#pragma warning restore CA1031
        {
            response = WebhookResponse.Failed(WebhookFailure.ConnectionLost);
        }

        Take(outgoing, response);
        Flush();
    }

    private void Take(Outgoing outgoing, WebhookResponse response)
    {
        lock (_gate)
        {
            // What was asked before a reset concerns nobody any more.
            if (outgoing.Generation != _generation)
            {
                return;
            }

            Do(() =>
            {
                Uncount(outgoing.Activity);

                // First what goes on, then what has ended: an activity must not look as if it rested between the two.
                outgoing.Wait.Complete(response);
                if (outgoing.Activity != _nobody)
                {
                    outgoing.Activity.RemoveWebhook();
                }

                return 0;
            });
        }
    }

    private sealed record Outgoing(WebhookRequest Request, Wait<WebhookResponse> Wait, Activity Activity, int Generation);
}
