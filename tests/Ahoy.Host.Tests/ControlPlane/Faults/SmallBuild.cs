using System.Security.Cryptography;
using System.Text;
using Ahoy.Bundling.Output;
using Ahoy.Model;

namespace Ahoy.Host.Tests.ControlPlane.Faults;

/// <summary>Writes small Builds for deploys.</summary>
internal static class SmallBuild
{
    /// <summary>A Build with some Functions and an Asset, whose contents have a text in them.</summary>
    public static BuildReader Write(string folder, string service, string text, int functions = 3)
    {
        Directory.CreateDirectory(Path.Combine(folder, BuildJson.FilesFolder));
        List<Resource> resources = [Add(ResourceKind.Asset, "/index.html", $"<h1>{text}</h1>")];
        for (var i = 0; i < functions; i++)
        {
            resources.Add(Add(ResourceKind.Function, $"/f{i}", $"exports.handler = (context, event, callback) => callback(null, '{text} {i}');"));
        }

        File.WriteAllBytes(Path.Combine(folder, BuildJson.FileName), BuildJson.Write(new Build(service, NodeRuntime.Default, [], resources)));
        return BuildReader.Open(folder);

        Resource Add(ResourceKind kind, string path, string content)
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            File.WriteAllBytes(Path.Combine(folder, BuildJson.FilesFolder, hash), bytes);
            return new Resource(kind, path, Visibility.Public, "functions" + path, bytes.Length, ContentTypes.ForFile(path), hash);
        }
    }
}
