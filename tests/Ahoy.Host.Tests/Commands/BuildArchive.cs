using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Commands;

/// <summary>Writes archives of Builds, good ones and bad ones.</summary>
internal static class BuildArchive
{
    /// <summary>An archive of Functions: their paths and their sources.</summary>
    public static string Write(string file, params (string Path, string Source)[] functions) => Write(
        file,
        [.. functions.Select(f => (Make(ResourceKind.Function, f.Path, Visibility.Public, f.Source), f.Source))]);

    /// <summary>An archive of resources with their contents.</summary>
    public static string Write(string file, IReadOnlyList<(Resource Resource, string Content)> resources, params (string Name, string Content)[] more)
    {
        using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
        var build = new Build("packed", NodeRuntime.Default, [], resources.Select(r => r.Resource));
        Add(BuildJson.FileName, BuildJson.Write(build));
        foreach (var (resource, content) in resources.DistinctBy(r => r.Resource.Sha256))
        {
            Add($"{BuildJson.FilesFolder}/{resource.Sha256}", Encoding.UTF8.GetBytes(content));
        }

        foreach (var (name, content) in more)
        {
            Add(name, Encoding.UTF8.GetBytes(content));
        }

        return file;

        void Add(string name, byte[] bytes)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    public static Resource Make(ResourceKind kind, string path, Visibility visibility, string content) => new(
        kind,
        path,
        visibility,
        "file",
        Encoding.UTF8.GetByteCount(content),
        ContentTypes.ForFile(kind == ResourceKind.Function ? "a.js" : path),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
}
