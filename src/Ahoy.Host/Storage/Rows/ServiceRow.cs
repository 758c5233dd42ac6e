namespace Ahoy.Host.Storage;

/// <summary>A Service, as it is stored.</summary>
internal sealed record ServiceRow(
    long Seq,
    string Sid,
    string UniqueName,
    string FriendlyName,
    bool IncludeCredentials,
    bool UiEditable,
    string DomainBase,
    DateTimeOffset Created,
    DateTimeOffset Updated) : IRow;
