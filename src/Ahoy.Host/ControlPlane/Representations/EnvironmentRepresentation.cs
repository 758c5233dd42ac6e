using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>An Environment as the API shows it.</summary>
internal static class EnvironmentRepresentation
{
    public static EnvironmentResource Of(EnvironmentRow row, HttpRequest request, Account account)
    {
        var url = ResourceUrls.Environment(request, row.ServiceSid, row.Sid);
        return new EnvironmentResource
        {
            Sid = row.Sid,
            AccountSid = account.Sid,
            ServiceSid = row.ServiceSid,
            BuildSid = row.BuildSid,
            UniqueName = row.UniqueName,
            DomainSuffix = row.DomainSuffix,
            DomainName = row.DomainName,
            DateCreated = row.Created,
            DateUpdated = row.Updated,
            Url = url,
            Links = new Dictionary<string, string>
            {
                ["variables"] = $"{url}/Variables",
                ["deployments"] = $"{url}/Deployments",
                ["logs"] = $"{url}/Logs",
            },
        };
    }
}
