using Ahoy.Host.Logs;

namespace Ahoy.Host.Storage;

/// <summary>A line of a log, as it is stored.</summary>
internal sealed record LogRow(
    long Seq,
    string Sid,
    string ServiceSid,
    string EnvironmentSid,
    string? BuildSid,
    string? DeploymentSid,
    string? FunctionSid,
    string? RequestSid,
    OutputLevel Level,
    string Message,
    DateTimeOffset Created) : IRow;
