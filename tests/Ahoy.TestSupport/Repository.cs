using System.Runtime.CompilerServices;

namespace Ahoy.TestSupport;

/// <summary>Where things lie on the machine that runs the tests.</summary>
public static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the shared documents beside the repository; it may be missing.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    /// <summary>The example Functions of the platform's documentation; null where they are missing.</summary>
    public static string? Examples
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("AHOY_EXAMPLES") is { Length: > 0 } named
                ? named
                : Path.Combine(Shared, "examples");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    /// <summary>A path below the repository's folder.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        // The binary lies below the repository; the source's own path may have been mapped to something else.
        foreach (var start in (string?[])[AppContext.BaseDirectory, Path.GetDirectoryName(thisFile)])
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "Toolchain.sln")))
                {
                    return folder;
                }
            }
        }

        throw new InvalidOperationException("Toolchain.sln is in no folder above the tests.");
    }
}
