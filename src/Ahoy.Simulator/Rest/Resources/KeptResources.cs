using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Resources.TaskRouter;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources;

/// <summary>Resources that are kept and listed and do nothing of their own: Studio's flows don't run, TaskRouter's tasks aren't routed.</summary>
internal static class KeptResources
{
    private const string Studio = "studio.twilio.com";
    private const string TaskRouter = "taskrouter.twilio.com";
    private const string Verify = "verify.twilio.com";

    internal static IEnumerable<IRestResource> All(ResourceStore store)
    {
        const string workspace = "/v1/Workspaces/{WorkspaceSid}";
        return
        [
            new FlowResource(store),
            new StoredResource(store, Studio, "/v2/Flows/{FlowSid}/Executions")
            {
                NewestFirst = true,
                Initial = Values(("status", "active"), ("context", new JsonObject()), ("initiated_by", "REST API")),
            },
            new WorkspaceResource(store),
            new StoredResource(store, TaskRouter, $"{workspace}/Activities") { UniqueProperty = "friendly_name", Initial = Values(("available", false)) },
            new StoredResource(store, TaskRouter, $"{workspace}/TaskChannels") { UniqueProperty = "unique_name", Initial = Values(("channel_optimized_routing", false)) },
            new StoredResource(store, TaskRouter, $"{workspace}/TaskQueues")
            {
                UniqueProperty = "friendly_name",
                Initial = Values(("target_workers", "1==1"), ("max_reserved_workers", 1), ("task_order", "FIFO")),
            },
            new StoredResource(store, TaskRouter, $"{workspace}/Workflows")
            {
                Initial = Values(("task_reservation_timeout", 120), ("document_content_type", "application/json")),
            },
            new WorkerResource(store),
            new TaskResource(store),
            new StoredResource(store, Verify, "/v2/Services/{ServiceSid}/RateLimits") { UniqueProperty = "unique_name" },
            new StoredResource(store, Verify, "/v2/Services/{ServiceSid}/RateLimits/{RateLimitSid}/Buckets"),
        ];
    }

    private static Dictionary<string, JsonNode?> Values(params ReadOnlySpan<(string Name, JsonNode? Value)> values)
    {
        var result = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            result[name] = value;
        }

        return result;
    }
}
