using System.Text;
using Ahoy.Bundling;
using Ahoy.Bundling.Output;
using Ahoy.Model;
using Microsoft.Build.Framework;

namespace Ahoy.Build;

/// <summary>Writes the Build of a service that has passed the checks.</summary>
public sealed class BundleService : ServiceTask
{
    /// <summary>The folder of the Build.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>A file for one line that says what is in the Build.</summary>
    [Required]
    public string LineFile { get; set; } = "";

    /// <summary>A file for a line on each resource of the Build.</summary>
    [Required]
    public string ListFile { get; set; } = "";

    /// <summary>A file whose presence says that the Build is there, in this state.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var problems = new List<Problem>();
        var candidate = ReadCandidate(problems);
        if (problems.Count == 0)
        {
            try
            {
                new BuildFolder(Path.GetFullPath(Path.Combine(ProjectFolder, OutputFolder))).Write(candidate);
                Report(candidate);
                KeepKnown();
                Stamp.Write(Path.Combine(ProjectFolder, StampFile));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(ProjectProblems.Error(ProjectProblems.Output, $"the Build can't be written to '{OutputFolder}': {e.Message}"));
            }
        }

        CreateLog().Report(problems);
        return !Log.HasLoggedErrors;
    }

    private void Report(BuildCandidate candidate)
    {
        var build = candidate.ToBuild();
        var variables = candidate.Environments.SelectMany(environment => environment.Content.Variables).Select(variable => variable.Name).Distinct();
        AtomicFile.Write(Path.Combine(ProjectFolder, LineFile), Encoding.UTF8.GetBytes(BuildReport.Line(build, variables)));
        AtomicFile.Write(Path.Combine(ProjectFolder, ListFile), Encoding.UTF8.GetBytes(BuildReport.List(build)));
    }
}
