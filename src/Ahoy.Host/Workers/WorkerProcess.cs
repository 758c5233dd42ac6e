using System.Diagnostics;
using System.Globalization;

namespace Ahoy.Host.Workers;

/// <summary>The operating system's side of a worker: starts Node, reads what it prints, kills it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int KeptErrorLines = 20;

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Queue<string> _errorLines = new();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _readers;
    private Action<bool, string>? _printed;

    private WorkerProcess(Process process, TimeProvider time)
    {
        _process = process;
        _time = time;
        _readers = Task.WhenAll(
            ReadAsync(process.StandardOutput, isError: false), ReadAsync(process.StandardError, isError: true));
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _exited.TrySetResult();
        if (process.HasExited)
        {
            _exited.TrySetResult();
        }
    }

    public int Id => _process.Id;

    public Task Exited => _exited.Task;

    /// <summary>The exit code of a process that has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Whether a debugger was seen to attach.</summary>
    public bool HasDebugger { get; private set; }

    public static WorkerProcess Start(WorkerOptions options, string address, string token, TimeProvider time)
    {
        var start = new ProcessStartInfo(options.NodePath)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments(options, address, token))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in WorkerEnvironment.Create(options))
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start) ?? throw new WorkerStartException($"'{options.NodePath}' did not start.");
            process.StandardInput.Close();
            return new WorkerProcess(process, time);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new WorkerStartException($"Node could not be started from '{options.NodePath}': {e.Message}", e);
        }
    }

    /// <summary>Sends on each line that the process prints beside its connection; the flag says whether it is standard error.</summary>
    public void OnPrinted(Action<bool, string> printed) => _printed = printed;

    /// <summary>The last lines of standard error, once it is complete.</summary>
    public async Task<string> ReadErrorsAsync()
    {
        await Task.WhenAny(_readers, Task.Delay(TimeSpan.FromSeconds(1), _time)).ConfigureAwait(false);
        lock (_errorLines)
        {
            return string.Join(Environment.NewLine, _errorLines);
        }
    }

    /// <summary>The last lines of standard error by now.</summary>
    public string Errors
    {
        get
        {
            lock (_errorLines)
            {
                return string.Join(Environment.NewLine, _errorLines);
            }
        }
    }

    /// <summary>The memory that the process holds, in bytes, or 0 where it has ended.</summary>
    public long WorkingSet()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>Ends the process and all that it started, whatever it is doing.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => _process.Dispose();

    private static IEnumerable<string> Arguments(WorkerOptions options, string address, string token)
    {
        // No flag of V8's may stand here, not even the limit of its heap: with any, Node does not use the compiled code of its own
        // modules that it brings along, and takes a quarter longer to start. The pool sees to it that a worker stays in its memory.
        if (options.InspectPort is { } port)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--inspect={options.InspectHost}:{port}");
        }

        yield return Path.Combine(options.ScriptFolder, "worker.js");
        yield return address;
        yield return token;
        if (options.BreaksAtStart)
        {
            yield return "break";
        }

        if (options.Offline is not null)
        {
            yield return "offline";
        }
    }

    private async Task ReadAsync(StreamReader reader, bool isError)
    {
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                if (isError)
                {
                    Keep(line);
                }

                _printed?.Invoke(isError, line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe is gone with the process.
        }
    }

    private void Keep(string line)
    {
        if (line.StartsWith("Debugger attached", StringComparison.Ordinal))
        {
            HasDebugger = true;
        }

        lock (_errorLines)
        {
            _errorLines.Enqueue(line);
            if (_errorLines.Count > KeptErrorLines)
            {
                _errorLines.Dequeue();
            }
        }
    }
}
