using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Projects;

/// <summary>pnpm, the two yarns and bun, from npm, each in a folder of its own to be put on the PATH.</summary>
internal static class Installers
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Projects", "Installers");

    /// <summary>A PATH that begins with an installer, and what keeps it from looking into this machine's settings.</summary>
    /// <param name="name">npm, pnpm, yarn1, yarn4 or bun.</param>
    public static async Task<Dictionary<string, string?>> EnvironmentAsync(string name)
    {
        var environment = new Dictionary<string, string?>();
        if (name == "npm")
        {
            return environment;
        }

        var packages = await NodePackages.InstallAsync(Folder, TestContext.Current.CancellationToken);
        var (program, command) = name switch
        {
            "pnpm" => ("pnpm", $"node '{Path.Combine(packages, "pnpm", "bin", "pnpm.cjs")}'"),
            "yarn1" => ("yarn", $"node '{Path.Combine(packages, "yarn", "bin", "yarn.js")}'"),
            "yarn4" => ("yarn", $"node '{Path.Combine(packages, "@yarnpkg", "cli-dist", "bin", "yarn.js")}'"),
            _ => ("bun", $"'{Path.Combine(packages, "@oven", "bun-linux-x64", "bin", "bun")}'"),
        };
        var bin = Path.Combine(Folder, "bin", name);
        Directory.CreateDirectory(bin);
        var file = Path.Combine(bin, program);
        await File.WriteAllTextAsync(file, $"#!/bin/sh\nexec {command} \"$@\"\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        environment["PATH"] = bin + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return environment;
    }
}
