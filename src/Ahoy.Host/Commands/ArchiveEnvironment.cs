using System.Security.Cryptography;
using Ahoy.Api;
using Ahoy.Bundling.Output;
using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.Environments;
using Ahoy.Host.Storage;
using Ahoy.Model;
using Ahoy.Simulator.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ahoy.Host.Commands;

/// <summary>
/// Makes a served Environment of a Build's archive alone, without a project or a control plane: all that a host needs to be one of many behind a
/// balancer. The work folder holds what is unpacked; what is there already is not unpacked again.
/// </summary>
internal static class ArchiveEnvironment
{
    private const string Key = "build";

    /// <summary>Unpacks the archive, installs its npm modules where they are missing, and describes what is to be served.</summary>
    /// <exception cref="BuildFormatException">It is no Build.</exception>
    /// <exception cref="ModuleInstallException">Its modules can't be installed.</exception>
    /// <exception cref="StartException">It can't be unpacked.</exception>
    /// <returns>Describes it for the name that it is reached by: the host with its port.</returns>
    public static async Task<Func<string, ServedEnvironment>> CreateAsync(
        string archive, WorkFolder work, EnvFile variables, Account? offlineAccount, CancellationToken cancellation)
    {
        var build = BuildReader.ReadBuild(archive);
        ThrowIfAPathLeadsOut(archive, build);
        var row = Row(build);
        var versions = build.Resources.Select(Version).ToArray();
        var (data, modulesKey) = await work.EnsureAsync(
            async folder => await UnpackAsync(archive, folder, row, versions, build.Service, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        row = row with { ModulesKey = modulesKey };
        var layout = new BuildLayout(new ContentStore(data.Content), Modules(data));
        var described = layout.Describe(row, versions, build.Service);
        var folder = layout.FolderOf(row);
        return domainName => new ServedEnvironment
        {
            EnvironmentKey = Key,
            ServiceKey = Key,
            Build = described,
            CodeVersion = $"{Key} {domainName}",
            FindFile = resource => layout.FileOf(folder, resource),
            WorkingFolder = folder,
            NodeModulesFolder = layout.ModulesOf(row),
            Variables = DeployVariables.Of(variables, Environment.GetEnvironmentVariable).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
            DomainName = domainName,
            AccountSid = Value(variables, AccountVariables.Sid) ?? offlineAccount?.Sid,
            AuthToken = Value(variables, AccountVariables.AuthToken) ?? offlineAccount?.AuthToken,
            IncludesCredentials = offlineAccount is not null || Value(variables, AccountVariables.AuthToken) is not null,
        };
    }

    private static async Task<string> UnpackAsync(
        string archive, DataFolder folder, BuildRow row, VersionRow[] versions, string service, CancellationToken cancellation)
    {
        using var reader = BuildReader.Open(archive);
        var contents = new ContentStore(folder.Content);
        foreach (var resource in reader.Build.Resources.Where(r => !contents.Contains(r.Sha256)))
        {
            var content = reader.OpenContent(resource);
            await using (content.ConfigureAwait(false))
            {
                await contents.AddAsync(content, resource.Size, cancellation).ConfigureAwait(false);
            }
        }

        var modules = Modules(folder);
        var key = await modules.EnsureAsync(row, cancellation).ConfigureAwait(false);
        var layout = new BuildLayout(contents, modules);
        row = row with { ModulesKey = key };
        layout.Ensure(layout.Describe(row, versions, service), layout.FolderOf(row));
        return key;
    }

    // The paths become files below the work folder.
    private static void ThrowIfAPathLeadsOut(string archive, Build build)
    {
        foreach (var resource in build.Resources)
        {
            if (PathRule.Validate(resource.Kind, resource.Path) is { } problem)
            {
                throw new BuildFormatException($"{archive}: {problem}: it is no Build that Ahoy made");
            }
        }
    }

    // Of two Builds in one folder each has files of its own.
    private static BuildRow Row(Build build)
    {
        var sid = Convert.ToHexStringLower(SHA256.HashData(BuildJson.Write(build)));
        BuildDependency[] dependencies = [.. build.Dependencies.Select(d => new BuildDependency(d.Name, d.Locked ?? d.Requested))];
        return new BuildRow(0, sid, Key, BuildStatus.Building, build.Runtime, dependencies, null, [], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
    }

    // The hash in the SID's place: the folder of a private Asset is named after its Version.
    private static VersionRow Version(Resource resource) => new(
        0, resource.Sha256, Key, Key, resource.Kind, resource.Path, resource.Visibility, resource.ContentType, resource.Size, resource.Sha256, DateTimeOffset.UnixEpoch);

    private static ModuleCache Modules(DataFolder folder) => new(folder, new NpmModuleInstaller(), NullLogger<ModuleCache>.Instance);

    private static string? Value(EnvFile variables, string name) =>
        variables.GetValue(name) is { Length: > 0 } value ? value : Environment.GetEnvironmentVariable(name) is { Length: > 0 } machine ? machine : null;
}
