using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>Where a value is written that a message is about, so that it can be corrected there.</summary>
public sealed class WrittenPlace
{
    private static readonly string[] s_configurations = [.. ToolkitConfiguration.FileNames, PackageManifest.FileName];

    private WrittenPlace(string file, int line)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, relative to the project.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The line of package.json that has a package; null where none has.</summary>
    internal static WrittenPlace? OfPackage(string? folder, string package) =>
        folder is null ? null : Find(folder, [PackageManifest.FileName], line => line.Contains($"\"{package}\""));

    /// <summary>The line that says the runtime: of the project file, else of the configuration; null where neither does.</summary>
    internal static WrittenPlace? OfRuntime(string folder, string runtime) =>
        Find(folder, ProjectFiles(folder), line => line.Contains("<AhoyRuntime") && line.Contains(runtime))
        ?? Find(folder, s_configurations, line => line.Contains("runtime") && line.Contains(runtime));

    private static string[] ProjectFiles(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.??proj").Select(file => Path.GetFileName(file)!)] : [];

    private static WrittenPlace? Find(string folder, IEnumerable<string> names, Func<string, bool> isIt)
    {
        foreach (var name in names)
        {
            var file = Path.Combine(folder, name);
            try
            {
                var index = System.IO.File.Exists(file) ? Array.FindIndex(System.IO.File.ReadAllLines(file, Encoding.UTF8), line => isIt(line)) : -1;
                if (index >= 0)
                {
                    return new WrittenPlace(name, index + 1);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is only a help: what keeps the file from being read is reported elsewhere.
            }
        }

        return null;
    }
}
