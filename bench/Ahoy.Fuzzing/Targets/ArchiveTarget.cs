using System.IO.Compression;
using System.Security.Cryptography;
using Ahoy.Bundling.Output;
using Ahoy.Fuzzing.Engine;
using Ahoy.Model;

namespace Ahoy.Fuzzing.Targets;

/// <summary>An archive from anywhere: a Build whose contents have the hashes that it says, or the documented exception; nothing is left behind.</summary>
internal sealed class ArchiveTarget : IFuzzTarget
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ahoy-fuzz-").FullName;

    public string Name => "archive";

    public IEnumerable<byte[]> Seeds { get; } = [Archive(deflated: false), Archive(deflated: true)];

    public void Run(byte[] input)
    {
        var file = Path.Combine(_folder, "a" + BuildReader.ArchiveExtension);
        File.WriteAllBytes(file, input);
        try
        {
            using var reader = BuildReader.Open(file);
            foreach (var resource in reader.Build.Resources)
            {
                using var content = reader.OpenContent(resource);
                Check.That(Convert.ToHexStringLower(SHA256.HashData(content)) == resource.Sha256, "a content has the hash that the Build says");
            }
        }
        catch (BuildFormatException)
        {
            // As documented. An IOException would be, too, but here every file can be read.
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Archive(bool deflated)
    {
        var content = "exports.handler = 1;"u8.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var build = new Build(
            "shop", "node22", [], [new Resource(ResourceKind.Function, "/a", Visibility.Public, "functions/a.js", content.Length, hash, "application/javascript")]);
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, BuildJson.FileName, BuildJson.Write(build), deflated);
            Add(archive, $"{BuildJson.FilesFolder}/{hash}", content, deflated);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content, bool deflated)
    {
        using var entry = archive.CreateEntry(name, deflated ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
        entry.Write(content);
    }
}
