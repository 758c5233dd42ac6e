namespace Ahoy.Model;

/// <summary>Finds the resources of a project in its folders. Page: General Usage.</summary>
/// <remarks>
/// Below the Functions folder each <c>.js</c> file is a Function; below the Assets folder each file is an Asset, but for what
/// operating systems, editors, compilers and Git leave behind (<see cref="LeftFiles"/>). A source map has the visibility of what it maps. A link is
/// followed where it stays in the project and refused where it leaves it: what is deployed would not be what is reviewed.
/// </remarks>
public sealed class ResourceScanner
{
    private static readonly HashSet<string> s_ignoredFolders = new(StringComparer.Ordinal) { "node_modules", ".git" };

    private readonly string _projectFolder;
    private readonly List<ResourceFile> _files = [];
    private readonly List<ScanProblem> _problems = [];

    private ResourceScanner(string projectFolder) => _projectFolder = projectFolder;

    /// <summary>Finds the resources; never throws for what it finds on the way, but reports it.</summary>
    public static ScanResult Scan(ServiceLayout layout)
    {
        var scanner = new ResourceScanner(layout.ProjectFolder);
        scanner.ScanRoot(ResourceKind.Function, layout.FunctionsFolder);
        scanner.ScanRoot(ResourceKind.Asset, layout.AssetsFolder);
        return new ScanResult(SourceMaps.Follow(scanner._files), scanner._problems);
    }

    /// <summary>Whether a file's name makes it a resource of the kind.</summary>
    public static bool IsResourceName(ResourceKind kind, string fileName) =>
        !LeftFiles.Contains(fileName)
        && (kind == ResourceKind.Asset || fileName.EndsWith(ResourcePath.FunctionExtension, StringComparison.Ordinal));

    private void ScanRoot(ResourceKind kind, string folder)
    {
        var root = Path.GetFullPath(Path.Combine(_projectFolder, folder));
        if (Directory.Exists(root))
        {
            ScanFolder(kind, root, root, new HashSet<string>(StringComparer.Ordinal));
        }
        else if (File.Exists(root))
        {
            Report(root, $"is a file, and the folder of the {kind}s is expected here");
        }
    }

    private void ScanFolder(ResourceKind kind, string root, string folder, HashSet<string> open)
    {
        var real = FileLinks.RealPath(folder) ?? folder;
        if (!open.Add(real))
        {
            Report(folder, "is a link to a folder that it lies in: remove the link");
            return;
        }

        foreach (var entry in List(folder))
        {
            if (Directory.Exists(entry))
            {
                VisitFolder(kind, root, entry, open);
            }
            else
            {
                VisitFile(kind, root, entry);
            }
        }

        open.Remove(real);
    }

    private void VisitFolder(ResourceKind kind, string root, string folder, HashSet<string> open)
    {
        var name = Path.GetFileName(folder);
        if (s_ignoredFolders.Contains(name) || LeavesProject(folder))
        {
            return;
        }

        if (kind == ResourceKind.Function && name.EndsWith(ResourcePath.FunctionExtension, StringComparison.Ordinal))
        {
            Report(folder, "is a folder with the name of a Function: a Function is one .js file; rename the folder");
            return;
        }

        ScanFolder(kind, root, folder, open);
    }

    private void VisitFile(ResourceKind kind, string root, string file)
    {
        if (!IsResourceName(kind, Path.GetFileName(file)) || LeavesProject(file))
        {
            return;
        }

        if (FileLinks.IsBroken(file))
        {
            Report(file, "is a link to something that does not exist: restore its target or remove the link");
            return;
        }

        var path = ResourcePath.FromFile(kind, Relative(root, file));
        _files.Add(new ResourceFile(kind, file, Relative(_projectFolder, file), path.Value, path.Visibility));
    }

    private bool LeavesProject(string entry)
    {
        if (!FileLinks.IsLink(entry) || FileLinks.RealPath(entry) is not { } target)
        {
            return false;
        }

        var project = FileLinks.RealPath(_projectFolder) ?? _projectFolder;
        if (target.StartsWith(project.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return false;
        }

        Report(entry, "is a link that leaves the project: copy the file into the project instead");
        return true;
    }

    private string[] List(string folder)
    {
        try
        {
            var entries = Directory.GetFileSystemEntries(folder);
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(folder, $"can't be read: {e.Message}");
            return [];
        }
    }

    private void Report(string entry, string message) =>
        _problems.Add(new ScanProblem(Relative(_projectFolder, entry), message));

    private static string Relative(string folder, string entry) =>
        entry.StartsWith(folder, StringComparison.Ordinal)
            ? entry.Substring(folder.Length).Replace('\\', '/').TrimStart('/')
            : entry.Replace('\\', '/');
}
