using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ahoy.Testing.Hosting;

/// <summary>
/// A host in a process of its own. It ends when its standard input does, so that it never outlives the process of the tests, whatever ends that.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int KeptLines = 50;
    private static readonly Regex s_ready = new(@"^ahoy: ready url=(?<url>\S+) offline=(?<offline>\S+) ", RegexOptions.CultureInvariant);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TaskCompletionSource<(Uri Url, Uri OfflineUrl)> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _errors = new();
    private readonly Queue<string> _lastLines = new();
    private Action<string>? _output;

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => OnLine(line.Data);
        process.ErrorDataReceived += (_, line) => OnError(line.Data);
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = WatchAsync();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts one, which then waits for its settings.</summary>
    /// <param name="host">The program, <c>ahoy.dll</c>.</param>
    /// <exception cref="HostStartException">It can't be started.</exception>
    public static HostProcess Start(string host)
    {
        if (!File.Exists(host))
        {
            throw new HostStartException($"The host of Ahoy.Testing is not at {host}: restore the project of your tests again.");
        }

        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } named ? named : "dotnet";
        var start = new ProcessStartInfo(dotnet, ["exec", host, "test-host"])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What a test platform sets for itself is none of the host's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DOTNET_STARTUP_HOOKS", StringComparison.Ordinal) || name.StartsWith("CORECLR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            return new HostProcess(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new HostStartException($"'{dotnet}', which runs the host of Ahoy.Testing, can't be started: {e.Message}");
        }
    }

    /// <summary>Says what to serve, and waits until it is served.</summary>
    /// <exception cref="HostStartException">It can't be served; the message is what the host said.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<(Uri Url, Uri OfflineUrl)> ServeAsync(HostSettings settings, Action<string>? output, TimeSpan timeout, CancellationToken cancellationToken)
    {
        _output = output;
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(settings, HostSettingsJson.Default.HostSettings).AsMemory(), cancellationToken).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has ended, and says why.
        }

        return await _ready.Task.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends it: its service is gone when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(s_patience);
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void OnLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (s_ready.Match(line) is { Success: true } match)
        {
            _ready.TrySetResult((new Uri(match.Groups["url"].Value), new Uri(match.Groups["offline"].Value)));
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > KeptLines)
            {
                _lastLines.Dequeue();
            }
        }

        // The table of the start is for people at a terminal.
        if (_ready.Task.IsCompleted)
        {
            Tell(line);
        }
    }

    private void OnError(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_errors)
        {
            _errors.AppendLine(line);
        }

        Tell(line);
    }

    private void Tell(string line)
    {
        try
        {
            _output?.Invoke(line);
        }
#pragma warning disable CA1031 // An output of a test that is over must not end the tests of others.
        catch (Exception)
#pragma warning restore CA1031
        {
            _output = null;
        }
    }

    private async Task WatchAsync()
    {
        // Standard error is read to its end by then.
        await _process.WaitForExitAsync().ConfigureAwait(false);
        string said;
        lock (_errors)
        {
            said = _errors.ToString().TrimEnd();
        }

        _ready.TrySetException(new HostStartException(said.Length > 0 ? said : string.Create(CultureInfo.InvariantCulture, $"The host ended with exit code {ExitCode()}, and said nothing.")));
        _ = _ready.Task.Exception;
    }

    private int ExitCode()
    {
        try
        {
            return _process.ExitCode;
        }
        catch (InvalidOperationException)
        {
            return -1;
        }
    }
}
