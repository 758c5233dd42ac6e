using System.Diagnostics;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>Looks for processes by their number.</summary>
internal static class TestProcesses
{
    /// <summary>Whether a process is there and still runs.</summary>
    public static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
