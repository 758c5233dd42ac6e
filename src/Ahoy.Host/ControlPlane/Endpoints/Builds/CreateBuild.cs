using Ahoy.Api;
using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Representations;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Endpoints.Builds;

/// <summary><c>POST /Services/{sid}/Builds</c>: at once answered, checked and packaged afterwards.</summary>
internal static class CreateBuild
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/Services/{service}/Builds", HandleAsync);

    private static async Task<IResult> HandleAsync(
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
        var runtime = Runtime(form);
        form.ThrowIfInvalid();

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

    private static string Runtime(ApiForm form)
    {
        var runtime = form.Text("Runtime", FieldLengths.Runtime);
        if (string.IsNullOrEmpty(runtime))
        {
            return NodeRuntime.Default;
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
}
