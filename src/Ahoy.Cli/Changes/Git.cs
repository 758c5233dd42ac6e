using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Changes;

/// <summary>Asks git.</summary>
internal static class Git
{
    /// <summary>What git answers.</summary>
    /// <param name="folder">The folder to ask in.</param>
    /// <param name="arguments">The question.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UserErrorException">There is no git on this machine.</exception>
    public static async Task<GitAnswer> AskAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // Nothing that it asks can be answered here, and reading needs no lock.
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new UserErrorException("--changed needs git, and there is none in PATH: install git, or leave the option out");
        }

        using var killing = cancellation.Register(() => ProcessTree.Kill(process));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return new GitAnswer(process.ExitCode, output, await error.ConfigureAwait(false));
    }
}
