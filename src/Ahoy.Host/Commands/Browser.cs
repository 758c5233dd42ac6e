using System.ComponentModel;
using System.Diagnostics;

namespace Ahoy.Host.Commands;

/// <summary>Opens an address in the user's browser.</summary>
internal static class Browser
{
    /// <summary>Opens it. Gives false where there is no browser to be found: the address is printed anyway.</summary>
    public static bool Open(string url)
    {
        try
        {
            using var process = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(url) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [url]) { RedirectStandardOutput = true, RedirectStandardError = true });
            return true;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
