using Ahoy.Api;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>Gets npm modules from a registry.</summary>
internal interface IModuleInstaller
{
    /// <summary>Finds out which modules exactly the dependencies lead to, and writes that down in the folder as npm does.</summary>
    /// <returns>The lock file's text.</returns>
    /// <exception cref="ModuleInstallException">There is no such module or version, or no registry.</exception>
    Task<string> LockAsync(string folder, IReadOnlyList<BuildDependency> dependencies, CancellationToken cancellationToken);

    /// <summary>Installs what the lock file in the folder says.</summary>
    /// <exception cref="ModuleInstallException">The registry does not give it.</exception>
    Task InstallAsync(string folder, CancellationToken cancellationToken);
}
