using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>A Build as the API shows it, and its status.</summary>
internal static class BuildRepresentation
{
    public static BuildResource Of(BuildRow row, IReadOnlyList<VersionRow> versions, HttpRequest request, Account account)
    {
        var url = Url(row, request);
        return new BuildResource
        {
            Sid = row.Sid,
            AccountSid = account.Sid,
            ServiceSid = row.ServiceSid,
            Status = row.Status,
            AssetVersions = [.. versions.Where(v => v.Kind == ResourceKind.Asset).Select(v => VersionRepresentation.InBuild(v, account))],
            FunctionVersions = [.. versions.Where(v => v.Kind == ResourceKind.Function).Select(v => VersionRepresentation.InBuild(v, account))],
            Dependencies = BuildModules.Of(row),
            Runtime = row.Runtime,
            DateCreated = row.Created,
            DateUpdated = row.Updated,
            Url = url,
            Links = new Dictionary<string, string> { ["build_status"] = $"{url}/Status" },
        };
    }

    public static BuildStatusResource Status(BuildRow row, HttpRequest request, Account account) => new()
    {
        Sid = row.Sid,
        AccountSid = account.Sid,
        ServiceSid = row.ServiceSid,
        Status = row.Status,
        Url = $"{Url(row, request)}/Status",
        Errors = row.Errors.Count == 0 ? null : row.Errors,
    };

    private static string Url(BuildRow row, HttpRequest request) => $"{ResourceUrls.Service(request, row.ServiceSid)}/Builds/{row.Sid}";
}
