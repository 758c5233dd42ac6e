using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>A Function or an Asset as the API shows it.</summary>
internal static class NamedResourceRepresentation
{
    public static NamedResource Of(ResourceRow row, HttpRequest request, Account account)
    {
        var url = $"{ResourceUrls.Service(request, row.ServiceSid)}/{ResourceNames.Collection(row.Kind)}/{row.Sid}";
        return new NamedResource
        {
            Sid = row.Sid,
            AccountSid = account.Sid,
            ServiceSid = row.ServiceSid,
            FriendlyName = row.FriendlyName,
            DateCreated = row.Created,
            DateUpdated = row.Updated,
            Url = url,
            Links = new Dictionary<string, string> { [ResourceNames.VersionListKey(row.Kind)] = $"{url}/Versions" },
        };
    }
}
