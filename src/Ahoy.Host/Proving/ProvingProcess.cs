using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Proving;

/// <summary>
/// A Node process that runs Functions again and again to show what findings say of them. It can reach nobody, start nothing, and write nowhere but into a folder of its own.
/// </summary>
internal sealed class ProvingProcess : IAsyncDisposable
{
    /// <summary>The oldest Node that can be kept from the machine's files.</summary>
    public const int OldestNode = 20;

    // From this version on it has this name alone.
    private const int FirstWithPermission = 24;

    // As much as a worker has on the platform.
    private const string MemoryLimit = "--max-old-space-size=256";

    private static readonly string s_script = Path.Combine(AppContext.BaseDirectory, "Workers", "node", "proving.js");

    private readonly string _nodePath;
    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <summary>Starts one.</summary>
    /// <param name="nodePath">Node.</param>
    /// <param name="major">Its major version.</param>
    /// <exception cref="WorkerStartException">It can't be started.</exception>
    public ProvingProcess(string nodePath, int major)
    {
        _nodePath = nodePath;
        _folder = Directory.CreateTempSubdirectory("ahoy-prove-");
        try
        {
            _process = Start(nodePath, major, _folder.FullName);
        }
        catch (WorkerStartException)
        {
            _folder.Delete(recursive: true);
            throw;
        }

        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Asks one question. After an answer that is null or an exception it can't be asked again.</summary>
    /// <param name="question">The question: JSON, in one line.</param>
    /// <param name="patience">How long the answer may take.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The answer; null where there was none in time.</returns>
    /// <exception cref="WorkerStartException">Node ended without an answer.</exception>
    public async Task<JsonDocument?> AskAsync(byte[] question, TimeSpan patience, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(patience);
        try
        {
            await WriteAsync(question, limited.Token).ConfigureAwait(false);
            var answer = await _process.StandardOutput.ReadLineAsync(limited.Token).ConfigureAwait(false);
            return answer is { Length: > 0 }
                ? JsonDocument.Parse(answer)
                : throw new WorkerStartException($"Node ({_nodePath}) ended without an answer: {LastLine(await _errors.WaitAsync(limited.Token).ConfigureAwait(false))}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WriteAsync(byte[] question, CancellationToken cancellation)
    {
        try
        {
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(question, cancellation).ConfigureAwait(false);
            await input.WriteAsync("\n"u8.ToArray(), cancellation).ConfigureAwait(false);
            await input.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has ended: what it said of that is read.
        }
    }

    private static Process Start(string nodePath, int major, string folder)
    {
        var start = new ProcessStartInfo(nodePath)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        string[] arguments =
        [
            "--no-warnings", MemoryLimit, major < FirstWithPermission ? "--experimental-permission" : "--permission", "--allow-fs-read=*", $"--allow-fs-write={Path.Combine(folder, "*")}", s_script,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        if (systemRoot is not null)
        {
            start.Environment["SystemRoot"] = systemRoot;
        }

        start.Environment["TZ"] = "UTC";
        foreach (var name in (string[])["TMPDIR", "TEMP", "TMP"])
        {
            start.Environment[name] = folder;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new WorkerStartException($"Node could not be started from '{nodePath}': {e.Message}", e);
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it said nothing";
}
