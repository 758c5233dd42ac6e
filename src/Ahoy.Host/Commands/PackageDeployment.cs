using Ahoy.Deploy.Contracts;
using Ahoy.Deploy.Packages;
using Ahoy.Deploy.Projects;
using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.ControlPlane.Serving;
using Ahoy.Host.Deployments;
using Ahoy.Host.Storage;
using Ahoy.Model;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ahoy.Host.Commands;

/// <summary>
/// Makes a deployment of a Build's archive alone, without a project or a control plane: all that a host needs to be one of many behind a
/// balancer. The work folder holds what is unpacked; what is there already is not unpacked again.
/// </summary>
internal static class PackageDeployment
{
    private const string Key = "build";
    private const string AccountVariable = "ACCOUNT_SID";
    private const string TokenVariable = "AUTH_TOKEN";

    /// <summary>Unpacks the archive, installs its npm modules where they are missing, and describes what is to be served.</summary>
    /// <exception cref="BuildFormatException">It is no Build.</exception>
    /// <exception cref="ModuleInstallException">Its modules can't be installed.</exception>
    public static async Task<Deployment> CreateAsync(
        string archive, DataFolder work, EnvFile variables, string domainName, CancellationToken cancellation)
    {
        using var package = BuildPackage.Open(archive);
        var build = package.Build;
        var contents = new ContentStore(work.Content);
        var modules = new ModuleCache(work, new NpmModuleInstaller(), NullLogger<ModuleCache>.Instance);
        var layout = new BuildLayout(contents, modules);
        var now = DateTimeOffset.UnixEpoch;
        var versions = new List<VersionRow>();
        foreach (var resource in build.Resources)
        {
            if (!contents.Contains(resource.Sha256))
            {
                var content = package.OpenContent(resource);
                await using (content.ConfigureAwait(false))
                {
                    await contents.AddAsync(content, resource.Size, cancellation).ConfigureAwait(false);
                }
            }

            // The hash in the SID's place: the folder of a private Asset is named after its Version.
            versions.Add(new VersionRow(
                0, resource.Sha256, Key, Key, resource.Kind, resource.Path, resource.Visibility, resource.ContentType, resource.Size, resource.Sha256, now));
        }

        BuildDependency[] dependencies = [.. build.Dependencies.Select(d => new BuildDependency(d.Name, d.Locked ?? d.Requested))];
        var row = new BuildRow(0, Key, Key, BuildStatus.Building, build.Runtime, dependencies, null, [], now, now);
        row = row with { ModulesKey = await modules.EnsureAsync(row, cancellation).ConfigureAwait(false) };
        var described = layout.Describe(row, versions, build.Service);
        var folder = layout.FolderOf(row);
        layout.Ensure(described, folder);
        return new Deployment
        {
            EnvironmentKey = Key,
            ServiceKey = Key,
            Build = described,
            CodeVersion = Key,
            FindFile = resource => layout.FileOf(folder, resource),
            WorkingFolder = folder,
            NodeModulesFolder = layout.ModulesOf(row),
            Variables = DeployVariables.Of(variables, Environment.GetEnvironmentVariable).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
            DomainName = domainName,
            AccountSid = Value(variables, AccountVariable),
            AuthToken = Value(variables, TokenVariable),
            IncludesCredentials = Value(variables, TokenVariable) is not null,
        };
    }

    private static string? Value(EnvFile variables, string name) =>
        variables.GetValue(name) is { Length: > 0 } value ? value : Environment.GetEnvironmentVariable(name) is { Length: > 0 } machine ? machine : null;
}
