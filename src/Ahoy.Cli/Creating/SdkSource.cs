using System.Text.Json;

namespace Ahoy.Cli.Creating;

/// <summary>Where NuGet finds the package that a project names: as long as that is no public source, a new project has to say so.</summary>
/// <param name="Location">The folder.</param>
/// <param name="Version">The package's version there.</param>
internal sealed record SdkSource(string Location, string? Version)
{
    /// <summary>The file that names it, in a project's folder.</summary>
    public const string FileName = "nuget.config";

    private const string Package = "Ahoy.Sdk";

    /// <summary>The folder that a user names.</summary>
    /// <returns>The source; null where the package is not in it.</returns>
    public static SdkSource? OfFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var newest = new DirectoryInfo(folder).EnumerateFiles($"{Package}.*.nupkg").MaxBy(file => file.LastWriteTimeUtc);
        return newest is null ? null : new SdkSource(Path.GetFullPath(folder), Path.GetFileNameWithoutExtension(newest.Name)[(Package.Length + 1)..]);
    }

    /// <summary>Where this command itself came from: the source of the tool's package, or the clone that it was built in.</summary>
    /// <param name="programFolder">The folder that the program runs from.</param>
    /// <returns>The source; null where nothing is known, or nothing has to be said.</returns>
    public static SdkSource? OfThisCommand(string programFolder)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            // NuGet notes in each package that it unpacks where it had it from.
            if (ReadSource(Path.Combine(folder.FullName, ".nupkg.metadata")) is { } source)
            {
                // An address stands in the user's own configuration: the tool came from there.
                return OfFolder(source);
            }

            if (File.Exists(Path.Combine(folder.FullName, "Toolchain.sln")))
            {
                return OfFolder(Path.Combine(folder.FullName, "artifacts", "packages"));
            }
        }

        return null;
    }

    /// <summary>The text of the file that names it.</summary>
    public string ToConfiguration() => $"""
        <configuration>
          <packageSources>
            <add key="ahoy" value="{System.Security.SecurityElement.Escape(Location)}" />
          </packageSources>
        </configuration>

        """;

    private static string? ReadSource(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return json.RootElement.TryGetProperty("source", out var source) ? source.GetString() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
