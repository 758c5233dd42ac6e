using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>The files of a message. Asked for without `.json`, one sends the client on to where the file is.</summary>
internal sealed class MediaResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/Messages/{{MessageSid}}/Media";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "GET", $"{Path}.json", call =>
        {
            var message = Message(call);
            return List(call, message.Media.Where(_ => DateFilter.Matches(call, "DateCreated", message.Created)), media => media.Sid, media => Values(message, media), media => Self(message, media));
        });
        Map(routes, "GET", $"{Path}/{{Sid}}.json", Fetch);
        Map(routes, "DELETE", $"{Path}/{{Sid}}.json", call => Twilio.Messages.DeleteMedia(Message(call), call.PathValues["Sid"]) ? RestAnswer.NoContent : throw call.NotFound());
    }

    private RestAnswer Fetch(RestCall call)
    {
        var message = Message(call);
        var media = message.Media.FirstOrDefault(media => media.Sid == call.PathValues["Sid"]) ?? throw call.NotFound();
        return call.Extension == "json" ? Answer(call, Values(message, media), Self(message, media)) : new RestAnswer(307) { Location = media.Url };
    }

    private Message Message(RestCall call)
    {
        return Twilio.Messages.Find(call.PathValues["MessageSid"]) ?? throw call.NotFound();
    }

    private string Self(Message message, MessageMedia media)
    {
        return Self($"Messages/{message.Sid}/Media/{media.Sid}");
    }

    private static JsonObject Values(Message message, MessageMedia media)
    {
        return new JsonObject
        {
            ["sid"] = media.Sid,
            ["parent_sid"] = message.Sid,
            ["content_type"] = media.ContentType,
            ["date_created"] = Date(message.Created),
            ["date_updated"] = Date(message.Created),
        };
    }
}
