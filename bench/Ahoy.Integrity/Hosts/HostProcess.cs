using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Ahoy.TestSupport;

namespace Ahoy.Integrity.Hosts;

/// <summary>A host in a process of its own, whose log lines are looked at as they come.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_stopTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(300);

    private readonly Process _process;
    private readonly Channel<byte[]> _lines = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly TaskCompletionSource<JsonElement> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _output;
    private readonly Task<string> _errors;

    private readonly Action _onReloaded;
    private long _lineCount;

    private HostProcess(ProcessStartInfo start, Action<byte[]> onLine, Action onReloaded)
    {
        _onReloaded = onReloaded;
        _process = Process.Start(start)!;
        // A host whose log is read too slowly drops lines: one thread reads, another looks at what it read.
        new Thread(ReadOutput) { IsBackground = true, Priority = ThreadPriority.AboveNormal, Name = "output" }.Start();
        _output = Task.Run(async () =>
        {
            await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                onLine(line);
            }
        });
        _errors = _process.StandardError.ReadToEndAsync();
    }

    // As the log has it, in JSON.
    private static ReadOnlySpan<byte> Reloaded => "s code changed: requests from now on run the new one."u8;

    /// <summary>The process that serves, whose children the workers are.</summary>
    public int Id { get; private set; }

    public int Port { get; private set; }

    /// <summary>The address of the Serverless API, where there is one.</summary>
    public Uri? Api { get; private set; }

    /// <summary>Starts a host and waits until it is ready.</summary>
    /// <param name="assembly">The host's assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">Variables that it gets besides.</param>
    /// <param name="onLine">Gets each line of its log but the one that it is ready.</param>
    /// <param name="onReloaded">Called as soon as the host says that it serves other code.</param>
    public static async Task<HostProcess> StartAsync(
        string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, Action<byte[]> onLine, Action onReloaded)
    {
        var start = Interruptible.Start(Dotnet.Program, ["exec", assembly, .. arguments, "--log-format", "json"]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(start, onLine, onReloaded);
        try
        {
            var ready = await host._ready.Task.WaitAsync(s_startTime).ConfigureAwait(false);
            host.Id = ready.GetProperty("pid").GetInt32();
            host.Port = ready.GetProperty("port").GetInt32();
            host.Api = ready.TryGetProperty("api", out var api) ? new Uri(api.GetString()!) : null;
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops it as Ctrl+C does, and reads its log to the end. False where it had to be killed.</summary>
    public async Task<bool> StopAsync()
    {
        using var patience = new CancellationTokenSource(s_stopTime);
        try
        {
            // A host that stops waits only for a while until its last lines are read.
            long before;
            do
            {
                before = Interlocked.Read(ref _lineCount);
                await Task.Delay(s_quiet, patience.Token).ConfigureAwait(false);
            }
            while (before != Interlocked.Read(ref _lineCount));

            RunningProcess.Interrupt(Id);
            await Task.WhenAll(_process.WaitForExitAsync(patience.Token), _output).WaitAsync(patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What it wrote to standard error; complete once it has stopped.</summary>
    public Task<string> ErrorsAsync() => _errors;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }

    private void ReadOutput()
    {
        var stream = _process.StandardOutput.BaseStream;
        var buffer = new byte[256 * 1024];
        var end = 0;
        while (true)
        {
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            var count = stream.Read(buffer, end, buffer.Length - end);
            if (count == 0)
            {
                _ready.TrySetException(new InvalidOperationException("The host ended before it was ready."));
                _lines.Writer.Complete();
                return;
            }

            end += count;
            var start = 0;
            int length;
            while ((length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) >= 0)
            {
                Receive(buffer.AsSpan(start, length).ToArray());
                start += length + 1;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
        }
    }

    private void Receive(byte[] line)
    {
        if (!_ready.Task.IsCompleted && line.AsSpan().IndexOf("\"event\":\"ready\""u8) >= 0)
        {
            using var parsed = JsonDocument.Parse(line);
            _ready.TrySetResult(parsed.RootElement.Clone());
        }
        else
        {
            Interlocked.Increment(ref _lineCount);
            if (line.AsSpan().IndexOf(Reloaded) >= 0)
            {
                _onReloaded();
            }

            _lines.Writer.TryWrite(line);
        }
    }
}
