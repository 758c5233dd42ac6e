using Ahoy.Model;

namespace Ahoy.Bundling.Output;

/// <summary>
/// The folder of a Build: <c>build.json</c>, <c>files/&lt;sha256&gt;</c> and <c>&lt;service&gt;.ahoy.zip</c>.
/// </summary>
/// <remarks>
/// Contents come first, under names that no earlier Build uses for anything else; <c>build.json</c> last; only then is removed what is
/// no longer needed. So whoever reads the folder meanwhile, or after a crash, has one whole Build, the earlier or the new.
/// </remarks>
internal sealed class BuildFolder
{
    private const string ArchiveExtension = ".ahoy.zip";

    private readonly string _folder;
    private readonly string _files;

    /// <summary>Names the folder; it need not exist.</summary>
    public BuildFolder(string folder)
    {
        _folder = folder;
        _files = Path.Combine(folder, BuildJson.FilesFolder);
    }

    private string JsonFile => Path.Combine(_folder, BuildJson.FileName);

    /// <summary>Writes a Build. What has not changed is left alone.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="IOException">The folder can't be written, or a file changed meanwhile. The earlier Build is still there.</exception>
    public bool Write(BuildCandidate candidate)
    {
        var build = candidate.ToBuild();
        var written = false;
        foreach (var content in candidate.Resources)
        {
            written |= WriteContent(content);
        }

        var json = BuildJson.Write(build);
        var archive = Path.Combine(_folder, build.Service + ArchiveExtension);
        if (!File.Exists(archive) || !HasJson(json))
        {
            var hashes = build.Resources.Select(resource => resource.Sha256);
            AtomicFile.Write(archive, stream => BuildArchive.Write(stream, json, hashes, OpenContent));
            written = true;
        }

        written |= AtomicFile.Write(JsonFile, json);
        RemoveAllBut(archive, [.. build.Resources.Select(resource => resource.Sha256)]);
        return written;
    }

    /// <summary>Removes what <see cref="Write"/> has written, and nothing else.</summary>
    public void Clear()
    {
        if (Directory.Exists(_folder))
        {
            File.Delete(JsonFile);
            RemoveAllBut(archive: null, []);
            RemoveIfEmpty(_files);
            RemoveIfEmpty(_folder);
        }
    }

    private bool WriteContent(ResourceContent content)
    {
        var resource = content.Resource;
        var file = Path.Combine(_files, resource.Sha256);
        if (new FileInfo(file) is { Exists: true } info && info.Length == resource.Size)
        {
            return false;
        }

        AtomicFile.Write(file, stream =>
        {
            using (var source = content.Open())
            {
                source.CopyTo(stream);
            }

            stream.Position = 0;
            if (ContentHash.Of(stream) != resource.Sha256)
            {
                throw new IOException($"'{resource.File}' changed while it was read: build again");
            }
        });
        return true;
    }

    private bool HasJson(byte[] json) => File.Exists(JsonFile) && File.ReadAllBytes(JsonFile).SequenceEqual(json);

    private FileStream OpenContent(string hash) => File.OpenRead(Path.Combine(_files, hash));

    private void RemoveAllBut(string? archive, HashSet<string> hashes)
    {
        foreach (var file in Directory.GetFiles(_folder, "*" + ArchiveExtension))
        {
            if (file != archive)
            {
                File.Delete(file);
            }
        }

        // What a build that was killed left behind.
        foreach (var file in Directory.GetFiles(_folder, "*" + AtomicFile.TemporaryExtension))
        {
            File.Delete(file);
        }

        foreach (var file in Directory.Exists(_files) ? Directory.GetFiles(_files) : [])
        {
            if (!hashes.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    private static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
