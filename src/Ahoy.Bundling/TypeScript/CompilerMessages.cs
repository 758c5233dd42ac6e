using Ahoy.Bundling.Npm;
using Ahoy.Model;

namespace Ahoy.Bundling.TypeScript;

/// <summary>What an answer of the compiler comes to, in words.</summary>
internal static class CompilerMessages
{
    /// <summary>The messages of an answer: those of the compiler, or why there are none.</summary>
    public static IReadOnlyList<CompilerMessage> Of(CompilerAnswer answer, TypeScriptProject project) =>
        answer.IsMissing ? [Fail(project, DescribeMissing(project.Folder, "typescript"))]
        : answer.HasNoBundler ? [new(ProjectProblem.Bundle, IsError: true, DescribeMissing(project.Folder, "esbuild"), Path.Combine(project.Folder, PackageManifest.FileName))]
        : answer.Problem is { } problem ? [Fail(project, problem)]
        : answer.Failure is { } failure ? [Fail(project, $"can't be compiled: the compiler failed ({failure.Split('\n')[0].Trim()})")]
        : answer.Messages;

    /// <summary>What is wrong with the project before a compiler is asked; null where nothing is.</summary>
    public static CompilerMessage? FindObstacle(TypeScriptProject project) =>
        !project.HasTypeScript ? null
        : !project.WritesIntoProject
            ? Fail(project, $"says that the output goes to '{project.Output}' (\"outDir\"), outside of the project: name a folder in the project, or leave it out for 'dist'")
        : ProjectPath.IsIn(project.Output, project.SourceFolder) && project.SourceFolder != project.Folder
            ? Fail(project, $"says that the output goes to a folder that holds the sources (\"outDir\"): name another folder, or leave it out for 'dist'")
        : NotForOutput(project).Any(folder => ProjectPath.IsIn(folder, project.Output))
            ? Fail(project, $"says that the output goes among the sources or the packages (\"outDir\": '{ProjectPath.Relative(project.Folder, project.Output)}'): name another folder, or leave it out for 'dist'")
        : !ProjectPath.IsIn(project.Root, project.SourceFolder)
            ? Fail(project, $"says \"rootDir\": '{project.Root}', and the sources in '{project.SourceFolder}' lie outside of it: leave it out")
            : null;

    private static IEnumerable<string> NotForOutput(TypeScriptProject project)
    {
        yield return Path.Combine(project.Folder, "node_modules");
        yield return project.SourcesOf(ResourceKind.Function);
        yield return project.SourcesOf(ResourceKind.Asset);
        if (project.SourceFolder != project.Folder)
        {
            yield return project.SourceFolder;
        }
    }

    /// <summary>A message about the compiler's settings.</summary>
    public static CompilerMessage Fail(TypeScriptProject project, string text) => new(ProjectProblem.TypeScript, IsError: true, text, project.Configuration);

    /// <summary>What to say where the project is in TypeScript and there is no Node.</summary>
    public static string DescribeMissingNode() => "needs Node to be compiled, and there is none on this machine: install Node 20 or newer";

    /// <summary>Whether a compiler is there to be asked: in the project's packages or in those of a folder above, or by a resolver without folders.</summary>
    public static bool IsInstalled(TypeScriptProject project)
    {
        for (var folder = project.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "node_modules", "typescript", PackageManifest.FileName)) || File.Exists(Path.Combine(folder, ".pnp.cjs")))
            {
                return true;
            }
        }

        return false;
    }

    private static string DescribeMissing(string folder, string package)
    {
        var manifest = ReadManifest(folder);
        var installer = manifest is null ? PackageInstaller.Npm : ProjectPackages.Find(folder, manifest).Installer;
        var name = Installers.NameOf(installer);
        if (manifest is not null && manifest.Dependencies.Concat(manifest.DevDependencies).Any(named => named.Key == package))
        {
            return $"needs '{package}', which package.json names and which is not installed: run `{name} install`";
        }

        var add = installer switch
        {
            PackageInstaller.Npm => $"npm install --save-dev {package}",
            PackageInstaller.Bun => $"bun add --dev {package}",
            _ => $"{name} add --dev {package}",
        };
        return $"needs the package '{package}', and the project has none: run `{add}`";
    }

    private static PackageManifest? ReadManifest(string folder)
    {
        try
        {
            var file = Path.Combine(folder, PackageManifest.FileName);
            return File.Exists(file) ? PackageManifest.Parse(File.ReadAllText(file), PackageManifest.FileName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return null;
        }
    }
}
