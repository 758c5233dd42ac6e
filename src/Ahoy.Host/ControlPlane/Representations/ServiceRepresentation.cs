using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>A Service as the API shows it.</summary>
internal static class ServiceRepresentation
{
    public static ServiceResource Of(ServiceRow row, HttpRequest request, Account account)
    {
        var url = ResourceUrls.Service(request, row.Sid);
        return new ServiceResource
        {
            Sid = row.Sid,
            AccountSid = account.Sid,
            FriendlyName = row.FriendlyName,
            UniqueName = row.UniqueName,
            IncludeCredentials = row.IncludeCredentials,
            UiEditable = row.UiEditable,
            DomainBase = row.DomainBase,
            DateCreated = row.Created,
            DateUpdated = row.Updated,
            Url = url,
            Links = new Dictionary<string, string>
            {
                ["environments"] = $"{url}/Environments",
                ["functions"] = $"{url}/Functions",
                ["assets"] = $"{url}/Assets",
                ["builds"] = $"{url}/Builds",
            },
        };
    }
}
