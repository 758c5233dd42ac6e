using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>A Deployment as the API shows it.</summary>
internal static class DeploymentRepresentation
{
    public static DeploymentResource Of(DeploymentRow row, HttpRequest request, Account account) => new()
    {
        Sid = row.Sid,
        AccountSid = account.Sid,
        ServiceSid = row.ServiceSid,
        EnvironmentSid = row.EnvironmentSid,
        BuildSid = row.BuildSid,
        DateCreated = row.Created,
        DateUpdated = row.Created,
        Url = $"{ResourceUrls.Environment(request, row.ServiceSid, row.EnvironmentSid)}/Deployments/{row.Sid}",
    };
}
