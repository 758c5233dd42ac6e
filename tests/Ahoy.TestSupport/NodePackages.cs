namespace Ahoy.TestSupport;

/// <summary>npm packages that tests need: a folder with a package.json and its lock file, copied to the output.</summary>
public static class NodePackages
{
    private static readonly SemaphoreSlim s_installing = new(1, 1);

    /// <summary>Installs what the lock file in a folder says, unless it is there already, and gives the folder of the packages.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<string> InstallAsync(string folder, CancellationToken cancellationToken = default)
    {
        var packages = Path.Combine(folder, "node_modules");
        await s_installing.WaitAsync(cancellationToken);
        try
        {
            // npm writes this file last.
            var installed = new FileInfo(Path.Combine(packages, ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            {
                var result = await ProcessRunner.RunAsync(
                    "npm",
                    ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                    folder,
                    timeout: TimeSpan.FromMinutes(5),
                    cancellationToken: cancellationToken);
                if (result.ExitCode != 0)
                {
                    throw new InvalidOperationException($"npm ci in {folder}: {result}");
                }
            }

            return packages;
        }
        finally
        {
            s_installing.Release();
        }
    }
}
