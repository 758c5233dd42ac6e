using System.ComponentModel;
using System.Text.Json.Nodes;
using Ahoy.Api;
using Ahoy.Bundling.Npm;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>
/// Installs with the machine's npm. Scripts of packages are not run: the platform supports no native modules, and a Build must
/// not run code on the host before it is deployed.
/// </summary>
internal sealed class NpmModuleInstaller : IModuleInstaller
{
    private const string Quietly = "--ignore-scripts --no-audit --no-fund --loglevel=error";

    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(5);

    public async Task<string> LockAsync(string folder, IReadOnlyList<BuildDependency> dependencies, CancellationToken cancellationToken)
    {
        var manifest = new JsonObject
        {
            ["name"] = "build",
            ["version"] = "1.0.0",
            ["private"] = true,
            ["dependencies"] = new JsonObject(dependencies.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Name, d.Version))),
        };
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), manifest.ToJsonString(), cancellationToken);
        await RunAsync(folder, "install --package-lock-only", cancellationToken);
        return await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"), cancellationToken);
    }

    public Task InstallAsync(string folder, CancellationToken cancellationToken) =>
        RunAsync(folder, "ci --omit=dev", cancellationToken);

    private static async Task RunAsync(string folder, string arguments, CancellationToken cancellationToken)
    {
        var npm = InstallerProgram.FindNpm() ?? throw new ModuleInstallException(
            "npm, which installs a Build's dependencies, is not on the host's PATH. Install Node.js, which brings it.");
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(s_timeLimit);
        try
        {
            // It waits for a process: a thread of its own, so that none of the pool's waits with it.
            var output = await Task.Factory.StartNew(
                () => npm.Run(folder, $"{arguments} {Quietly}", time.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (output is not null)
            {
                throw new ModuleInstallException($"npm could not install the dependencies: {Shorten(output)}");
            }
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ModuleInstallException(
                $"npm did not install the dependencies within {s_timeLimit.TotalMinutes:0} minutes. Is the registry reachable from the host?");
        }
        catch (Win32Exception e)
        {
            throw new ModuleInstallException($"npm, which installs a Build's dependencies, can't be started ({e.Message}).");
        }
    }

    private static string Shorten(string error)
    {
        const int MaxLines = 8;
        var lines = error
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.StartsWith("npm error ", StringComparison.Ordinal) ? l["npm error ".Length..] : l)
            .Where(l => !l.StartsWith("A complete log of this run", StringComparison.Ordinal));
        return string.Join(" ", lines.Take(MaxLines));
    }
}
