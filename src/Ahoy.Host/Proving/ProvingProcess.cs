using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Proving;

/// <summary>
/// A Node process that runs a Function again and again to show what findings say of it. It can reach nobody, start nothing, and write nowhere but into a folder of its own.
/// </summary>
internal static class ProvingProcess
{
    /// <summary>The oldest Node that can be kept from the machine's files.</summary>
    public const int OldestNode = 20;

    // As much as a worker has on the platform.
    private const string MemoryLimit = "--max-old-space-size=256";

    private static readonly string s_script = Path.Combine(AppContext.BaseDirectory, "Workers", "node", "proving.js");

    /// <summary>Asks one question.</summary>
    /// <param name="nodePath">Node.</param>
    /// <param name="question">The question, as JSON.</param>
    /// <param name="patience">How long it may take before the process is ended.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer; null where there was none in time.</returns>
    /// <exception cref="WorkerStartException">Node can't be started, or ended without an answer.</exception>
    public static async Task<JsonDocument?> AskAsync(string nodePath, byte[] question, TimeSpan patience, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("ahoy-prove-");
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(patience);
        using var process = Start(nodePath, folder.FullName);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limited.Token);
            var errors = process.StandardError.ReadToEndAsync(limited.Token);
            await WriteAsync(process, question, limited.Token).ConfigureAwait(false);
            var answer = await output.ConfigureAwait(false);
            await process.WaitForExitAsync(limited.Token).ConfigureAwait(false);
            return answer.Length > 0
                ? JsonDocument.Parse(answer)
                : throw new WorkerStartException($"Node ({nodePath}) ended without an answer: {LastLine(await errors.ConfigureAwait(false))}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(Process process, byte[] question, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(question, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended: what it said of that is read.
        }
    }

    private static Process Start(string nodePath, string folder)
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
            "--no-warnings", MemoryLimit, "--experimental-permission", "--allow-fs-read=*", $"--allow-fs-write={Path.Combine(folder, "*")}", s_script,
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
