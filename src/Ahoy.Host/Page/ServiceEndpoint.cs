using System.Text;
using Ahoy.Host.Environments;
using Ahoy.Host.Offline;
using Ahoy.Host.Offline.Control;
using Ahoy.Model;

namespace Ahoy.Host.Page;

/// <summary><c>GET /_ahoy/page/service</c>: what is served, with what the rules find in it and what the platform's limits leave; never a variable's value.</summary>
internal sealed class ServiceEndpoint(PageOptions options, OfflineTwilio? offline)
{
    // A page that outlives its host knows by it that another one answers.
    private static readonly string s_run = Guid.NewGuid().ToString("N");

    private static readonly string s_version = typeof(ServiceEndpoint).Assembly.GetName().Version?.ToString(3) ?? "";

    public void Map(ControlRoutes routes)
    {
        routes.Map("GET", "page/service", async request =>
        {
            // Findings take a moment: they come with a request of their own.
            var findings = request.Parameter("findings") == "true" && options is { Findings: { } finder, Folder: { } folder }
                ? await finder.FindAsync(folder, request.Parameter("prove") == "true", request.Gone).ConfigureAwait(false)
                : null;
            await request.WriteAsync(Answer(findings), PageJson.Default.ServiceAnswer).ConfigureAwait(false);
        });
        routes.Map("POST", "page/deployments", async request =>
        {
            var body = await request.ReadAsync(PageJson.Default.PromoteBody).ConfigureAwait(false);
            var problem = options.Deployments is null || body is not { ServiceSid: { } service, EnvironmentSid: { } environment, BuildSid: { } build }
                ? "A Build is made live with serviceSid, environmentSid and buildSid, at a host to which Services are deployed."
                : await options.Deployments.DeployAsync(service, environment, build, request.Gone).ConfigureAwait(false);
            await (problem is null ? request.WriteNothing() : request.WriteErrorAsync(StatusCodes.Status400BadRequest, problem)).ConfigureAwait(false);
        });
    }

    private ServiceAnswer Answer(IReadOnlyList<FindingItem>? findings) => new(
        options.Command,
        s_run,
        offline is not null,
        offline?.Url,
        options.GatewayUrl(),
        s_version,
        options.EditorLink,
        [.. options.Served().Select(Describe)],
        findings,
        options.Deployments?.List(),
        offline is null ? [] : offline.Simulator.World.InTurn(() => offline.Simulator.World.Phones.Numbers.Select(n => n.Number).ToArray()),
        options.Folder);

    private ServedItem Describe(ServedEnvironment served) => new(
        served.Build.Service,
        served.DomainName,
        $"http://{served.DomainName}",
        served.Build.Runtime,
        [.. served.Build.Resources.Select(r => Describe(served, r))],
        [.. Variables(served).OrderBy(v => v.Name, StringComparer.Ordinal)],
        [.. Limits(served)],
        served.EnvironmentSid,
        !string.IsNullOrEmpty(served.AuthToken));

    private static RouteItem Describe(ServedEnvironment served, Resource resource) => new(
        resource.Kind.ToString(),
        resource.Path,
        resource.Visibility.ToString().ToLowerInvariant(),
        resource.File,
        served.IsDevelopment ? served.FindFile(resource) : null,
        resource.Size,
        resource.ContentType);

    private IEnumerable<VariableItem> Variables(ServedEnvironment served)
    {
        var own = options.EnvFile ?? (served.EnvironmentSid is null ? "the environment file" : "the Environment");
        foreach (var (name, value) in served.Variables)
        {
            var isMade = offline?.Simulator.World.Account is { IsGenerated: true } account && (value == account.Sid || value == account.AuthToken);
            yield return new VariableItem(name, isMade ? "made for this run, offline" : own);
        }

        yield return new VariableItem("DOMAIN_NAME", "the platform");
        if (served.ServiceSid is not null)
        {
            yield return new VariableItem("SERVICE_SID", "the platform");
            yield return new VariableItem("ENVIRONMENT_SID", "the platform");
        }
    }

    // As the Build's check counts them.
    private static int JsonSize(IReadOnlyDictionary<string, string> variables) =>
        2 + variables.Sum(v => Encoding.UTF8.GetByteCount(v.Key) + Encoding.UTF8.GetByteCount(v.Value) + 6);

    private static IEnumerable<LimitItem> Limits(ServedEnvironment served)
    {
        var resources = served.Build.Resources;
        var assets = resources.Where(r => r is { Kind: ResourceKind.Asset, Visibility: not Visibility.Private }).ToList();
        var isPrivate = resources.Where(r => r is { Kind: ResourceKind.Asset, Visibility: Visibility.Private }).ToList();
        yield return new LimitItem("Public Assets", assets.Count(r => r.Visibility == Visibility.Public), PlatformLimits.ServedAssets, "");
        yield return new LimitItem("Protected Assets", assets.Count(r => r.Visibility == Visibility.Protected), PlatformLimits.ServedAssets, "");
        yield return new LimitItem("Largest Asset", assets.Select(r => r.Size).DefaultIfEmpty().Max(), PlatformLimits.ServedAssetBytes, "bytes");
        yield return new LimitItem("Private Assets", isPrivate.Count, PlatformLimits.PrivateAssets, "");
        yield return new LimitItem("Largest private Asset", isPrivate.Select(r => r.Size).DefaultIfEmpty().Max(), PlatformLimits.PrivateAssetBytes, "bytes");
        yield return new LimitItem("Dependencies", served.Build.Dependencies.Count, PlatformLimits.Dependencies, "");
        yield return new LimitItem("Variables as JSON", JsonSize(served.Variables), PlatformLimits.VariablesJsonBytes, "bytes");
        yield return new LimitItem("Largest variable", served.Variables.Select(v => Encoding.UTF8.GetByteCount(v.Value)).DefaultIfEmpty().Max(), PlatformLimits.VariableBytes, "bytes");
    }
}
