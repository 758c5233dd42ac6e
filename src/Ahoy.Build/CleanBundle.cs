using Ahoy.Bundling;
using Ahoy.Bundling.Output;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>Removes the Build from its folder, and nothing that somebody else has put there.</summary>
public sealed class CleanBundle : Task
{
    /// <summary>The folder of the Build, absolute.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            new BuildFolder(OutputFolder).Clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, ProjectProblems.Output, null, OutputFolder, 0, 0, 0, 0, $"the Build can't be removed: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }
}
