using Ahoy.Api;
using Ahoy.Host.ControlPlane.Builds;

namespace Ahoy.Host.Tests.ControlPlane;

/// <summary>Installs empty modules at once; the ones that are called <c>missing</c> are not there.</summary>
internal sealed class FakeModuleInstaller : IModuleInstaller
{
    private int _installed;

    /// <summary>How often modules were installed.</summary>
    public int Installed => _installed;

    public Task<string> LockAsync(string folder, IReadOnlyList<BuildDependency> dependencies, CancellationToken cancellationToken) =>
        dependencies.Any(d => d.Name == "missing")
            ? throw new ModuleInstallException("There is no module 'missing'.")
            : Task.FromResult(string.Join(' ', dependencies.Select(d => $"{d.Name}@{d.Version}")));

    public Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _installed);
        Directory.CreateDirectory(Path.Combine(folder, "node_modules", "some"));
        return Task.CompletedTask;
    }
}
