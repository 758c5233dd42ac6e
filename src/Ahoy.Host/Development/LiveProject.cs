using Ahoy.Host.Environments;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>A project that is served while it is worked on: the catalog of one served Environment, made again when a file changes.</summary>
internal sealed class LiveProject : IEnvironmentCatalog, IDisposable
{
    // Some 500 ms: after that an empty file is meant to be empty.
    private const int MostLooksAtEmptyFiles = 20;

    private readonly ServedProjectReader _reader;
    private readonly IProjectEvents _events;
    private readonly ProjectWatcher? _watcher;
    private readonly Lock _lock = new();
    private volatile ServedEnvironment _current;
    private string? _domainName;
    private int _moduleVersion;
    private int _looksAtEmptyFiles;
    private IReadOnlyList<string> _warnings = [];

    /// <exception cref="ProjectException">The project can't be served as it stands.</exception>
    public LiveProject(ProjectOptions options, bool watches, IProjectEvents events)
    {
        _reader = new ServedProjectReader(options);
        _events = events;
        _current = _reader.Read(_moduleVersion);
        if (options.BuildFolder is null)
        {
            Warn();
        }
        else
        {
            // The build that comes before has told them.
            _warnings = _reader.Warnings;
        }

        if (watches)
        {
            _watcher = new ProjectWatcher(options, OnChanged);
        }
    }

    public event Action<ServedEnvironment>? Activated;

    public event Action<string>? Removed
    {
        add { }
        remove { }
    }

    public ServedEnvironment Current => _current;

    public ServedEnvironment Find(string host) => _current;

    /// <summary>Says by what name the project is reached, where that is known only once it is served.</summary>
    /// <exception cref="ProjectException">The project can't be served as it stands now.</exception>
    public void UseDomainName(string domainName)
    {
        lock (_lock)
        {
            _domainName = domainName;
            _current = _reader.Read(_moduleVersion, _domainName);
            Activated?.Invoke(_current);
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private void OnChanged(SettledChange change)
    {
        lock (_lock)
        {
            if (change.AreModules)
            {
                _moduleVersion++;
            }

            try
            {
                var next = change.Written is { } written ? _reader.ReadAgain(_current, written, _moduleVersion, _domainName) : null;
                if (next == _current)
                {
                    return;
                }

                next ??= _reader.Read(_moduleVersion, _domainName);
                if (HasFileThatWasJustEmptied(next) && ++_looksAtEmptyFiles <= MostLooksAtEmptyFiles)
                {
                    _watcher?.LookAgain();
                    return;
                }

                _looksAtEmptyFiles = 0;
                var isOtherCode = next.CodeVersion != _current.CodeVersion;
                _current = next;
                Activated?.Invoke(next);
                if (isOtherCode)
                {
                    _events.OnReloaded(next);
                }

                Warn();
            }
            catch (ProjectException e)
            {
                // What was served goes on being served; half a project helps nobody.
                _events.OnBroken(e);
            }
        }
    }

    // Each once: what is said stays said while it stays so.
    private void Warn()
    {
        foreach (var warning in _reader.Warnings.Except(_warnings))
        {
            _events.OnWarning(_current, warning);
        }

        _warnings = _reader.Warnings;
    }

    // Many editors save by emptying the file and writing it again: in between there is no Function to load, and no Asset to send.
    private bool HasFileThatWasJustEmptied(ServedEnvironment next) => next.Build.Resources.Any(resource =>
        resource.Size == 0
        && _current.Build.Resources.Any(before => before.File == resource.File && before.Size > 0));
}
