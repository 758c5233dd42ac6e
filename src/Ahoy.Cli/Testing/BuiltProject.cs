using System.Diagnostics;
using Ahoy.Cli.Deploying;
using Ahoy.Host.Commands;
using Ahoy.Model;

namespace Ahoy.Cli.Testing;

/// <summary>A service with a project file: it is built where that was not done since it changed, and started with the arguments that the build wrote down.</summary>
internal sealed class BuiltProject
{
    private const string ProjectFiles = "*.??proj";
    private const string Packages = "node_modules";

    private static readonly string[] s_otherFolders = ["bin", "obj", Packages, "TestResults"];
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly string _file;
    private readonly string _folder;

    private BuiltProject(string file)
    {
        _file = file;
        _folder = Path.GetDirectoryName(file)!;
    }

    // Written by the targets of Ahoy.Sdk, an argument of `ahoy start` a line.
    private string StartFile => Path.Combine(_folder, "obj", "ahoy", "start.txt");

    /// <summary>The project of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">Its project file, where it was named.</param>
    /// <returns>Null where there is none that has a Build, so that what lies in the folder is all that there is.</returns>
    public static BuiltProject? Find(string folder, string? file)
    {
        var files = file is not null ? [file] : Directory.GetFiles(folder, ProjectFiles);
        return files switch
        {
            [] => null,
            [var only] => new BuiltProject(only),
            _ => throw new TestHostException($"{folder}: there are several project files; name one of them: {string.Join(", ", files.Select(Path.GetFileName))}."),
        };
    }

    /// <summary>Builds it, unless it is as it was built.</summary>
    /// <exception cref="TestHostException">The build failed; its own errors are the message.</exception>
    public async Task EnsureBuiltAsync(CancellationToken cancellation)
    {
        if (IsCurrent())
        {
            return;
        }

        // Several tests may ask for it at once: one builds, the others wait.
        using (await LockAsync(cancellation).ConfigureAwait(false))
        {
            if (!IsCurrent())
            {
                await BuildAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>How it is started.</summary>
    /// <exception cref="TestHostException">The build wrote nothing down: it is no project of Ahoy.Sdk.</exception>
    public StartSettings ReadStart() => File.Exists(StartFile)
        ? StartCommand.Read(File.ReadAllLines(StartFile))
        : throw new TestHostException($"{_file}: this is no project of Ahoy.Sdk: its build wrote no {Path.GetRelativePath(_folder, StartFile)}.");

    /// <summary>Whether nothing that it is made of has changed since it was built.</summary>
    internal bool IsCurrent()
    {
        if (!File.Exists(StartFile) || BuildFinder.TryFind(_folder) is null)
        {
            return false;
        }

        var built = File.GetLastWriteTimeUtc(StartFile);
        if (Directory.EnumerateFiles(_folder).Any(file => IsInput(file) && File.GetLastWriteTimeUtc(file) > built))
        {
            return false;
        }

        return !new DirectoryInfo(_folder).EnumerateDirectories()
            .Any(folder => !s_otherFolders.Contains(folder.Name) && !folder.Name.StartsWith('.') && HasNewer(folder, built));
    }

    // Variables are read at the start, and are no part of the Build.
    private static bool IsInput(string file) => !Path.GetFileName(file).StartsWith(".env", StringComparison.Ordinal);

    // Packages have their own stamp; a folder with a project file is another project's, the tests' for instance, which write there all the time.
    private static bool HasNewer(DirectoryInfo folder, DateTime built) =>
        folder.Name != Packages
        && !folder.EnumerateFiles(ProjectFiles).Any()
        && (folder.LastWriteTimeUtc > built
            || folder.EnumerateFiles().Any(file => file.LastWriteTimeUtc > built)
            || folder.EnumerateDirectories().Any(inner => !inner.Attributes.HasFlag(FileAttributes.ReparsePoint) && HasNewer(inner, built)));

    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(_folder, "obj", "ahoy", "test-build.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(s_pause, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task BuildAsync(CancellationToken cancellation)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } named ? named : "dotnet";
        using var process = Process.Start(new ProcessStartInfo(dotnet, ["build", _file, "-v:q", "-nologo", "-tl:off", "-clp:NoSummary"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            ProcessTree.Kill(process);
            throw;
        }

        if (process.ExitCode != 0)
        {
            var lines = $"{await output.ConfigureAwait(false)}{await errors.ConfigureAwait(false)}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var wrong = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
            throw new TestHostException(string.Join(Environment.NewLine, wrong.Count > 0 ? wrong : [$"{_file}: `dotnet build` failed:", .. lines]));
        }

        // What has nothing to write leaves the times as they are.
        File.SetLastWriteTimeUtc(StartFile, DateTime.UtcNow);
    }
}
