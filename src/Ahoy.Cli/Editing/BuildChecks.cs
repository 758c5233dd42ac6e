using Ahoy.Bundling.Folders;
using Ahoy.LanguageServer.Projects;
using Ahoy.Model;

namespace Ahoy.Cli.Editing;

/// <summary>The checks of the Build, for editors: of what lies in the folder, as <c>ahoy check</c> sees it.</summary>
internal sealed class BuildChecks : IBuildChecks
{
    /// <inheritdoc/>
    public IReadOnlyList<BuildFinding> Check(string folder)
    {
        try
        {
            var settings = ProjectSettings.Of(folder, new GivenSettings(), ToolkitConfiguration.Load(folder));
            var service = ServiceFolder.Read(settings, SettingsFiles.Of(folder));
            return
            [
                .. service.Problems.Select(problem => new BuildFinding(
                    problem.Id, problem.Severity, problem.Message.TrimEnd('.') + ".", Path.GetFullPath(Path.Combine(folder, problem.File ?? ".")), problem.Line)),
            ];
        }
        catch (ToolkitConfigurationException e)
        {
            return [new BuildFinding(ProjectProblem.Configuration, Severity.Error, e.Message, e.File, e.Line)];
        }
        catch (Exception e) when (e is ProjectException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
