using Ahoy.Bundling;
using Ahoy.Bundling.Npm;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>Installs the npm packages of a project by what the project uses, from its lock file. Page: Dependencies.</summary>
public sealed class NpmRestore : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The project's folder, absolute.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>What the packages come from: the target's inputs.</summary>
    [Required]
    public string[] Inputs { get; set; } = [];

    /// <summary>A file, newer than the inputs, that says that the packages are there.</summary>
    [Required]
    public string InstalledStamp { get; set; } = "";

    /// <summary>A list for the next build: where the packages are, and the files outside of the project that they come from.</summary>
    [Required]
    public string FileList { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var restore = new PackageRestore(ProjectFolder, [.. Inputs.Select(Full)], Full(InstalledStamp), Full(FileList));
            if (restore.Run(line => Log.LogMessage(MessageImportance.High, line), _cancellation.Token) is { } problem)
            {
                var file = Path.GetFullPath(Path.Combine(ProjectFolder, problem.File ?? PackageManifest.FileName));
                Log.LogError(null, problem.Id, null, RuleDocumentation.PageOf(problem.Id), file, problem.Line, 0, 0, 0, problem.Message);
            }
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.High, "The install was stopped: the next build restores the packages from the beginning.");
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var file = Path.Combine(ProjectFolder, PackageManifest.FileName);
            Log.LogError(null, ProjectProblems.Npm, null, file, 0, 0, 0, 0, $"the npm packages can't be restored: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    private string Full(string file) => Path.GetFullPath(Path.Combine(ProjectFolder, file));
}
