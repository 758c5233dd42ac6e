using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>A Version as the API shows it: by itself, or shorter in a Build.</summary>
internal static class VersionRepresentation
{
    public static VersionResource Of(VersionRow row, HttpRequest request, Account account)
    {
        var url = Url(row, request);
        return InBuild(row, account) with
        {
            Url = url,
            Links = row.Kind == ResourceKind.Function
                ? new Dictionary<string, string> { ["function_version_content"] = $"{url}/Content" }
                : null,
        };
    }

    public static VersionResource InBuild(VersionRow row, Account account) => new()
    {
        Sid = row.Sid,
        AccountSid = account.Sid,
        ServiceSid = row.ServiceSid,
        FunctionSid = row.Kind == ResourceKind.Function ? row.ResourceSid : null,
        AssetSid = row.Kind == ResourceKind.Asset ? row.ResourceSid : null,
        Path = row.Path,
        Visibility = row.Visibility,
        DateCreated = row.Created,
    };

    public static VersionContentResource Content(VersionRow row, string content, HttpRequest request, Account account) => new()
    {
        Sid = row.Sid,
        AccountSid = account.Sid,
        ServiceSid = row.ServiceSid,
        FunctionSid = row.ResourceSid,
        Content = content,
        Url = $"{Url(row, request)}/Content",
    };

    private static string Url(VersionRow row, HttpRequest request) =>
        $"{ResourceUrls.Service(request, row.ServiceSid)}/{ResourceNames.Collection(row.Kind)}/{row.ResourceSid}/Versions/{row.Sid}";
}
