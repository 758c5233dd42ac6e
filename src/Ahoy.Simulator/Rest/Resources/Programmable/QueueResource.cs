using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Queues of callers.</summary>
internal sealed class QueueResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/Queues";
    private const int LargestSize = 5000;

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "POST", $"{Path}.json", call => Answer(call, Twilio.Calls.AddQueue(call.Parameters["FriendlyName"]!, Size(call) ?? 100)));
        Map(routes, "GET", $"{Path}.json", call => List(call, Twilio.Calls.Queues.Values.Reverse(), queue => queue.Sid, Values, Self));
        Map(routes, "GET", $"{Path}/{{Sid}}.json", call => Answer(call, Find(call)));
        Map(routes, "POST", $"{Path}/{{Sid}}.json", Update);
        Map(routes, "DELETE", $"{Path}/{{Sid}}.json", call =>
        {
            Twilio.Calls.DeleteQueue(Find(call));
            return RestAnswer.NoContent;
        });
    }

    private RestAnswer Update(RestCall call)
    {
        var queue = Find(call);
        queue.MaximumSize = Size(call) ?? queue.MaximumSize;
        queue.FriendlyName = Text(call, "FriendlyName") ?? queue.FriendlyName;
        queue.Updated = Twilio.Now;
        return Answer(call, queue);
    }

    private static int? Size(RestCall call)
    {
        return call.Parameters.Int("MaxSize") is not { } size ? null : size is > 0 and <= LargestSize ? size : throw RestErrors.Invalid("MaxSize", $"it has to be between 1 and {LargestSize}");
    }

    private CallQueue Find(RestCall call)
    {
        return Twilio.Calls.Queues.GetValueOrDefault(call.PathValues["Sid"]) ?? throw call.NotFound();
    }

    private RestAnswer Answer(RestCall call, CallQueue queue)
    {
        return Answer(call, Values(queue), Self(queue));
    }

    private string Self(CallQueue queue)
    {
        return Self($"Queues/{queue.Sid}");
    }

    private static JsonObject Values(CallQueue queue)
    {
        return new JsonObject
        {
            ["sid"] = queue.Sid,
            ["friendly_name"] = queue.FriendlyName,
            ["current_size"] = queue.Members.Count,
            ["max_size"] = queue.MaximumSize,
            ["average_wait_time"] = queue.AverageWait,
            ["date_created"] = Date(queue.Created),
            ["date_updated"] = Date(queue.Updated),
        };
    }
}
