using System.Text;
using Ahoy.Bundling;
using Ahoy.Model;
using Microsoft.Build.Framework;

namespace Ahoy.Build;

/// <summary>Writes what the analyzers have to know of the project around a Function: <see cref="ProjectSummary"/>, as text.</summary>
public sealed class WriteProjectSummary : ResourceTask
{
    /// <summary>The file to write. It keeps its time where its content stays as it is: the compiler looks at that.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary>A file whose presence says that the summary is there, in this state.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        // Whatever is wrong with the items, CheckService reports.
        var resources = ReadResources(new List<Problem>());
        var text = ProjectSummaryText.Write(ProjectSummarizer.Summarize(ProjectFolder, resources, Counted.EnvFile, Counted.Runtime));
        try
        {
            AtomicFile.Write(Path.Combine(ProjectFolder, OutputFile), Encoding.UTF8.GetBytes(text));
            Stamp.Write(Path.Combine(ProjectFolder, StampFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, ProjectProblems.Output, null, OutputFile, 0, 0, 0, 0, $"can't be written: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }
}
