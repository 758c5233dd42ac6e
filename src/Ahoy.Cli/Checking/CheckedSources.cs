using Ahoy.Analysis.Engine;
using Ahoy.Analysis.SourceMaps;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>The files of a project, each read and parsed once, whoever asks first.</summary>
internal sealed class CheckedSources : ProjectSources
{
    private readonly Dictionary<string, Lazy<SourceFile>> _byFile = new(StringComparer.Ordinal);

    public CheckedSources(IEnumerable<ResourceFile> files)
    {
        foreach (var file in files)
        {
            _byFile.TryAdd(file.File, new Lazy<SourceFile>(() => SourceFile.Parse(File.ReadAllText(file.FullPath), CheckedProject.ToResource(file))));
        }
    }

    /// <summary>The source of a file.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public SourceFile Read(ResourceFile file) => _byFile[file.File].Value;

    /// <summary>The sources that a file was compiled from; null where no map leads to any.</summary>
    public static OriginalSources? OriginalsOf(CheckedProject project, ResourceFile file)
    {
        try
        {
            return OriginalSources.Of(project.Sources.Read(file), file.FullPath, project.Folder, ReadIfThere, ReadIfThere);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? ReadIfThere(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override SourceFile? Find(ProjectResource resource)
    {
        try
        {
            return _byFile.TryGetValue(resource.File, out var source) ? source.Value : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever checks that file says so.
            return null;
        }
    }
}
