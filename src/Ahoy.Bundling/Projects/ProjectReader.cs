using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Reads a project from disk, and reports all that can't be read.</summary>
internal static class ProjectReader
{
    /// <summary>Reads a project. What it gives is complete only where no problem was added.</summary>
    public static BuildCandidate Read(ProjectInput input, ICollection<Problem> problems)
    {
        ReportMissing(input, problems);
        var resources = ReadResources(input, problems);
        var manifest = ManifestReader.Read(input.Folder, problems);
        var environments = ReadEnvironments(input, problems);
        var (service, source) = NameService(input, manifest);
        return new BuildCandidate(service, input.Runtime, resources, manifest, environments, source);
    }

    private static void ReportMissing(ProjectInput input, ICollection<Problem> problems)
    {
        foreach (var expected in input.Expected)
        {
            var path = Path.Combine(input.Folder, expected.Key);
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                problems.Add(ProjectProblems.Error(
                    ProjectProblems.Missing, $"'{expected.Key}' does not exist, and {expected.Value} names it: create it, or correct {expected.Value}"));
            }
        }
    }

    private static List<ResourceContent> ReadResources(ProjectInput input, ICollection<Problem> problems)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var problem in input.Layout is { } layout ? ResourceScanner.Scan(layout).Problems : [])
        {
            refused.Add(problem.File);
            problems.Add(ProjectProblems.Error(ProjectProblems.Resource, problem.Message, problem.File));
        }

        var resources = new List<ResourceContent>(input.Resources.Count);
        foreach (var file in input.Resources)
        {
            // MSBuild's globs go into folders and links that the scanner has refused already.
            if (!IsRefused(file.File, refused) && ResourceReader.Read(file, problems) is { } content)
            {
                resources.Add(content);
            }
        }

        if (resources.Count == 0 && problems.Count == 0)
        {
            problems.Add(ProjectProblems.Error(
                ProjectProblems.EmptyService,
                $"the Service is empty: put a Function (.js) into '{input.Layout?.FunctionsFolder ?? "functions"}', or a file into '{input.Layout?.AssetsFolder ?? "assets"}'"));
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

    private static List<CandidateEnvironment> ReadEnvironments(ProjectInput input, ICollection<Problem> problems)
    {
        var environments = new List<CandidateEnvironment>();
        foreach (var name in input.EnvironmentFiles)
        {
            var file = Path.Combine(input.Folder, name);
            if (!File.Exists(file))
            {
                continue;
            }

            try
            {
                var content = EnvFile.Load(file);
                environments.Add(new CandidateEnvironment(name, content));
                foreach (var error in content.Errors)
                {
                    problems.Add(ProjectProblems.Error(ProjectProblems.EnvironmentLine, error.Message, name, error.Line));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(ProjectProblems.Error(ProjectProblems.EnvironmentLine, $"can't be read: {e.Message}", name));
            }
        }

        return environments;
    }

    private static (string Name, string? Source) NameService(ProjectInput input, CandidateManifest? manifest)
    {
        if (!string.IsNullOrEmpty(input.ServiceName))
        {
            return (input.ServiceName!, null);
        }

        return manifest?.Content.Name is { Length: > 0 } package
            ? (ServiceName.FromPackageName(package), PackageManifest.FileName)
            : (ServiceName.FromPackageName(input.ProjectName), null);
    }
}
