using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>Sync Documents: one JSON value.</summary>
internal sealed class SyncDocumentResource : SyncObjectResource
{
    public SyncDocumentResource(ResourceStore store)
        : base(store, "/v1/Services/{ServiceSid}/Documents")
    {
        UniqueProperty = "unique_name";
    }

    /// <inheritdoc/>
    protected override string[] LifetimeParameters => ["Ttl"];

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["data"] ??= new JsonObject();
        return base.Creating(call, address, values);
    }

    /// <inheritdoc/>
    protected override RestException PreconditionFailed()
    {
        return RestErrors.Precondition(54103, "The revision of the Document does not match the expected revision");
    }
}
