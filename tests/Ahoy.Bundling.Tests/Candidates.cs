using System.Security.Cryptography;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.Tests;

/// <summary>Services for the checks, without files.</summary>
internal static class Candidates
{
    /// <summary>A service of these resources.</summary>
    public static BuildCandidate Of(params ResourceContent[] resources) => new("service", NodeRuntime.Default, resources);

    /// <summary>A service with one Function and a package.json.</summary>
    public static BuildCandidate WithManifest(string json, string? @lock = null, string? lockFile = null, string? folder = null, string source = "") => new(
        "service",
        NodeRuntime.Default,
        [Function("a.js", source)],
        new CandidateManifest(
            PackageManifest.Parse(json, "package.json"), @lock is null ? null : PackageLock.Parse(@lock, "package-lock.json"), lockFile, folder));

    /// <summary>A service with one Function and an environment file.</summary>
    public static BuildCandidate WithEnvironment(string text) => new(
        "service", NodeRuntime.Default, [Function("a.js")], environments: [new CandidateEnvironment(".env", EnvFile.Parse(text))]);

    /// <summary>A Function by its file below the folder.</summary>
    public static ResourceContent Function(string file, string source = "") =>
        Make(ResourceKind.Function, file, Encoding.UTF8.GetBytes(source));

    /// <summary>An Asset by its file below the folder.</summary>
    public static ResourceContent Asset(string file, byte[]? content = null, long? size = null) => Make(ResourceKind.Asset, file, content ?? [], size);

    /// <summary>An Asset of text.</summary>
    public static ResourceContent Asset(string file, string text) => Asset(file, Encoding.UTF8.GetBytes(text));

    private static ResourceContent Make(ResourceKind kind, string file, byte[] content, long? size = null)
    {
        var path = ResourcePath.FromFile(kind, file);
        var folder = kind == ResourceKind.Function ? "functions" : "assets";
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var resource = new Resource(kind, path.Value, path.Visibility, $"{folder}/{file}", size ?? content.Length, ContentTypes.ForFile(file), hash);
        return new ResourceContent(resource, () => new MemoryStream(content, writable: false));
    }
}
