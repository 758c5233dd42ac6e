namespace Ahoy.Testing.Tests;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryService : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ahoy-test-").FullName;

    public void Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
