namespace Ahoy.Host.Storage;

/// <summary>A Deployment, as it is stored.</summary>
internal sealed record DeploymentRow(
    long Seq,
    string Sid,
    string ServiceSid,
    string EnvironmentSid,
    string BuildSid,
    DateTimeOffset Created) : IRow;
