using Ahoy.Simulator;

namespace Ahoy.Host.Offline.Control;

/// <summary>Messages from handsets.</summary>
internal static class MessageEndpoints
{
    public static void Map(ControlRoutes routes, TwilioSimulator simulator) => routes.Map("POST", "messages", async request =>
    {
        var message = await request.ReadAsync(ControlJson.Default.NewMessage).ConfigureAwait(false);
        var to = message.To ?? throw new InvalidRequestException("'to' is missing: a number of the account, or a Function's path such as /sms.");
        var result = await simulator.ReceiveMessageAsync(message.From, to, message.Body ?? "", message.MediaUrls, request.Patience).ConfigureAwait(false);
        await request.WriteAsync(result, ControlJson.Default.InboundMessageResult).ConfigureAwait(false);
    });
}
