using System.Diagnostics;
using Ahoy.Bundling.Npm;
using Ahoy.Model;

namespace Ahoy.Bundling.FrontEnds;

/// <summary>A script of package.json that goes on as long as the project is served (<c>AhoyAssetsWatch</c>), and is ended with it.</summary>
public sealed class WatchingScript : IDisposable
{
    private readonly Process _process;

    private WatchingScript(Process process) => _process = process;

    /// <summary>Starts one.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="script">The script's name.</param>
    /// <param name="line">Gets each line that it writes.</param>
    /// <param name="ended">Gets its exit code, where it ends by itself.</param>
    /// <exception cref="ProjectException">There is no such script, or nothing that runs it.</exception>
    public static WatchingScript Start(string folder, string script, Action<string> line, Action<int> ended)
    {
        var project = ProjectFolder.Open(folder, new GivenSettings(), ToolkitConfiguration.Empty);
        if (project.ReadManifest() is not { } manifest || !manifest.Scripts.ContainsKey(script))
        {
            throw new ProjectException($"{PackageManifest.FileName} has no script '{script}', which AhoyAssetsWatch (--assets-watch) names: add it, or correct the name.");
        }

        if (InstallerFinder.Find(ProjectPackages.Find(project.Settings.Folder, manifest), out var problem, CancellationToken.None) is not { } program)
        {
            throw new ProjectException($"The script '{script}' can't be run: {problem}.");
        }

        return new WatchingScript(program.Start(project.Settings.Folder, $"run {script}", line, ended));
    }

    /// <summary>Ends it, and all that it has started.</summary>
    public void Dispose()
    {
        _process.EnableRaisingEvents = false;
        ProcessTree.Kill(_process);
        _process.Dispose();
    }
}
