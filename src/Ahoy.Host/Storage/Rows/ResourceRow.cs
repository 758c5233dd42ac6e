using Ahoy.Model;

namespace Ahoy.Host.Storage;

/// <summary>A Function or an Asset, as it is stored.</summary>
internal sealed record ResourceRow(
    long Seq,
    string Sid,
    string ServiceSid,
    ResourceKind Kind,
    string FriendlyName,
    DateTimeOffset Created,
    DateTimeOffset Updated) : IRow;
