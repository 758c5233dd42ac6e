namespace Ahoy.TestSupport;

/// <summary>A folder of its own for one test, gone when the test is.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Makes the folder. Its real path is given: some systems' temporary folder is a link.</summary>
    public TempFolder()
    {
        var created = Directory.CreateTempSubdirectory("ahoy-test-");
        Path = created.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? created.FullName;
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>Writes a text file, with the folders that it needs, and gives its full path.</summary>
    public string Write(string relativePath, string content)
    {
        var file = Combine(relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>The full path of something in the folder.</summary>
    public string Combine(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending may still hold a file: the system cleans its temporary folder.
        }
    }
}
