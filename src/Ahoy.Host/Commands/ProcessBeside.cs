using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ahoy.Host.Commands;

/// <summary>A command that runs beside a service: it has the terminal, and learns where the service is from its environment.</summary>
/// <param name="words">The program and its arguments.</param>
internal sealed class ProcessBeside(IReadOnlyList<string> words)
{
    /// <summary>The service's URL, for the command of `ahoy exec`: <c>http://localhost:41234</c>.</summary>
    public const string UrlVariable = "AHOY_URL";

    /// <summary>The offline Twilio's URL, for the command of `ahoy exec`: <c>http://127.0.0.1:41235</c>.</summary>
    public const string OfflineUrlVariable = "AHOY_OFFLINE_URL";

    /// <summary>The path of this program, for the command of `ahoy exec`: tests find it without a search.</summary>
    public const string ProgramVariable = "AHOY_PROGRAM";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Runs it in a folder.</summary>
    /// <param name="port">The service's port.</param>
    /// <param name="offlineUrl">The offline Twilio's URL; null where there is none.</param>
    /// <param name="folder">The project's folder, which programs of npm packages are found in, too; the command runs where <c>ahoy</c> does.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Its exit code.</returns>
    /// <exception cref="StartException">It can't be started.</exception>
    public async Task<int> RunAsync(int port, string? offlineUrl, string folder, CancellationToken cancellation)
    {
        // As npm's own scripts find programs.
        var programs = Path.Combine(folder, "node_modules", ".bin");
        var start = new ProcessStartInfo { UseShellExecute = false };
        // npm and its like are scripts on Windows, which only a shell runs.
        foreach (var word in OperatingSystem.IsWindows() ? ["cmd.exe", "/c", .. words] : File.Exists(Path.Combine(programs, words[0])) ? [Path.Combine(programs, words[0]), .. words.Skip(1)] : words)
        {
            if (start.FileName.Length == 0)
            {
                start.FileName = word;
            }
            else
            {
                start.ArgumentList.Add(word);
            }
        }

        start.Environment[UrlVariable] = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        start.Environment[ProgramVariable] = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Path.GetFullPath(Environment.GetCommandLineArgs()[0]) : Environment.ProcessPath;
        start.Environment.Remove(OfflineUrlVariable);
        if (offlineUrl is not null)
        {
            start.Environment[OfflineUrlVariable] = offlineUrl;
        }

        start.Environment["PATH"] = programs + Path.PathSeparator + start.Environment["PATH"];
        try
        {
            using var process = Process.Start(start)!;
            return await WaitAsync(process, cancellation).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new StartException($"'{words[0]}' can't be started: {e.Message}.");
        }
    }

    // Ctrl+C reaches both; whoever stops this process alone stops the command, too.
    private static async Task<int> WaitAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            using var patience = new CancellationTokenSource(s_patience);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        return process.ExitCode;
    }
}
