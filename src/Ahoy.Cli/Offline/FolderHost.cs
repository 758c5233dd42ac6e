using System.Diagnostics;
using System.Text.Json;

namespace Ahoy.Cli.Offline;

/// <summary>The host that runs for the project of a folder: <c>ahoy start</c> and <c>dotnet run</c> write where it is.</summary>
internal static class FolderHost
{
    private static readonly string s_file = Path.Combine("obj", "ahoy", "host.json");

    /// <summary>Finds it; null where none runs. One that was killed leaves its file.</summary>
    /// <param name="folder">The folder that may be a project's.</param>
    public static RunningHost? Find(string folder)
    {
        try
        {
            var text = File.ReadAllBytes(Path.Combine(folder, s_file));
            return JsonSerializer.Deserialize(text, OfflineJson.Default.RunningHost) is { Pid: { } id } host && IsAlive(id) ? host : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
