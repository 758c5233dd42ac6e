using Ahoy.Model;

namespace Ahoy.Host.Storage;

/// <summary>A Version, as it is stored; its content is in the <see cref="ContentStore"/> under its hash.</summary>
internal sealed record VersionRow(
    long Seq,
    string Sid,
    string ServiceSid,
    string ResourceSid,
    ResourceKind Kind,
    string Path,
    Visibility Visibility,
    string ContentType,
    long Size,
    string Sha256,
    DateTimeOffset Created) : IRow;
