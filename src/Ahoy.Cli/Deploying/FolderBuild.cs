using Ahoy.Bundling.Folders;
using Ahoy.Bundling.Output;
using Ahoy.Bundling.TypeScript;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary>The Build of a project that has no project file, as those of the Serverless Toolkit: made for the deploy, of what lies in the folder.</summary>
internal static class FolderBuild
{
    /// <summary>Whether a path is such a project. One that was built is deployed as it was built, unless other folders are named.</summary>
    /// <param name="path">What is to be deployed.</param>
    /// <param name="given">What is given beside it.</param>
    /// <exception cref="UserErrorException">Folders are named, and the path is no such project.</exception>
    public static bool IsMeant(string path, GivenSettings given)
    {
        var namesFolders = given.FunctionsFolder is not null || given.AssetsFolder is not null;
        var isProject = Directory.Exists(path) && !File.Exists(Path.Combine(path, BuildJson.FileName));
        if (!isProject || Directory.EnumerateFiles(path, "*.??proj").Any())
        {
            return namesFolders
                ? throw new UserErrorException(
                    $"{path}: its folders are those that it was built with. Build it with others: dotnet publish -p:AhoyFunctionsFolder=… -p:AhoyAssetsFolder=…")
                : false;
        }

        return namesFolders || BuildFinder.TryFind(path) is null;
    }

    /// <summary>Makes the Build, and writes what the checks report.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="given">What is given beside it.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="keep">Which resources are wanted.</param>
    /// <param name="output">Where to say what is wrong.</param>
    /// <returns>The Build; who closes it removes it.</returns>
    /// <exception cref="UserErrorException">The checks found errors.</exception>
    public static BuildReader Make(
        string folder, GivenSettings given, ToolkitConfiguration configuration, Func<ResourceFile, bool> keep, TextWriter output)
    {
        var settings = ProjectSettings.Of(folder, given, configuration);
        var compiled = TypeScriptBuild.Run(settings, TypeScriptBuild.WorkFolderOf(folder));
        foreach (var message in compiled.Messages)
        {
            output.WriteLine(message.ToLine(settings.Folder));
        }

        if (!compiled.IsComplete)
        {
            throw new UserErrorException("Nothing was deployed: the project's TypeScript can't be compiled.", ExitCode.Failed);
        }

        if (new ProjectFolder(settings).DescribeUncompiled() is { } uncompiled)
        {
            output.WriteLine(uncompiled);
        }

        var service = ServiceFolder.Read(settings, SettingsFiles.Of(folder), keep);
        foreach (var problem in service.Problems)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{problem.File ?? folder}{(problem.Line > 0 ? $"({problem.Line})" : "")}: {NameOf(problem.Severity)} {problem.Id}: {problem.Message.TrimEnd('.')}."));
        }

        if (service.HasErrors)
        {
            throw new UserErrorException("Nothing was deployed: the project can't become a Build as it is.", ExitCode.Failed);
        }

        var temporary = Directory.CreateTempSubdirectory("ahoy-deploy-").FullName;
        try
        {
            service.WriteBuild(temporary);
            return BuildReader.OpenTemporary(temporary);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    private static string NameOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
}
