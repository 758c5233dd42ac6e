using System.IO.Compression;
using Ahoy.Model;

namespace Ahoy.Bundling.Output;

/// <summary>
/// A Build with its contents: the folder that <c>dotnet build</c> writes, or the <c>.ahoy.zip</c> of it from any machine.
/// </summary>
/// <remarks>
/// Of an archive nothing is taken but <c>build.json</c> and the contents that it names, each of the size and the hash that it says: no entry
/// can leave the folder, and none can be larger than it claims.
/// </remarks>
public sealed class BuildReader : IDisposable
{
    private const int MaxBuildJsonBytes = 16 * 1024 * 1024;

    private readonly string _files;
    private readonly string? _temporary;

    private BuildReader(Build build, string files, string? temporary)
    {
        Build = build;
        _files = files;
        _temporary = temporary;
    }

    /// <summary>The extension of an archive.</summary>
    public const string ArchiveExtension = ".ahoy.zip";

    /// <summary>What is in it.</summary>
    public Build Build { get; }

    /// <summary>Opens a folder or an archive.</summary>
    /// <exception cref="BuildFormatException">It is no Build, or a damaged one.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static BuildReader Open(string path)
    {
        if (Directory.Exists(path))
        {
            return OpenFolder(path, temporary: null);
        }

        if (!File.Exists(path))
        {
            throw new BuildFormatException($"{path}: there is no such Build. Build the project first, or name its folder or its {ArchiveExtension}.");
        }

        var temporary = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"ahoy-build-{Guid.NewGuid():N}")).FullName;
        try
        {
            Extract(path, temporary);
            return OpenFolder(temporary, temporary);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    /// <summary>Opens a folder that is removed with it.</summary>
    /// <exception cref="BuildFormatException">It is no Build, or a damaged one.</exception>
    public static BuildReader OpenTemporary(string folder) => OpenFolder(folder, folder);

    /// <summary>Reads what an archive says that is in it, and none of the contents.</summary>
    /// <exception cref="BuildFormatException">It is no Build.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static Build ReadBuild(string archivePath)
    {
        try
        {
            using var archive = ZipFile.OpenRead(archivePath);
            return ReadBuild(archive, archivePath, out _);
        }
        catch (InvalidDataException e)
        {
            throw NoArchive(archivePath, e);
        }
    }

    /// <summary>The same with some of its resources, or for another runtime. It takes this one's place: close it alone.</summary>
    /// <param name="keep">Which resources stay.</param>
    /// <param name="runtime">The runtime; null for the Build's own.</param>
    public BuildReader Select(Func<Resource, bool> keep, string? runtime = null) =>
        new(new Build(Build.Service, runtime ?? Build.Runtime, Build.Dependencies, Build.Resources.Where(keep)), _files, _temporary);

    /// <summary>The file of a resource's content.</summary>
    public string FileOf(Resource resource) => Path.Combine(_files, resource.Sha256);

    /// <summary>Opens a resource's content.</summary>
    public Stream OpenContent(Resource resource) => new FileStream(
        FileOf(resource), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private static BuildReader OpenFolder(string folder, string? temporary)
    {
        var json = Path.Combine(folder, BuildJson.FileName);
        if (!File.Exists(json))
        {
            throw new BuildFormatException($"{folder}: no Build: {BuildJson.FileName} is not in it.");
        }

        var build = BuildJson.Read(File.ReadAllBytes(json), json);
        var files = Path.Combine(folder, BuildJson.FilesFolder);
        foreach (var resource in build.Resources)
        {
            ThrowIfNoHash(resource, json);
            var file = new FileInfo(Path.Combine(files, resource.Sha256));
            if (!file.Exists || file.Length != resource.Size)
            {
                throw new BuildFormatException(
                    $"{folder}: the content of {resource.Path} ({resource.File}) is missing or damaged. Build the project again.");
            }
        }

        return new BuildReader(build, files, temporary);
    }

    private static void Extract(string archivePath, string folder)
    {
        try
        {
            using var archive = ZipFile.OpenRead(archivePath);
            var build = ReadBuild(archive, archivePath, out var json);
            File.WriteAllBytes(Path.Combine(folder, BuildJson.FileName), json);
            var files = Directory.CreateDirectory(Path.Combine(folder, BuildJson.FilesFolder)).FullName;
            foreach (var resource in build.Resources.GroupBy(r => r.Sha256).Select(same => same.First()))
            {
                var entry = archive.GetEntry($"{BuildJson.FilesFolder}/{resource.Sha256}")
                    ?? throw new BuildFormatException($"{archivePath}: the content of {resource.Path} is missing.");
                var content = Read(entry, resource.Size, archivePath);
                if (ContentHash.Of(content) != resource.Sha256)
                {
                    throw new BuildFormatException($"{archivePath}: the content of {resource.Path} is damaged.");
                }

                File.WriteAllBytes(Path.Combine(files, resource.Sha256), content);
            }
        }
        catch (InvalidDataException e)
        {
            throw NoArchive(archivePath, e);
        }
    }

    private static Build ReadBuild(ZipArchive archive, string archivePath, out byte[] json)
    {
        var entry = archive.GetEntry(BuildJson.FileName)
            ?? throw new BuildFormatException($"{archivePath}: no Build: {BuildJson.FileName} is not in it.");
        json = Read(entry, MaxBuildJsonBytes, archivePath);
        var build = BuildJson.Read(json, $"{archivePath}/{BuildJson.FileName}");
        foreach (var resource in build.Resources)
        {
            ThrowIfNoHash(resource, archivePath);
        }

        return build;
    }

    private static BuildFormatException NoArchive(string path, InvalidDataException reason) =>
        new($"{path}: no zip archive, or a damaged one: {reason.Message}", reason);

    // The hash is the name of a file: it must not lead anywhere else.
    private static void ThrowIfNoHash(Resource resource, string source)
    {
        if (!ContentHash.IsHash(resource.Sha256))
        {
            throw new BuildFormatException($"{source}: '{resource.Sha256}' of {resource.Path} is no SHA-256.");
        }
    }

    private static byte[] Read(ZipArchiveEntry entry, long limit, string source)
    {
        using var content = entry.Open();
        var buffer = new byte[Math.Min(limit, entry.Length) + 1];
        var length = 0;
        for (int count; length < buffer.Length && (count = content.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += count;
        }

        if (length == entry.Length && length <= limit)
        {
            Array.Resize(ref buffer, length);
            return buffer;
        }

        throw new BuildFormatException($"{source}: the entry {entry.FullName} has another size than it should.");
    }
}
