using Ahoy.Simulator.TwiML;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator;

/// <summary>Messages from handsets.</summary>
internal sealed partial class TwilioSimulator
{
    /// <summary>A message from a handset: ends when the webhook, and what it started, have come to rest.</summary>
    /// <param name="from">Who writes; null: +15551230001.</param>
    /// <param name="to">A number of the account, or a Function's path.</param>
    /// <param name="body">What it says.</param>
    /// <param name="mediaUrls">Its files.</param>
    /// <param name="cancellationToken">Ends the wait; the message goes on.</param>
    /// <exception cref="InvalidRequestException">It can't be sent so.</exception>
    public async Task<InboundMessageResult> ReceiveMessageAsync(
        string? from, string to, string body, IReadOnlyList<string>? mediaUrls = null, CancellationToken cancellationToken = default)
    {
        var sender = ResolveFrom(from, isCall: false);
        var urls = mediaUrls ?? [];
        if (urls.Count > MessageMedia.Maximum || urls.FirstOrDefault(u => !WebhookUrl.HasScheme(u)) is not null)
        {
            throw new InvalidRequestException($"mediaUrls holds at most {MessageMedia.Maximum} absolute URLs.");
        }

        var (message, interpreter, activity, rest) = World.InTurn(() => Receive(sender, to, body, urls));
        await rest.WaitAsync(cancellationToken).ConfigureAwait(false);
        return World.InTurn(() => new InboundMessageResult(
            message.Sid,
            interpreter?.Outcome,
            [.. activity.Messages.Select(World.Messages.Find).OfType<Message>().Select(ToReply)]));
    }

    private static Reply ToReply(Message message) =>
        new(message.Sid, message.From ?? string.Empty, message.To, message.Body, [.. message.Media.Select(m => m.Url)], message.Status.Name());

    private (Message Message, MessageInterpreter? Interpreter, Activity Activity, Task AtRest) Receive(string from, string to, string body, IReadOnlyList<string> mediaUrls)
    {
        var (target, number, url) = ResolveTarget(to);
        var service = number is null ? null : World.Phones.ServiceOf(number);
        var message = World.Messages.AddInbound(from, target, body, mediaUrls, service?.Sid);
        var activity = World.NewActivity();
        return (message, Interpret(message, number, service, url, activity), activity, activity.WhenAtRest());
    }

    /// <summary>A message that the account sends to a number of its own comes in there.</summary>
    private void ReceiveOwn(Message sent, PhoneNumber number, Activity? activity)
    {
        var service = World.Phones.ServiceOf(number);
        var message = World.Messages.AddInbound(sent.From!, sent.To, sent.Body, [.. sent.Media.Select(m => m.Url)], service?.Sid);
        Interpret(message, number, service, null, activity ?? World.NewActivity());
    }

    private MessageInterpreter? Interpret(Message message, PhoneNumber? number, MessagingService? service, string? url, Activity activity)
    {
        var (from, target) = (message.From!, message.To);
        if (World.Messages.OptOuts.Take(target, from, message.Body) is { } answer)
        {
            World.Messages.SendByPlatform(target, from, answer, activity);
        }

        MessageInterpreter? interpreter = null;
        if (url is not null || number is not null)
        {
            var (webhook, method, fallback, fallbackMethod) = url is not null ? (url, "POST", null, "POST") : WebhookOf(number!, service);
            if (webhook is not null)
            {
                interpreter = new MessageInterpreter(World, message, activity);
                World.Start(interpreter.RunAsync(webhook, method, fallback, fallbackMethod));
            }
        }

        return interpreter;
    }

    private (string? Url, string Method, string? FallbackUrl, string FallbackMethod) WebhookOf(PhoneNumber number, MessagingService? service)
    {
        if (service is { UseInboundWebhookOnNumber: false })
        {
            return (service.InboundRequestUrl, service.InboundMethod, service.FallbackUrl, service.FallbackMethod);
        }

        return number.SmsApplicationSid is { Length: > 0 } sid && World.Phones.Applications.GetValueOrDefault(sid) is { } application
            ? (application.SmsUrl, application.SmsMethod, application.SmsFallbackUrl, application.SmsFallbackMethod)
            : (number.SmsUrl, number.SmsMethod, number.SmsFallbackUrl, number.SmsFallbackMethod);
    }
}
