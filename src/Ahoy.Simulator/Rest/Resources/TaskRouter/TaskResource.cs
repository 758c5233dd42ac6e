using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.TaskRouter;

/// <summary>TaskRouter's Tasks. They wait: nobody is told of them.</summary>
internal sealed class TaskResource : StoredResource
{
    private const int DefaultTimeout = 86_400;

    public TaskResource(ResourceStore store)
        : base(store, "taskrouter.twilio.com", "/v1/Workspaces/{WorkspaceSid}/Tasks")
    {
        Versioned = true;
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        var workspace = $"{Host}/v1/Workspaces/{call.PathValues["WorkspaceSid"]}";
        values["assignment_status"] = "pending";
        values["attributes"] ??= "{}";
        values["priority"] ??= 0;
        values["timeout"] ??= DefaultTimeout;
        values["task_queue_entered_date"] = ApiDates.Iso8601(call.Now);
        values["virtual_start_time"] ??= ApiDates.Iso8601(call.Now);
        values["ignore_capacity"] ??= false;
        var name = call.Parameters["TaskChannel"] is { Length: > 0 } asked ? asked : "default";
        var channel = Store.Find($"{workspace}/TaskChannels", name, call.Now) ?? throw RestErrors.Invalid("TaskChannel", $"there is no channel {name}");
        values["task_channel_sid"] = channel.Key;
        values["task_channel_unique_name"] = channel.Text("unique_name");
        SetName(call, values, "workflow", $"{workspace}/Workflows", "WorkflowSid");
        SetName(call, values, "task_queue", $"{workspace}/TaskQueues", "TaskQueueSid");
        return null;
    }

    /// <inheritdoc/>
    protected override void Showing(RestCall call, StoredItem item, JsonObject values)
    {
        values["age"] = (int)(call.Now - (ApiDates.Parse(item.Text("date_created")) ?? call.Now)).TotalSeconds;
        values["addons"] ??= "{}";
    }

    private void SetName(RestCall call, JsonObject values, string property, string address, string parameter)
    {
        if (values[$"{property}_sid"]?.ToString() is { } sid)
        {
            var found = Store.Find(address, sid, call.Now) ?? throw RestErrors.Invalid(parameter, $"there is no {sid}");
            values[$"{property}_friendly_name"] = found.Text("friendly_name");
        }
    }
}
