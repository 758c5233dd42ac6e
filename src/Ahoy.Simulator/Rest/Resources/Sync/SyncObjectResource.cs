using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>What Documents, Lists, Maps and their items share: revisions that `If-Match` asks for, and a time to live.</summary>
internal abstract class SyncObjectResource : StoredResource
{
    private const int LargestData = 16 * 1024;
    private const string ExpiresProperty = "date_expires";

    protected SyncObjectResource(ResourceStore store, string list, string key = "Sid")
        : base(store, SyncHost.Name, list, key)
    {
        Versioned = true;
    }

    /// <summary>The parameters that say how many seconds it has to live, the first that is there counts.</summary>
    protected abstract string[] LifetimeParameters { get; }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        CheckSize(values);
        values["created_by"] = "system";
        var expires = Expiry(call) is { } time && time != DateTimeOffset.MaxValue ? time : (DateTimeOffset?)null;
        values[ExpiresProperty] = expires is { } end ? ApiDates.Iso8601(end) : null;
        return expires;
    }

    /// <inheritdoc/>
    protected override void Updating(RestCall call, string address, StoredItem item, JsonObject changes)
    {
        CheckSize(changes);
        if (Expiry(call) is { } expires)
        {
            item.Expires = expires == DateTimeOffset.MaxValue ? null : expires;
            changes[ExpiresProperty] = item.Expires is { } end ? ApiDates.Iso8601(end) : null;
        }
    }

    /// <inheritdoc/>
    protected override void Showing(RestCall call, StoredItem item, JsonObject values)
    {
        values["revision"] = item.Revision.ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    protected override RestException Duplicate(string name)
    {
        return new RestException(409, 54301, "Unique name already exists");
    }

    /// <summary>When a request lets it end; the largest time where never, null where the request says nothing.</summary>
    protected DateTimeOffset? Expiry(RestCall call)
    {
        return LifetimeParameters.Select(call.Parameters.Int).FirstOrDefault(seconds => seconds is not null) switch
        {
            null => null,
            0 => DateTimeOffset.MaxValue,
            var seconds => call.Now.AddSeconds(seconds.Value),
        };
    }

    private static void CheckSize(JsonObject values)
    {
        if (values["data"] is { } data && System.Text.Encoding.UTF8.GetByteCount(data.ToJsonString()) > LargestData)
        {
            throw new RestException(413, 54006, "Data is larger than 16 KiB");
        }
    }
}
