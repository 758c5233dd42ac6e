using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Whether a message that asked for it (<c>ProvideFeedback</c>) did what it was sent for. The API has no way to read it again.</summary>
internal sealed class FeedbackResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "POST", $"{Account}/Messages/{{MessageSid}}/Feedback.json", call =>
        {
            var message = Twilio.Messages.Find(call.PathValues["MessageSid"]) is { IsInbound: false } found ? found : throw call.NotFound();
            var values = new JsonObject
            {
                ["message_sid"] = message.Sid,
                ["outcome"] = Text(call, "Outcome") ?? "confirmed",
                ["date_created"] = Date(Twilio.Now),
                ["date_updated"] = Date(Twilio.Now),
            };
            return Answer(call, values, Self($"Messages/{message.Sid}/Feedback"));
        });
    }
}
