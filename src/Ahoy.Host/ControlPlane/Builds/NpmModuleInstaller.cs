using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Ahoy.Api;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>
/// Installs with the machine's npm. Scripts of packages are not run: the platform supports no native modules, and a Build must
/// not run code on the host before it is deployed.
/// </summary>
internal sealed class NpmModuleInstaller : IModuleInstaller
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(5);
    private static readonly string[] s_quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

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
        await RunAsync(folder, ["install", "--package-lock-only", .. s_quiet], cancellationToken);
        return await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"), cancellationToken);
    }

    public Task InstallAsync(string folder, CancellationToken cancellationToken) =>
        RunAsync(folder, ["ci", "--omit=dev", .. s_quiet], cancellationToken);

    private static async Task RunAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        using var npm = Start(folder, arguments);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(s_timeLimit);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(time.Token);
            var error = await npm.StandardError.ReadToEndAsync(time.Token);
            await output;
            await npm.WaitForExitAsync(time.Token);
            if (npm.ExitCode != 0)
            {
                throw new ModuleInstallException($"npm could not install the dependencies: {Shorten(error)}");
            }
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ModuleInstallException(
                $"npm did not install the dependencies within {s_timeLimit.TotalMinutes:0} minutes. Is the registry reachable from the host?");
        }
    }

    private static Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var npm = Process.Start(start)!;
            npm.StandardInput.Close();
            return npm;
        }
        catch (Win32Exception e)
        {
            throw new ModuleInstallException(
                $"npm, which installs a Build's dependencies, can't be started ({e.Message}). Install Node.js, and make sure that npm is on the host's PATH.");
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
