using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Connections;

/// <summary>Reads the environment file whose variables a command sets.</summary>
internal static class EnvironmentFile
{
    /// <summary>The file's content; empty where it is the usual one and not there. What may not be meant so is written to the standard error.</summary>
    /// <param name="project">The project.</param>
    /// <param name="file">The file, relative to the project or absolute.</param>
    /// <param name="named">The file with what names it, where something does: then it must be there.</param>
    /// <param name="warns">Whether to write what may not be meant so: not where a Build was made of the project, whose checks have said it.</param>
    /// <exception cref="UserErrorException">It is not there, or a line of it can't be read; all that is wrong is in it.</exception>
    public static EnvFile Read(ProjectFolder project, string file, IReadOnlyList<NamedFile> named, bool warns = true)
    {
        project.CheckNamedFiles(named);
        var content = project.ReadEnvironment(file);
        foreach (var warning in warns ? project.Warnings : [])
        {
            Console.Error.WriteLine($"warning {warning.Id}: {warning}");
        }

        return project.Problems.Count > 0
            ? throw new UserErrorException(string.Join(Environment.NewLine, project.Problems))
            : content ?? EnvFile.Empty;
    }
}
