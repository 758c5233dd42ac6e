using Ahoy.Host.Offline;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>Watches a project's files, and tells of changes once they have settled for a moment.</summary>
/// <remarks>
/// An editor saves in several steps, and a version control system changes many files: each change starts the wait
/// anew, and the project is read once. Where files were only written, and the system says that nobody writes them any more, there is nothing to
/// wait for. Packages and build output are not watched, for they are many; package.json and the lock file
/// stand for the packages.
/// </remarks>
internal sealed class ProjectWatcher : IDisposable
{
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(25);
    // An editor's second step, as to write what it has just emptied, comes at once.
    private static readonly TimeSpan s_written = TimeSpan.FromMilliseconds(2);

    // More at once is a version control system's doing, and there is more to come.
    private const int MostWritten = 3;

    // Some 500 ms: a program that keeps a file open does not keep it from being served.
    private const int MostLooksAtOpenFiles = 20;

    private static readonly HashSet<string> s_unwatched = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "bin", "obj" };
    private static readonly HashSet<string> s_moduleExtensions = new(StringComparer.OrdinalIgnoreCase) { ".js", ".cjs", ".mjs", ".json", ".node" };

    private readonly ServiceLayout _layout;
    private readonly string _envFile;

    // No code: the offline Twilio reads it itself.
    private readonly string _phonesFile;
    private readonly Action<SettledChange> _changed;
    private readonly Timer _timer;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Lock _lock = new();
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private int _looksAtOpenFiles;
    private bool _isOther;
    private bool _areModules;

    public ProjectWatcher(ProjectOptions options, Action<SettledChange> changed)
    {
        var settings = ProjectFolder.Open(options.Folder, options.Given, options.LiveConfiguration?.Read() ?? options.Configuration).Settings;
        _layout = settings.Layout;
        _envFile = Path.GetFullPath(Path.Combine(_layout.ProjectFolder, settings.EnvFile));
        _phonesFile = Path.Combine(_layout.ProjectFolder, PhonesWatcher.FileName);
        _changed = changed;
        _timer = new Timer(_ => OnSettled());
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
    public void LookAgain() => Settle();

    private void Watch(string folder, bool deep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = deep,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, e) => OnChanged(e.FullPath, isWritten: true);
        watcher.Created += (_, e) => OnCreated(folder, deep, e.FullPath);
        watcher.Deleted += (_, e) => OnChanged(e.FullPath);
        watcher.Renamed += (_, e) =>
        {
            OnChanged(e.OldFullPath);
            OnCreated(folder, deep, e.FullPath);
        };

        // More changes at once than it can count: read everything.
        watcher.Error += (_, _) => Settle(isModule: true);
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

    private void OnChanged(string path, bool isWritten = false)
    {
        if (path == _envFile)
        {
            Settle();
        }
        else if (IsIn(_layout.FunctionsFolder, path) || IsIn(_layout.AssetsFolder, path))
        {
            Settle(isWritten ? path : null);
        }
        else if (s_moduleExtensions.Contains(Path.GetExtension(path)) && !Path.GetFileName(path).StartsWith('.') && path != _phonesFile)
        {
            Settle(isModule: true);
        }
    }

    /// <param name="written">The resource's file that was written; null for any other change.</param>
    /// <param name="isModule">Whether code may have changed that is no resource.</param>
    private void Settle(string? written = null, bool isModule = false)
    {
        lock (_lock)
        {
            _areModules |= isModule;
            _isOther |= written is null;
            if (written is not null)
            {
                _written.Add(written);
            }

            Wait_NeedsLock(IsWrittenAlone_NeedsLock ? s_written : s_settled);
        }
    }

    private bool IsWrittenAlone_NeedsLock => !_isOther && _written.Count <= MostWritten;

    private void OnSettled()
    {
        SettledChange change;
        lock (_lock)
        {
            var isWrittenAlone = IsWrittenAlone_NeedsLock && _written.Count > 0;
            var open = _written.Select(OpenFiles.IsBeingWritten).ToArray();
            if (open.Contains(true) && ++_looksAtOpenFiles <= MostLooksAtOpenFiles)
            {
                Wait_NeedsLock(s_settled);
                return;
            }

            if (isWrittenAlone && open.Contains(null))
            {
                // The system does not tell: then it is waited for, as for any other change.
                _isOther = true;
                Wait_NeedsLock(s_settled);
                return;
            }

            _looksAtOpenFiles = 0;
            change = new SettledChange(_areModules, isWrittenAlone ? [.. _written] : null);
            _written.Clear();
            (_isOther, _areModules) = (false, false);
        }

        _changed(change);
    }

    private void Wait_NeedsLock(TimeSpan time)
    {
        try
        {
            _timer.Change(time, Timeout.InfiniteTimeSpan);
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
