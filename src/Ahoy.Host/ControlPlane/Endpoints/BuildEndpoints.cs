using Ahoy.Api;
using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>The Builds of a Service: a method a verb.</summary>
internal static class BuildEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/Services/{service}/Builds", List);
        routes.MapPost("/Services/{service}/Builds", CreateAsync);
        routes.MapGet("/Services/{service}/Builds/{sid}", Fetch);
        routes.MapGet("/Services/{service}/Builds/{sid}/Status", FetchStatus);
        routes.MapDelete("/Services/{service}/Builds/{sid}", DeleteAsync);
    }

    /// <summary><c>GET /Services/{sid}/Builds</c></summary>
    private static IResult List(
        string service, HttpRequest request, Finder finder, BuildStore builds, VersionStore versions, Account account)
    {
        var query = PageQuery.Parse(request.Query);
        return ApiJson.Page(
            request,
            "builds",
            query,
            builds.Page(finder.Service(request, service).Sid, query.Place),
            row => BuildRepresentation.Of(row, versions.InBuild(row.Sid), request, account),
            ContractsJson.Default.BuildResource);
    }

    /// <summary><c>POST /Services/{sid}/Builds</c>: at once answered, checked and packaged afterwards.</summary>
    private static async Task<IResult> CreateAsync(
        string service,
        HttpRequest request,
        Finder finder,
        BuildStore builds,
        VersionStore versions,
        BuildQueue queue,
        Account account,
        CancellationToken cancellationToken)
    {
        var found = finder.Service(request, service);
        var form = await ApiForm.ReadAsync(request, cancellationToken);
        List<VersionRow> members =
        [
            .. Members(form, "FunctionVersions", ResourceKind.Function),
            .. Members(form, "AssetVersions", ResourceKind.Asset),
        ];
        if (members.Count == 0)
        {
            form.Add("A Build needs at least one of FunctionVersions and AssetVersions.");
        }

        var dependencies = DependencyParameter.Parse(form);
        var named = NamedRuntime(form);
        form.ThrowIfInvalid();

        // A Service of Assets alone runs nothing.
        var hasFunctions = members.Any(member => member.Kind == ResourceKind.Function);
        var runtime = hasFunctions ? named ?? builds.LastRuntime(found.Sid) ?? NodeRuntime.Default : NodeRuntime.Default;

        var row = await builds.CreateAsync(found.Sid, runtime, dependencies, members, cancellationToken);
        queue.Add(row.Sid);
        return ApiJson.Created(BuildRepresentation.Of(row, members, request, account), ContractsJson.Default.BuildResource);

        IReadOnlyList<VersionRow> Members(ApiForm parameters, string name, ResourceKind kind)
        {
            var sids = parameters.All(name).ToHashSet(StringComparer.Ordinal);
            var rows = versions.FindAll(found.Sid, kind, sids);
            if (rows.Count < sids.Count)
            {
                var missing = sids.Except(rows.Select(r => r.Sid));
                parameters.Add($"{name}: the Service has no such Versions: {string.Join(", ", missing)}.");
            }

            return rows;
        }
    }

    private static string? NamedRuntime(ApiForm form)
    {
        var runtime = form.Text("Runtime", FieldLengths.Runtime);
        if (string.IsNullOrEmpty(runtime))
        {
            return null;
        }

        switch (NodeRuntime.StatusOf(runtime))
        {
            case RuntimeStatus.OnlyWhatIsDeployed or RuntimeStatus.Retired:
                form.Add($"Runtime: '{runtime}' is no longer accepted for new Builds. Use {NodeRuntime.Default}.");
                break;
            case RuntimeStatus.Unknown when NodeRuntime.MajorVersion(runtime) is null:
                form.Add($"Runtime: '{runtime}' is no runtime's name. Use {NodeRuntime.Default}.");
                break;
        }

        return runtime;
    }

    /// <summary><c>GET /Services/{sid}/Builds/{sid}</c></summary>
    private static IResult Fetch(
        string service, string sid, HttpRequest request, Finder finder, VersionStore versions, Account account)
    {
        var row = finder.Build(request, service, sid);
        return ApiJson.Ok(BuildRepresentation.Of(row, versions.InBuild(row.Sid), request, account), ContractsJson.Default.BuildResource);
    }

    /// <summary><c>GET /Services/{sid}/Builds/{sid}/Status</c></summary>
    private static IResult FetchStatus(string service, string sid, HttpRequest request, Finder finder, Account account) =>
        ApiJson.Ok(
            BuildRepresentation.Status(finder.Build(request, service, sid), request, account),
            ContractsJson.Default.BuildStatusResource);

    /// <summary><c>DELETE /Services/{sid}/Builds/{sid}</c></summary>
    private static async Task<IResult> DeleteAsync(
        string service, string sid, HttpRequest request, Finder finder, BuildStore builds, CancellationToken cancellationToken)
    {
        var found = finder.Build(request, service, sid);
        return await builds.DeleteAsync(found.ServiceSid, found.Sid, cancellationToken)
            ? TypedResults.NoContent()
            : throw ApiException.NotFound(request);
    }
}
