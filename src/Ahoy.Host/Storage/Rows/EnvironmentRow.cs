namespace Ahoy.Host.Storage;

/// <summary>An Environment, as it is stored.</summary>
internal sealed record EnvironmentRow(
    long Seq,
    string Sid,
    string ServiceSid,
    string UniqueName,
    string? DomainSuffix,
    string DomainName,
    string? BuildSid,
    string? DeploymentSid,
    DateTimeOffset Created,
    DateTimeOffset Updated) : IRow;
