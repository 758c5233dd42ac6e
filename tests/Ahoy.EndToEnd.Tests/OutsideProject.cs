using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests;

/// <summary>A project in a folder outside of the repository.</summary>
public sealed class OutsideProject : IDisposable
{
    private readonly SdkPackage _package;
    private readonly TempFolder _folder = new();
    private readonly string _name;

    internal OutsideProject(SdkPackage package, string name, string projectFile)
    {
        _package = package;
        _name = name;
        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="ahoy" value="{package.Packages}" /></packageSources>
            </configuration>
            """);
        Write($"{name}.csproj", projectFile);
    }

    /// <summary>The project's folder.</summary>
    public string Folder => _folder.Combine(_name);

    /// <summary>The folder of its Build.</summary>
    public string BuildFolder => Path.Combine(Folder, "bin", "Debug", "net10.0", "ahoy");

    /// <summary>Writes a file of the project.</summary>
    public string Write(string path, string content) => _folder.Write(Path.Combine(_name, path), content);

    /// <summary>Writes a Function that answers with a text.</summary>
    public string WriteFunction(string path, string answer = "hi") =>
        Write($"functions/{path}", $"exports.handler = (context, event, callback) => callback(null, '{answer}');\n");

    /// <summary>Runs a dotnet command in the project's folder.</summary>
    public Task<ProcessResult> DotnetAsync(params string[] arguments) =>
        Dotnet.RunAsync(Folder, arguments, _package.Environment());

    /// <summary>The same, with variables.</summary>
    public Task<ProcessResult> DotnetAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var all = _package.Environment();
        foreach (var (name, value) in environment)
        {
            all[name] = value;
        }

        return Dotnet.RunAsync(Folder, arguments, all);
    }

    /// <summary>Starts a dotnet command there.</summary>
    public RunningProcess Start(params string[] arguments) => Dotnet.Start(Folder, arguments, _package.Environment());

    /// <summary>Builds, and fails the test where the build fails.</summary>
    public async Task<string> BuildAsync(params string[] arguments)
    {
        var result = await DotnetAsync(["build", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    /// <summary>The Build that it has.</summary>
    public Build ReadBuild()
    {
        var file = Path.Combine(BuildFolder, BuildJson.FileName);
        return BuildJson.Read(File.ReadAllBytes(file), file);
    }

    /// <summary>The names and bytes of all that lies in the Build's folder.</summary>
    public SortedDictionary<string, string> Snapshot() => new(
        Directory.EnumerateFiles(BuildFolder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(BuildFolder, file),
            file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
