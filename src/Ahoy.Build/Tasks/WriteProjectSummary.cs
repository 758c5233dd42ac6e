using System.Text;
using Ahoy.Bundling.Output;
using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Bundling.Tasks;

/// <summary>Writes what the analyzers have to know of the project around a Function: <see cref="ProjectSummary"/>, as text.</summary>
public sealed class WriteProjectSummary : Task
{
    /// <summary>The project file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary><c>AhoyRuntime</c>.</summary>
    [Required]
    public string Runtime { get; set; } = "";

    /// <summary>The items <c>AhoyFunction</c>.</summary>
    public ITaskItem[] Functions { get; set; } = [];

    /// <summary>The items <c>AhoyAsset</c>.</summary>
    public ITaskItem[] Assets { get; set; } = [];

    /// <summary><c>AhoyFunctionsFolder</c>.</summary>
    [Required]
    public string FunctionsFolder { get; set; } = "";

    /// <summary><c>AhoyAssetsFolder</c>.</summary>
    [Required]
    public string AssetsFolder { get; set; } = "";

    /// <summary><c>AhoyEnvFile</c>.</summary>
    public string EnvironmentFile { get; set; } = "";

    /// <summary>The file to write. It keeps its time where its content stays as it is: the compiler looks at that.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary>A file whose presence says that the summary is there, in this state.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;

        // Whatever is wrong with the items, CheckService reports.
        var problems = new List<Problem>();
        var resources = ResourceItems.Read(ResourceKind.Function, Functions, folder, FunctionsFolder, problems)
            .Concat(ResourceItems.Read(ResourceKind.Asset, Assets, folder, AssetsFolder, problems));
        var text = ProjectSummaryText.Write(ProjectSummarizer.Summarize(folder, resources, EnvironmentFile, Runtime));
        try
        {
            AtomicFile.Write(Path.Combine(folder, OutputFile), Encoding.UTF8.GetBytes(text));
            Stamp.Write(Path.Combine(folder, StampFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, ProjectProblems.Output, null, OutputFile, 0, 0, 0, 0, $"can't be written: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }
}
