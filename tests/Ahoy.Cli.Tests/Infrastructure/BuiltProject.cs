using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Infrastructure;

/// <summary>A project with one Function, <c>/hello</c>, that was built: its folder holds what <c>dotnet build</c> leaves.</summary>
internal sealed class BuiltProject : IDisposable
{
    private readonly TempFolder _folder = new();

    public BuiltProject(string service)
    {
        Service = service;
        Build("one");
    }

    /// <summary>The name of the Service.</summary>
    public string Service { get; }

    /// <summary>The project's folder.</summary>
    public string Path => _folder.Path;

    /// <summary>Writes a file of the project.</summary>
    public string Write(string path, string content) => _folder.Write(path, content);

    /// <summary>Writes the Function with another answer (a word, and the variables that it has), and builds.</summary>
    public void Build(string answer)
    {
        var content = Encoding.UTF8.GetBytes(
            $"exports.handler = (context, event, callback) => callback(null, '{answer} ' + (context.A || '-'));");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        _folder.Write("functions/hello.js", Encoding.UTF8.GetString(content));
        _folder.Write($"bin/Debug/net10.0/ahoy/{BuildJson.FilesFolder}/{hash}", Encoding.UTF8.GetString(content));
        var resource = new Resource(ResourceKind.Function, "/hello", Visibility.Public, "functions/hello.js", content.Length, ContentTypes.ForFile("hello.js"), hash);
        _folder.Write(
            $"bin/Debug/net10.0/ahoy/{BuildJson.FileName}", Encoding.UTF8.GetString(BuildJson.Write(new Build(Service, NodeRuntime.Default, [], [resource]))));
    }

    /// <summary>Packs the Build into an archive.</summary>
    public string Pack(string file)
    {
        File.Delete(file);
        ZipFile.CreateFromDirectory(_folder.Combine("bin/Debug/net10.0/ahoy"), file);
        return file;
    }

    public void Dispose() => _folder.Dispose();
}
