using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Logs;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ahoy.Host.ControlPlane;

/// <summary>The parts of the control plane, and in which order its middleware stands.</summary>
internal static class ControlPlaneServices
{
    /// <summary>Adds the stores, the Builds' runner and the catalog that the gateway serves from.</summary>
    public static void AddControlPlane(this IServiceCollection services, ControlPlaneOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options.Data);
        services.AddSingleton(options.Account);
        services.AddSingleton(new HostDomain(options.Domain));
        services.AddSingleton(new ServiceLimit(options.MaxServices));
        services.AddSingleton(new AllowedHostNames(options.AllowedHostNames));
        services.AddSingleton<GatewayAddress>();
        services.AddSingleton(options.Region);

        // Not disposed of by hand: the container does it, in the reverse order.
        services.AddSingleton(_ => Database.Open(options.Data.DatabaseFile));
        services.AddSingleton(_ => LogDatabase.Open(options.Data.LogFile));
        services.AddSingleton(new ContentStore(options.Data.Content));
        services.AddSingleton<ServiceStore>();
        services.AddSingleton<EnvironmentStore>();
        services.AddSingleton<ResourceStore>();
        services.AddSingleton<VersionStore>();
        services.AddSingleton<BuildStore>();
        services.AddSingleton<DeploymentStore>();
        services.AddSingleton<VariableStore>();
        services.AddSingleton<ApiKeyStore>();
        services.AddDataProtection()
            .SetApplicationName("Ahoy")
            .PersistKeysToFileSystem(new DirectoryInfo(options.Data.Keys));

        services.AddSingleton<Finder>();
        services.AddSingleton<BuildQueue>();
        services.TryAddSingleton<IModuleInstaller, NpmModuleInstaller>();
        services.AddSingleton<ModuleCache>();
        services.AddSingleton<PlatformChecks>();
        services.AddSingleton<BuildLayout>();
        services.AddSingleton<StoredEnvironments>();
        services.AddSingleton<IEnvironmentCatalog>(p => p.GetRequiredService<StoredEnvironments>());
        services.AddHostedService<BuildRunner>();
        services.AddSingleton<StoredLogSink>();
        services.AddSingleton<ILogSink>(p => p.GetRequiredService<StoredLogSink>());
        services.AddHostedService(p => p.GetRequiredService<StoredLogSink>());
        services.AddHostedService<Maintenance>();
    }

    /// <summary>Puts the control plane's middleware into an application; what is cheapest to refuse with comes first.</summary>
    public static void UseControlPlane(this IApplicationBuilder app)
    {
        app.UseMiddleware<RequestSidMiddleware>();
        app.UseMiddleware<HostNameMiddleware>();
        app.UseMiddleware<BrowserMiddleware>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<BasicAuthenticationMiddleware>();
        app.UseRouting();
        app.UseEndpoints(routes => routes.MapControlPlane());
    }
}
