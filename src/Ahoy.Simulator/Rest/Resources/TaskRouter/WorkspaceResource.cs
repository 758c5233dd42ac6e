using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.TaskRouter;

/// <summary>TaskRouter's Workspaces. A new one has three activities and a task channel, as a worker and a task ask for one.</summary>
internal sealed class WorkspaceResource(ResourceStore store) : StoredResource(store, "taskrouter.twilio.com", "/v1/Workspaces")
{
    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["sid"] = Shapes.Sids.New("WS");
        values["multi_task_enabled"] ??= true;
        values["prioritize_queue_order"] ??= "FIFO";
        values["events_filter"] ??= "";
        var offline = AddActivity(call, address, values, "Offline", available: false);
        AddActivity(call, address, values, "Available", available: true);
        AddActivity(call, address, values, "Unavailable", available: false);
        foreach (var use in (string[])["default", "timeout"])
        {
            values[$"{use}_activity_name"] = "Offline";
            values[$"{use}_activity_sid"] = offline;
        }

        Store.Resource(Host, "/v1/Workspaces/{WorkspaceSid}/TaskChannels")!.Add(call, $"{address}/{values["sid"]}/TaskChannels", new JsonObject
        {
            ["sid"] = Shapes.Sids.New("TC"),
            ["friendly_name"] = "Default",
            ["unique_name"] = "default",
        });
        return null;
    }

    private string AddActivity(RestCall call, string address, JsonObject values, string name, bool available)
    {
        var activities = Store.Resource(Host, "/v1/Workspaces/{WorkspaceSid}/Activities")!;
        return activities.Add(call, $"{address}/{values["sid"]}/Activities", new JsonObject { ["sid"] = Shapes.Sids.New("WA"), ["friendly_name"] = name, ["available"] = available }).Key;
    }
}
