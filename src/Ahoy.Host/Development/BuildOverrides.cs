using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>
/// What the project's last Build says of its resources: paths and visibilities that the project file set, files outside the
/// folders, and files that it left out. Files that came after the Build go by the rules of the folders.
/// </summary>
internal sealed class BuildOverrides
{
    private readonly Build? _build;
    private readonly Dictionary<string, Resource> _byFile = new(StringComparer.Ordinal);
    private HashSet<string>? _leftOut;

    private BuildOverrides(Build? build)
    {
        _build = build;
        foreach (var resource in build?.Resources ?? [])
        {
            _byFile[resource.File] = resource;
        }
    }

    public string? Service => _build?.Service;

    public string? Runtime => _build?.Runtime;

    /// <summary>Reads the Build of a folder, if there is one.</summary>
    /// <exception cref="ProjectException">There is one, and it can't be read.</exception>
    public static BuildOverrides Load(string? buildFolder)
    {
        if (buildFolder is null)
        {
            return new BuildOverrides(null);
        }

        var file = Path.Combine(buildFolder, BuildJson.FileName);
        try
        {
            return new BuildOverrides(BuildJson.Read(File.ReadAllBytes(file), file));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ProjectException($"{file}: there is no Build: build the project first.");
        }
        catch (Exception e) when (e is BuildFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ProjectException(e is BuildFormatException ? e.Message : $"{file}: can't be read: {e.Message}");
        }
    }

    /// <summary>The resources of a project, given the files that its folders hold now.</summary>
    public IEnumerable<ResourceFile> Apply(ServiceLayout layout, IReadOnlyList<ResourceFile> found)
    {
        if (_build is null)
        {
            return found;
        }

        // What is there at first and not in the Build was left out of it on purpose: the Build was made a moment ago.
        _leftOut ??= [.. found.Select(f => f.File).Where(f => !_byFile.ContainsKey(f))];
        var isFound = found.Select(f => f.File).ToHashSet(StringComparer.Ordinal);
        var outside = _build.Resources
            .Where(r => !isFound.Contains(r.File))
            .Select(r => (Resource: r, FullPath: Path.Combine(layout.ProjectFolder, r.File)))
            .Where(r => File.Exists(r.FullPath))
            .Select(r => new ResourceFile(r.Resource.Kind, r.FullPath, r.Resource.File, r.Resource.Path, r.Resource.Visibility));
        return found
            .Where(f => !_leftOut.Contains(f.File))
            .Select(f => _byFile.TryGetValue(f.File, out var r) ? new ResourceFile(r.Kind, f.FullPath, f.File, r.Path, r.Visibility) : f)
            .Concat(outside);
    }
}
