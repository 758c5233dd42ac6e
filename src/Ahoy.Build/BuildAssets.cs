using Ahoy.Bundling.FrontEnds;
using Ahoy.Model;
using Microsoft.Build.Framework;

namespace Ahoy.Build;

/// <summary>Fills the Assets folder by a script of package.json, where what the script reads has changed. Page: Using a front-end framework.</summary>
public sealed class BuildAssets : ResourceTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The script (<c>AhoyAssetsBuild</c>).</summary>
    [Required]
    public string Script { get; set; } = "";

    /// <summary>How long it may take (<c>AhoyAssetsBuildSeconds</c>).</summary>
    public int Seconds { get; set; } = 600;

    /// <summary>A folder for what the next build needs to know.</summary>
    [Required]
    public string WorkFolder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var script = new AssetsScript(Counted, Script, Path.GetFullPath(Path.Combine(ProjectFolder, WorkFolder)), TimeSpan.FromSeconds(Seconds));
            if (script.Run(line => Log.LogMessage(MessageImportance.High, line), _cancellation.Token) is { } problem)
            {
                Log.LogError(null, problem.Id, null, RuleDocumentation.PageOf(problem.Id), Path.Combine(ProjectFolder, problem.File!), problem.Line, 0, 0, 0, problem.Message);
            }
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.High, $"The script '{Script}' was stopped: the next build runs it again.");
            return false;
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();
}
