using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Makes what would become a Build of what <see cref="ProjectFolder"/> reads, and reports all that can't be read.</summary>
internal static class CandidateReader
{
    /// <summary>Reads a project. What it gives is complete only where no problem was added.</summary>
    public static BuildCandidate Read(ProjectInput input, ICollection<Problem> problems)
    {
        var project = new ProjectFolder(input.Settings);
        project.CheckNamedFiles(input.NamedFiles);
        var refused = FindRefused(input, project);
        var unread = new List<Problem>();
        var resources = ReadResources(input, refused, unread);
        if (problems.Count == 0 && unread.Count == 0)
        {
            project.CheckIsNotEmpty(resources.Count);
        }

        var manifest = ManifestReader.Read(project);
        var environments = ReadEnvironments(input, project);
        foreach (var problem in project.Problems.Select(ProjectProblems.Of).Concat(unread))
        {
            problems.Add(problem);
        }

        var (service, source) = project.FindServiceName(manifest?.Content, input.ProjectName);
        var folder = input.Settings.Folder;
        return new BuildCandidate(service, input.Settings.Runtime, resources, manifest, environments, source, WrittenPlace.OfRuntime(folder, input.Settings.Runtime))
        {
            Folder = folder,
            IsBundled = input.Settings.Layout.TypeScript?.Bundles == true,
            ModuleFiles = FindModuleFiles(input.Settings.Layout),
            FindNode = () => NodeChoice.Find(folder, input.Settings.Runtime),
        };
    }

    private static List<string> FindModuleFiles(ServiceLayout layout)
    {
        var folder = Path.Combine(layout.ProjectFolder, layout.FunctionsFolder);
        var found = new List<string>();
        try
        {
            if (Directory.Exists(folder))
            {
                found.AddRange(Directory.EnumerateFiles(folder, "*.mjs", SearchOption.AllDirectories)
                    .Select(file => ProjectPath.Relative(layout.ProjectFolder, file))
                    .Where(file => !file.Contains("node_modules/"))
                    .OrderBy(file => file, StringComparer.Ordinal));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the folder for its Functions reports it.
        }

        return found;
    }

    private static HashSet<string> FindRefused(ProjectInput input, ProjectFolder project)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        if (input.ResourcesAreThoseOfTheFolders)
        {
            var before = project.Problems.Count;
            project.FindResources();
            refused.UnionWith(project.Problems.Skip(before).Select(problem => problem.File!));
        }

        return refused;
    }

    private static List<ResourceContent> ReadResources(ProjectInput input, HashSet<string> refused, ICollection<Problem> problems)
    {
        var resources = new List<ResourceContent>(input.Resources.Count);
        foreach (var file in SourceMaps.Follow(input.Resources))
        {
            // MSBuild's globs go into folders and links that the scanner has refused already.
            if (!IsRefused(file.File, refused) && ResourceReader.Read(file, problems, input.Known) is { } content)
            {
                resources.Add(content);
            }
        }

        return resources;
    }

    private static bool IsRefused(string file, HashSet<string> refused)
    {
        if (refused.Count == 0)
        {
            return false;
        }

        for (var end = file.Length; end > 0; end = file.LastIndexOf('/', end - 1))
        {
            if (refused.Contains(file.Substring(0, end)))
            {
                return true;
            }
        }

        return false;
    }

    private static List<CandidateEnvironment> ReadEnvironments(ProjectInput input, ProjectFolder project)
    {
        var environments = new List<CandidateEnvironment>();
        foreach (var name in input.EnvironmentFiles)
        {
            if (project.ReadEnvironment(name) is { } content)
            {
                environments.Add(new CandidateEnvironment(name, content));
            }
        }

        return environments;
    }
}
