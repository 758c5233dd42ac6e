using System.Globalization;

namespace Ahoy.Bundling.Checks;

/// <summary>A number of bytes as messages give it.</summary>
internal static class Size
{
    private const double MiB = 1024 * 1024;

    public static string Of(long bytes) => bytes >= MiB
        ? string.Format(CultureInfo.InvariantCulture, "{0:0.##} MB ({1:N0} bytes)", bytes / MiB, bytes)
        : string.Format(CultureInfo.InvariantCulture, "{0:N0} bytes", bytes);
}
