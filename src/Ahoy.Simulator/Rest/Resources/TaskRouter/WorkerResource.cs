using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.TaskRouter;

/// <summary>TaskRouter's Workers, each in an activity of its Workspace.</summary>
internal sealed class WorkerResource : StoredResource
{
    public WorkerResource(ResourceStore store)
        : base(store, "taskrouter.twilio.com", "/v1/Workspaces/{WorkspaceSid}/Workers")
    {
        UniqueProperty = "friendly_name";
        Versioned = true;
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["attributes"] ??= "{}";
        var workspaces = $"{Host}/v1/Workspaces";
        var workspace = Store.Find(workspaces, call.PathValues["WorkspaceSid"], call.Now)!;
        SetActivity(call, values, values["activity_sid"]?.ToString() ?? workspace.Text("default_activity_sid")!);
        return null;
    }

    /// <inheritdoc/>
    protected override void Updating(RestCall call, string address, StoredItem item, JsonObject changes)
    {
        if (changes["activity_sid"]?.ToString() is { } activity)
        {
            SetActivity(call, changes, activity);
        }
    }

    private void SetActivity(RestCall call, JsonObject values, string sid)
    {
        var activity = Store.Find($"{Host}/v1/Workspaces/{call.PathValues["WorkspaceSid"]}/Activities", sid, call.Now) ?? throw RestErrors.Invalid("ActivitySid", $"there is no activity {sid}");
        values["activity_sid"] = activity.Key;
        values["activity_name"] = activity.Text("friendly_name");
        values["available"] = activity.Values["available"]?.DeepClone();
        values["date_status_changed"] = ApiDates.Iso8601(call.Now);
    }
}
