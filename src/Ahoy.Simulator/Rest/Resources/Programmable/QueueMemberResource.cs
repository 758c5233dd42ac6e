using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Who waits in a queue, found by the call or as `Front`. A change takes the caller out, to run a document.</summary>
internal sealed class QueueMemberResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/Queues/{{QueueSid}}/Members";
    private const string Front = "Front";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "GET", $"{Path}.json", call =>
        {
            var queue = Queue(call);
            return List(call, queue.Members, member => member.Call.Sid, member => Values(queue, member), member => Self(queue, member));
        });
        Map(routes, "GET", $"{Path}/{{CallSid}}.json", call => Answer(call, Queue(call), Find(call)));
        Map(routes, "POST", $"{Path}/{{CallSid}}.json", Update);
    }

    private RestAnswer Update(RestCall call)
    {
        var (queue, member) = (Queue(call), Find(call));
        var answer = Answer(call, queue, member);
        Twilio.Calls.Dequeue(queue, member, new CallDocument(call.Parameters["Url"], Method(call, "Method")));
        return answer;
    }

    private CallQueue Queue(RestCall call)
    {
        return Twilio.Calls.Queues.GetValueOrDefault(call.PathValues["QueueSid"]) ?? throw call.NotFound();
    }

    private QueueMember Find(RestCall call)
    {
        var (members, name) = (Queue(call).Members, call.PathValues["CallSid"]);
        var member = (name == Front ? members.FirstOrDefault() : members.Find(member => member.Call.Sid == name)) ?? throw call.NotFound();
        call.PathValues["CallSid"] = member.Call.Sid;
        return member;
    }

    private RestAnswer Answer(RestCall call, CallQueue queue, QueueMember member)
    {
        return Answer(call, Values(queue, member), Self(queue, member));
    }

    private string Self(CallQueue queue, QueueMember member)
    {
        return Self($"Queues/{queue.Sid}/Members/{member.Call.Sid}");
    }

    private JsonObject Values(CallQueue queue, QueueMember member)
    {
        return new JsonObject
        {
            ["call_sid"] = member.Call.Sid,
            ["queue_sid"] = queue.Sid,
            ["position"] = queue.Members.IndexOf(member) + 1,
            ["wait_time"] = (int)(Twilio.Now - member.Enqueued).TotalSeconds,
            ["date_enqueued"] = Date(member.Enqueued),
        };
    }
}
