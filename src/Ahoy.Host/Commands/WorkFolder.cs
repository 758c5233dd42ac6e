using System.Security.Cryptography;
using System.Text;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary>
/// The folder that a Build's archive is unpacked into. Whoever comes first unpacks, and the others wait for it; what is there is only
/// read from then on, so that any number of hosts can share it, and it can be part of a read-only image.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly string _marker;
    private readonly bool _isTemporary;

    private WorkFolder(string path, string hash, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
        _marker = System.IO.Path.Combine(path, $"unpacked-{hash}");
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Chooses the folder of an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="named">The folder that the user names; null for one beside the archive, or a temporary one where nothing can be written there.</param>
    public static WorkFolder Of(string archive, string? named)
    {
        var hash = HashOf(archive);
        if (named is not null)
        {
            return new WorkFolder(System.IO.Path.GetFullPath(named), hash, isTemporary: false);
        }

        var beside = new WorkFolder(archive + ".work", hash, isTemporary: false);
        return beside.ModulesKey is not null || CanWrite(beside.Path)
            ? beside
            : new WorkFolder(Directory.CreateTempSubdirectory("ahoy-work-").FullName, hash, isTemporary: true);
    }

    /// <summary>The file with the names of the variables, without their values.</summary>
    public string NamesFile => System.IO.Path.Combine(Path, "names.env");

    /// <summary>The key of the Build's npm modules where all is unpacked, else null.</summary>
    public string? ModulesKey => File.Exists(_marker) ? File.ReadAllText(_marker) : null;

    /// <summary>Unpacks, unless that was done.</summary>
    /// <param name="unpack">Unpacks, and gives the key of the modules.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The folder, to read from, and the key of the modules.</returns>
    /// <exception cref="StartException">The folder can't be written.</exception>
    public async Task<(DataFolder Folder, string ModulesKey)> EnsureAsync(Func<DataFolder, Task<string>> unpack, CancellationToken cancellation)
    {
        while (true)
        {
            if (ModulesKey is { } known)
            {
                return (DataFolder.Read(Path), known);
            }

            try
            {
                using var folder = DataFolder.Open(Path);
                if (ModulesKey is null)
                {
                    var key = await unpack(folder).ConfigureAwait(false);
                    AtomicFile.Write(_marker, Encoding.UTF8.GetBytes(key));
                }
            }
            catch (DataFolderInUseException)
            {
                await Task.Delay(s_pause, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                throw new StartException(
                    $"{Path}: the Build can't be unpacked there ({e.Message}). Give a folder that can be written with --work, or one that `--prepare` has filled.");
            }
        }
    }

    /// <summary>Makes it part of an image: other users may read it, and it says which variables the host takes from its environment.</summary>
    /// <param name="variables">The variables. Their values are not written.</param>
    public void Share(EnvFile variables)
    {
        File.WriteAllLines(NamesFile, variables.Variables.Select(v => $"{v.Name}="));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path,
                File.GetUnixFileMode(Path) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }
    }

    /// <summary>Removes what nobody else can use.</summary>
    public void Dispose()
    {
        if (_isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            using var data = DataFolder.Open(folder);
            return true;
        }
        catch (DataFolderInUseException)
        {
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private static string HashOf(string archive)
    {
        using var content = File.OpenRead(archive);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
