using System.Diagnostics;
using System.Text.Json;

namespace Ahoy.OpenApi;

/// <summary>The npm package that holds Twilio's OpenAPI documents.</summary>
internal static class OpenApiPackage
{
    internal const string Name = "@twilio/cli-core";

    /// <summary>The version that the checked-in file is made of.</summary>
    internal const string Version = "9.0.0";

    /// <summary>Has npm install the package into a folder, without its dependencies: only its files are read.</summary>
    internal static async Task InstallAsync(string folder)
    {
        var start = new ProcessStartInfo("npm", ["pack", $"{Name}@{Version}", "--silent", "--ignore-scripts"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using (var npm = Process.Start(start)!)
        {
            var archive = (await npm.StandardOutput.ReadToEndAsync()).Trim();
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm did not fetch {Name}@{Version}: exit code {npm.ExitCode}.");
            }

            var target = Directory.CreateDirectory(Root(folder)).FullName;
            await using var file = File.OpenRead(Path.Combine(folder, archive));
            await using var plain = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress);
            await System.Formats.Tar.TarFile.ExtractToDirectoryAsync(plain, target, overwriteFiles: true);
        }
    }

    /// <summary>The documents of an installed package, in the order of their names.</summary>
    internal static IReadOnlyList<string> Documents(string folder)
    {
        return [.. Directory.GetFiles(Path.Combine(Package(folder), "src", "services", "twilio-api"), "*.json").OrderBy(Path.GetFileName, StringComparer.Ordinal)];
    }

    /// <summary>Name and version of an installed package, as the compiled file notes it.</summary>
    internal static string Source(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Package(folder), "package.json")));
        return $"{Name}@{json.RootElement.GetProperty("version").GetString()}";
    }

    private static string Root(string folder)
    {
        return Path.Combine(folder, "unpacked");
    }

    private static string Package(string folder)
    {
        var unpacked = Path.Combine(Root(folder), "package");
        return Directory.Exists(unpacked) ? unpacked : Path.Combine(folder, "node_modules", "@twilio", "cli-core");
    }
}
