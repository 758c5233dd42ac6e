using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>Sync Lists and Maps themselves, without what is in them.</summary>
internal sealed class SyncContainerResource : SyncObjectResource
{
    public SyncContainerResource(ResourceStore store, string kind)
        : base(store, $"/v1/Services/{{ServiceSid}}/{kind}")
    {
        UniqueProperty = "unique_name";
    }

    /// <inheritdoc/>
    protected override string[] LifetimeParameters => ["CollectionTtl", "Ttl"];
}
