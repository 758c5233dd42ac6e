using Ahoy.Bundling;
using Ahoy.Bundling.Npm;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>Installs the npm packages of a project: <c>npm ci</c> where it has a lock file, else <c>npm install</c>. Page: Dependencies.</summary>
/// <remarks>
/// The stamps go before npm begins and come back when it has succeeded, so that an install that was broken off is done again.
/// </remarks>
public sealed class NpmRestore : Task, ICancelableTask, IDisposable
{
    private const string Quietly = "--no-audit --no-fund --no-update-notifier --no-progress";

    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The project's folder, absolute.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>What the packages come from: the target's inputs.</summary>
    [Required]
    public string[] Inputs { get; set; } = [];

    /// <summary>A file, newer than the inputs, that says that npm has installed them.</summary>
    [Required]
    public string InstalledStamp { get; set; } = "";

    /// <summary>The same for a project that has no <c>node_modules</c>, and needs none.</summary>
    [Required]
    public string EmptyStamp { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            switch (NpmManifests.Read(ProjectFolder))
            {
                case NpmManifest.NamesNothing:
                    Write(InstalledStamp);
                    Write(EmptyStamp);
                    break;
                case NpmManifest.NamesPackages:
                    using (NpmLock.Take(Path.Combine(Path.GetDirectoryName(Full(InstalledStamp))!, "npm.lock"), _cancellation.Token))
                    {
                        Restore();
                    }

                    break;
            }
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.High, "npm was stopped: the next build restores the packages from the beginning.");
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail($"the npm packages can't be restored: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    private void Restore()
    {
        if (IsCurrent())
        {
            // The build that had the lock has done it.
            return;
        }

        if (NpmClient.Find() is not { } npm)
        {
            Fail("npm is not on the PATH, and package.json names packages: install Node.js 20 or newer, which brings npm, or set AhoyNpmRestore to false");
            return;
        }

        var command = ManifestReader.FindNpmLock(ProjectFolder) is null ? "install" : "ci";
        Log.LogMessage(MessageImportance.High, $"  npm {command} ({ProjectFolder})");
        File.Delete(Full(InstalledStamp));
        File.Delete(Full(EmptyStamp));
        if (npm.Run(ProjectFolder, $"{command} {Quietly}", _cancellation.Token) is { } output)
        {
            Fail($"'npm {command}' failed: {output}");
            return;
        }

        Write(InstalledStamp);
    }

    private bool IsCurrent() =>
        File.Exists(Full(InstalledStamp))
        && Directory.Exists(Path.Combine(ProjectFolder, "node_modules"))
        && Inputs.All(input => File.GetLastWriteTimeUtc(Full(input)) <= File.GetLastWriteTimeUtc(Full(InstalledStamp)));

    private void Write(string stamp)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(stamp))!);
        File.WriteAllText(Full(stamp), "");
    }

    private void Fail(string message) =>
        Log.LogError(null, ProjectProblems.Npm, null, Path.Combine(ProjectFolder, PackageManifest.FileName), 0, 0, 0, 0, message);

    private string Full(string file) => Path.Combine(ProjectFolder, file);
}
