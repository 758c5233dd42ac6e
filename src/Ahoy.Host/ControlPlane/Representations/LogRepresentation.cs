using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Logs;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>A line of a log as the API shows it.</summary>
internal static class LogRepresentation
{
    public static LogResource Of(LogRow row, HttpRequest request, Account account) => new()
    {
        Sid = row.Sid,
        AccountSid = account.Sid,
        ServiceSid = row.ServiceSid,
        EnvironmentSid = row.EnvironmentSid,
        BuildSid = row.BuildSid,
        DeploymentSid = row.DeploymentSid,
        FunctionSid = row.FunctionSid,
        RequestSid = row.RequestSid,
        Level = row.Level switch { OutputLevel.Info => "INFO", OutputLevel.Warn => "WARNING", _ => "ERROR" },
        Message = row.Message,
        DateCreated = row.Created,
        Url = $"{ResourceUrls.Environment(request, row.ServiceSid, row.EnvironmentSid)}/Logs/{row.Sid}",
    };
}
