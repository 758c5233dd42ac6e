using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Ahoy.TestSupport;

/// <summary>A program that a test runs, with all that it writes. It is killed, with what it started, when the test is over.</summary>
public sealed class RunningProcess : IAsyncDisposable
{
    private const int InterruptSignal = 2;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly SemaphoreSlim _written = new(0);
    private readonly TaskCompletionSource _outputEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openStreams = 2;

    private RunningProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Receive(line.Data);
        _process.ErrorDataReceived += (_, line) => Receive(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its id.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="environment">Variables to set; a null value takes one away.</param>
    public static RunningProcess Start(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = Interruptible.Start(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return new RunningProcess(start);
    }

    /// <summary>Waits until it has ended, and gives its exit code.</summary>
    /// <exception cref="TimeoutException">It has not; the message holds what it wrote.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The program did not end in {timeout}. It wrote:\n{Output}");
        }
    }

    /// <summary>Waits until it has written a text, and gives the line with it.</summary>
    /// <exception cref="TimeoutException">It has not, or has ended without; the message holds what it wrote.</exception>
    public async Task<string> WaitForLineAsync(string text, TimeSpan timeout)
    {
        string? Find(string output) => output.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
        return Find(await WaitForAsync(output => Find(output) is not null, timeout, $"'{text}'"))!;
    }

    /// <summary>Waits until what it has written fits, and gives all of it.</summary>
    /// <exception cref="TimeoutException">It does not, or the program has ended without; the message holds what it wrote.</exception>
    public async Task<string> WaitForAsync(Func<string, bool> fits, TimeSpan timeout, string what = "what was waited for")
    {
        using var limit = new CancellationTokenSource(timeout);
        while (true)
        {
            // Asked for first: what was written before the end is there by then.
            var hasEnded = _outputEnd.Task.IsCompleted;
            if (Output is var output && fits(output))
            {
                return output;
            }

            try
            {
                if (hasEnded)
                {
                    throw new TimeoutException($"The program ended without {what}. It wrote:\n{Output}");
                }

                await _written.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The program did not write {what} in {timeout}. It wrote:\n{Output}");
            }
        }
    }

    /// <summary>Interrupts it, as Ctrl+C does.</summary>
    public void Interrupt() => Interrupt(_process.Id);

    /// <summary>Interrupts a process, as Ctrl+C does. Not on Windows.</summary>
    public static void Interrupt(int id)
    {
        if (Kill(id, InterruptSignal) != 0)
        {
            throw new InvalidOperationException($"The process {id} can't be interrupted.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _written.Dispose();
    }

    private void Receive(string? line)
    {
        if (line is null)
        {
            if (Interlocked.Decrement(ref _openStreams) == 0)
            {
                _outputEnd.TrySetResult();
            }
        }
        else
        {
            lock (_output)
            {
                _output.Append(line).Append('\n');
            }
        }

        _written.Release();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int id, int signal);
}
