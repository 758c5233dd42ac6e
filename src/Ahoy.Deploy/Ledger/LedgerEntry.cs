using Ahoy.Model;

namespace Ahoy.Deploy.Ledger;

/// <summary>A Version that the platform has: written down once its upload was acknowledged, and never before.</summary>
/// <param name="Kind">Function or Asset.</param>
/// <param name="Path">The path of the Version.</param>
/// <param name="Visibility">The visibility of the Version.</param>
/// <param name="ContentType">The media type that it was uploaded with.</param>
/// <param name="Sha256">The hash of its content.</param>
/// <param name="ResourceSid">The Function or Asset (<c>ZH…</c>).</param>
/// <param name="VersionSid">The Version (<c>ZN…</c>).</param>
internal sealed record LedgerEntry(
    ResourceKind Kind, string Path, Visibility Visibility, string ContentType, string Sha256, string ResourceSid, string VersionSid)
{
    /// <summary>Whether the Version is what would be uploaded now.</summary>
    public bool IsOf(Resource resource, string resourceSid) =>
        Kind == resource.Kind
        && Path == resource.Path
        && Visibility == resource.Visibility
        && ContentType == resource.ContentType
        && Sha256 == resource.Sha256
        && ResourceSid == resourceSid;
}
