using System.ComponentModel;
using Ahoy.Bundling.TypeScript;
using Ahoy.Model;

namespace Ahoy.Host.Development;

/// <summary>
/// Compiles the TypeScript of a project that is being served, again after each change. The compiler stays warm in one process, so that a save takes it some
/// milliseconds; what it writes, the project's own watcher finds. Code with errors leaves what is served as it was.
/// </summary>
internal sealed class LiveCompiler : IDisposable
{
    // An editor saves in several steps.
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(15);

    private readonly ProjectSettings _settings;
    private readonly TypeScriptProject _project;
    private readonly ICompilerEvents _events;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private CompilerProcess? _process;
    private IReadOnlyList<string> _outputs = [];
    private string _told = "";

    /// <param name="settings">The settings of a project in TypeScript.</param>
    /// <param name="events">Who is told of what is wrong.</param>
    public LiveCompiler(ProjectSettings settings, ICompilerEvents events)
    {
        _settings = settings;
        _project = settings.Layout.TypeScript ?? throw new ArgumentException("The project has no TypeScript.", nameof(settings));
        _events = events;
        _timer = new Timer(_ => Compile());
    }

    /// <summary>Begins: compiles once, which makes the compiler warm, and then after each change.</summary>
    public void Watch()
    {
        Watch(_project.Folder, isDeep: false);
        foreach (var kind in new[] { ResourceKind.Function, ResourceKind.Asset })
        {
            var folder = _project.SourceFolder == _project.Folder ? _project.SourcesOf(kind) : _project.SourceFolder;
            if (Directory.Exists(folder) && _watchers.TrueForAll(watcher => watcher.Path != folder))
            {
                Watch(folder, isDeep: true);
            }
        }

        _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _ending.Cancel();
        _watchers.ForEach(watcher => watcher.Dispose());
        _timer.Dispose();
        lock (_lock)
        {
            _process?.Dispose();
        }

        _ending.Dispose();
    }

    private void Watch(string folder, bool isDeep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = isDeep,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, e) => OnChanged(e.FullPath, isDeep);
        watcher.Created += (_, e) => OnChanged(e.FullPath, isDeep);
        watcher.Deleted += (_, e) => OnChanged(e.FullPath, isDeep);
        watcher.Renamed += (_, e) => OnChanged(e.FullPath, isDeep);
        watcher.Error += (_, _) => Settle();
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void OnChanged(string path, bool isSource)
    {
        var name = Path.GetFileName(path);
        var counts = isSource
            ? path != _project.Types
            : (name.StartsWith("tsconfig", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
                || name == PackageManifest.FileName
                || path == Path.GetFullPath(_settings.EnvFile, _settings.Folder);
        if (counts)
        {
            Settle();
        }
    }

    private void Settle()
    {
        try
        {
            _timer.Change(s_settled, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // A change that comes while the host stops.
        }
    }

    private void Compile()
    {
        lock (_lock)
        {
            if (_ending.IsCancellationRequested)
            {
                return;
            }

            try
            {
                if (_project.HasTypeScript)
                {
                    ServiceTypes.Write(_settings);
                }

                Tell(CompilerMessages.FindObstacle(_project) is { } obstacle ? [obstacle] : Ask());
            }
            catch (OperationCanceledException)
            {
                // The host stops.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
            {
                Tell([CompilerMessages.Fail(_project, $"can't be compiled: {e.Message.TrimEnd('.')}")]);
            }
        }
    }

    private IReadOnlyList<CompilerMessage> Ask()
    {
        if (_process is null)
        {
            if (NodeChoice.FindAny(_project.Folder) is not { } node)
            {
                return [CompilerMessages.Fail(_project, CompilerMessages.DescribeMissingNode())];
            }

            _process = CompilerProcess.Start(node, _project, _settings.Runtime, TypeScriptBuild.WorkFolderOf(_project.Folder), LiveBuildInfo(), stays: true);
        }

        var answer = _process.Compile(_ending.Token);
        if (answer.Failure is not null || answer.IsMissing || answer.HasNoBundler)
        {
            // The next change has another try.
            _process.Dispose();
            _process = null;
        }

        var messages = CompilerMessages.Of(answer, _project);
        if (!messages.Any(message => message.IsError))
        {
            _outputs = CompiledOutput.Complete(_project, answer.Files, _outputs);
        }

        return messages;
    }

    // TypeScript 7 has no warm process, and begins where the last one ended.
    private string LiveBuildInfo()
    {
        var work = TypeScriptBuild.WorkFolderOf(_project.Folder);
        Directory.CreateDirectory(work);
        var file = Path.Combine(work, "start.tsbuildinfo");
        File.Delete(file);
        return file;
    }

    // Each state once: a save that changes nothing about it needs no word.
    private void Tell(IReadOnlyList<CompilerMessage> messages)
    {
        var lines = string.Join(Environment.NewLine, messages.Select(message => message.ToLine(_project.Folder)));
        if (lines == _told)
        {
            return;
        }

        _told = lines;
        if (messages.Any(message => message.IsError))
        {
            _events.OnUncompiled($"The TypeScript can't be compiled, so the state before goes on:{Environment.NewLine}{lines}");
        }
        else if (messages.Count > 0)
        {
            _events.OnCompilerWarning(lines);
        }
    }
}
