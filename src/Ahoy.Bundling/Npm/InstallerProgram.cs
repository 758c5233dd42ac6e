using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Npm;

/// <summary>Runs an installer of packages: npm, pnpm, yarn or bun.</summary>
internal sealed class InstallerProgram
{
    private const int KeptLines = 400;
    private const int ToldLines = 12;

    // Where the reason stands, in what npm, pnpm, yarn, its later versions and bun write.
    private static readonly Regex s_error = new(
        @"^\s*(?:npm (?:error|ERR!)|ERR_PNPM|\[?ERR_|error\b|Error\b|Internal Error|Usage Error|➤ YN0*(?!0000\b|0001: │ Running|0007|0013|0019|0085)\d+: (?:│|┌|└)? ?(?=.*(?:lockfile would|can't|couldn't|cannot|Error|failed|No candidates|not found|forbidden|doesn't|isn't)))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_noise = new(
        @"^\s*(?:npm (?:warn|WARN|notice)\b|npm (?:error|ERR!)\s*$|npm (?:error|ERR!) A complete log|warning\b|info\b|\x1b\[)", RegexOptions.CultureInvariant);

    private readonly string _program;
    private readonly string _prefix;

    private InstallerProgram(string program, string prefix = "")
    {
        _program = program;
        _prefix = prefix;
    }

    /// <summary>npm as the PATH gives it, or null.</summary>
    public static InstallerProgram? FindNpm() => Find("npm");

    /// <summary>A program as the PATH gives it, or null.</summary>
    public static InstallerProgram? Find(string name)
    {
        // The shims of npm and corepack for Windows are scripts.
        string[] names = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? [name + ".exe", name + ".cmd"] : [name];
        return names.Select(SearchPath.Find).FirstOrDefault(found => found is not null) is { } program ? new InstallerProgram(program) : null;
    }

    /// <summary>A program that is a file of JavaScript.</summary>
    public static InstallerProgram OfScript(string node, string file) => new(node, $"\"{file}\" ");

    /// <summary>Runs it in a folder, and waits for its end. Where it is cancelled, it is killed.</summary>
    /// <returns>Null where it succeeded, else what it wrote of the reason: the first lines, not the help at the end.</returns>
    public string? Run(string folder, string arguments, CancellationToken cancellation)
    {
        var (exitCode, output) = Execute(folder, arguments, cancellation);
        return exitCode == 0 ? null : Reason(output);
    }

    /// <summary>Starts it in a folder, and does not wait.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="line">Gets each line that it writes.</param>
    /// <param name="ended">Gets its exit code.</param>
    public Process Start(string folder, string arguments, Action<string> line, Action<int> ended)
    {
        var process = new Process { StartInfo = StartInfo(folder, arguments), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, e) => Tell(e.Data);
        process.ErrorDataReceived += (_, e) => Tell(e.Data);
        process.Exited += (_, _) => ended(process.ExitCode);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Tell(string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                line(text!);
            }
        }
    }

    /// <summary>The version that it says it has, or null.</summary>
    public string? ReadVersion(string folder, CancellationToken cancellation)
    {
        var (exitCode, output) = Execute(folder, "--version", cancellation);
        return exitCode == 0 ? output.LastOrDefault()?.Trim() : null;
    }

    private (int ExitCode, List<string> Output) Execute(string folder, string arguments, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartInfo(folder, arguments) };
        var output = new List<string>();
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        process.Start();
        using var kill = cancellation.Register(() => ProcessTree.Kill(process));
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        lock (output)
        {
            return (process.ExitCode, output);
        }
    }

    private static string Reason(List<string> output)
    {
        var lines = output.Where(line => !s_noise.IsMatch(line)).ToList();
        var first = lines.FindIndex(line => s_error.IsMatch(line));
        return string.Join(Environment.NewLine, lines.Skip(Math.Max(first, 0)).Take(ToldLines).Select(line => line.TrimEnd()));
    }

    private ProcessStartInfo StartInfo(string folder, string arguments)
    {
        // A .cmd is no program of its own: cmd runs it, and takes the quotes around the whole off.
        var isScript = _program.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo
        {
            FileName = isScript ? Environment.GetEnvironmentVariable("ComSpec") ?? "cmd.exe" : _program,
            Arguments = isScript ? $"/d /s /c \"\"{_program}\" {_prefix}{arguments}\"" : _prefix + arguments,
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Nobody is there to answer a question, and colours end up in messages.
        start.Environment["CI"] = "true";
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("FORCE_COLOR");
        start.Environment["COREPACK_ENABLE_DOWNLOAD_PROMPT"] = "0";
        start.Environment["YARN_ENABLE_TELEMETRY"] = "0";
        return start;
    }

    private static void Keep(List<string> output, string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (output)
        {
            if (output.Count < KeptLines)
            {
                output.Add(line!);
            }
        }
    }
}
