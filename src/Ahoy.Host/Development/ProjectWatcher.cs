using Ahoy.Host.Offline;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>Watches a project's files, and tells of changes once they have settled for a moment.</summary>
/// <remarks>
/// An editor saves in several steps, and a version control system changes many files: each change starts the wait
/// anew, and the project is read once. Packages and build output are not watched, for they are many; package.json and the lock file
/// stand for the packages.
/// </remarks>
internal sealed class ProjectWatcher : IDisposable
{
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(25);
    private static readonly HashSet<string> s_unwatched = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "bin", "obj" };
    private static readonly HashSet<string> s_moduleExtensions = new(StringComparer.OrdinalIgnoreCase) { ".js", ".cjs", ".mjs", ".json", ".node" };

    private readonly ServiceLayout _layout;
    private readonly string _envFile;

    // No code: the offline Twilio reads it itself.
    private readonly string _phonesFile;
    private readonly Action<bool> _changed;
    private readonly Timer _timer;
    private readonly List<FileSystemWatcher> _watchers = [];
    private int _areModules;

    public ProjectWatcher(ProjectOptions options, Action<bool> changed)
    {
        var settings = ProjectFolder.Open(options.Folder, options.Given, options.LiveConfiguration?.Read() ?? options.Configuration).Settings;
        _layout = settings.Layout;
        _envFile = Path.GetFullPath(Path.Combine(_layout.ProjectFolder, settings.EnvFile));
        _phonesFile = Path.Combine(_layout.ProjectFolder, PhonesWatcher.FileName);
        _changed = changed;
        _timer = new Timer(_ => _changed(Interlocked.Exchange(ref _areModules, 0) != 0));
        Watch(_layout.ProjectFolder, deep: false);
        foreach (var folder in Directory.GetDirectories(_layout.ProjectFolder))
        {
            var name = Path.GetFileName(folder);
            if (!s_unwatched.Contains(name) && !name.StartsWith('.'))
            {
                Watch(folder, deep: true);
            }
        }

        if (Path.GetDirectoryName(_envFile) is { } envFolder && !IsBelow(_layout.ProjectFolder, _envFile))
        {
            Watch(envFolder, deep: false);
        }
    }

    public void Dispose()
    {
        _watchers.ForEach(w => w.Dispose());
        _timer.Dispose();
    }

    /// <summary>Tells of a change once more, as if one had just come.</summary>
    public void LookAgain() => Settle(areModules: false);

    private void Watch(string folder, bool deep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = deep,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, e) => OnChanged(e.FullPath);
        watcher.Created += (_, e) => OnCreated(folder, deep, e.FullPath);
        watcher.Deleted += (_, e) => OnChanged(e.FullPath);
        watcher.Renamed += (_, e) =>
        {
            OnChanged(e.OldFullPath);
            OnCreated(folder, deep, e.FullPath);
        };

        // More changes at once than it can count: read everything.
        watcher.Error += (_, _) => Settle(areModules: true);
        watcher.EnableRaisingEvents = true;
        lock (_watchers)
        {
            _watchers.Add(watcher);
        }
    }

    // A folder that comes later, such as the first `assets`, is watched from then on.
    private void OnCreated(string root, bool deep, string path)
    {
        var name = Path.GetFileName(path);
        if (!deep && root == _layout.ProjectFolder && Directory.Exists(path) && !s_unwatched.Contains(name) && !name.StartsWith('.'))
        {
            Watch(path, deep: true);
        }

        OnChanged(path);
    }

    private void OnChanged(string path)
    {
        if (path == _envFile || IsIn(_layout.FunctionsFolder, path) || IsIn(_layout.AssetsFolder, path))
        {
            Settle(areModules: false);
        }
        else if (s_moduleExtensions.Contains(Path.GetExtension(path)) && !Path.GetFileName(path).StartsWith('.') && path != _phonesFile)
        {
            Settle(areModules: true);
        }
    }

    private void Settle(bool areModules)
    {
        if (areModules)
        {
            Interlocked.Exchange(ref _areModules, 1);
        }

        try
        {
            _timer.Change(s_settled, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // A change that comes while the host stops.
        }
    }

    private bool IsIn(string folder, string path)
    {
        var full = Path.GetFullPath(Path.Combine(_layout.ProjectFolder, folder));
        return path == full || IsBelow(full, path);
    }

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
