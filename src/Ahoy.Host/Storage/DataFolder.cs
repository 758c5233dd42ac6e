namespace Ahoy.Host.Storage;

/// <summary>
/// The folder that a host keeps everything in. Only its owner may enter it, and only one host at a time uses it.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The name of the database's file.</summary>
    public const string DatabaseName = "ahoy.db";

    private readonly FileStream? _lock;

    private DataFolder(string path, FileStream? @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>Where a host keeps its data that is told no place.</summary>
    public static string DefaultPath => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ahoy", "data");

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>The database's file.</summary>
    public string DatabaseFile => In(DatabaseName);

    /// <summary>The database of the logs, which may lose its last lines where the others may not.</summary>
    public string LogFile => In("logs.db");

    /// <summary>The folder of the contents.</summary>
    public string Content => In("content");

    /// <summary>
    /// The folder of the npm modules, and of the Builds that use them, laid out as Node needs them. It can be deleted while no host runs.
    /// </summary>
    public string Modules => In("modules");

    /// <summary>The folder of the keys that the variables are encrypted with.</summary>
    public string Keys => In("keys");

    /// <summary>Opens the folder, makes it where there is none, and keeps others out until it is disposed of.</summary>
    /// <exception cref="DataFolderInUseException">Another host uses it.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        CreatePrivate(full);
        FileStream @lock;
        try
        {
            @lock = new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(full, e);
        }

        var folder = new DataFolder(full, @lock);
        CreatePrivate(folder.Keys);
        Directory.CreateDirectory(folder.Modules);
        return folder;
    }

    /// <summary>A folder that others read as well, and nobody writes to.</summary>
    public static DataFolder Read(string path) => new(System.IO.Path.GetFullPath(path), @lock: null);

    /// <summary>Lets the next host in.</summary>
    public void Dispose() => _lock?.Dispose();

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // Below the user's profile a new folder is the user's alone already.
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
