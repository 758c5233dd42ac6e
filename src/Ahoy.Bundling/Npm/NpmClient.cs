using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>Runs npm.</summary>
internal sealed class NpmClient
{
    // Enough for npm's own message, which is its last.
    private const int KeptLines = 15;

    private static readonly MethodInfo? s_killTree = typeof(Process).GetMethod("Kill", [typeof(bool)]);

    private readonly string _program;

    private NpmClient(string program) => _program = program;

    /// <summary>npm as the PATH gives it, or null.</summary>
    public static NpmClient? Find() =>
        SearchPath.Find(RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "npm.cmd" : "npm") is { } program ? new NpmClient(program) : null;

    /// <summary>Runs npm in a folder, and waits for its end. Where it is cancelled, npm is killed.</summary>
    /// <returns>Null where npm succeeded, else the end of what it wrote.</returns>
    public string? Run(string folder, string arguments, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartInfo(folder, arguments) };
        var output = new Queue<string>();
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        process.Start();
        using var kill = cancellation.Register(() => Kill(process));
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        lock (output)
        {
            return process.ExitCode == 0 ? null : string.Join(Environment.NewLine, output);
        }
    }

    private ProcessStartInfo StartInfo(string folder, string arguments)
    {
        // A .cmd is no program of its own: cmd runs it, and takes the quotes around the whole off.
        var isScript = _program.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo
        {
            FileName = isScript ? Environment.GetEnvironmentVariable("ComSpec") ?? "cmd.exe" : _program,
            Arguments = isScript ? $"/d /s /c \"\"{_program}\" {arguments}\"" : arguments,
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static void Keep(Queue<string> output, string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (output)
        {
            output.Enqueue(line!);
            if (output.Count > KeptLines)
            {
                output.Dequeue();
            }
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (s_killTree is null)
            {
                process.Kill();
            }
            else
            {
                s_killTree.Invoke(process, [true]);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or TargetInvocationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself meanwhile.
        }
    }
}
