using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary>
/// Says where the host of a project is, to other programs on this machine: <c>obj/ahoy/host.json</c> in the project's folder, while the host runs.
/// </summary>
internal sealed partial class HostFile : IDisposable
{
    private readonly string _path;

    private HostFile(string path) => _path = path;

    /// <summary>Writes it. A folder that can't be written does without.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="port">The gateway's port.</param>
    /// <param name="offlineUrl">Where Twilio is, offline; null where it is not.</param>
    /// <param name="pageUrl">Where the page is; null where there is none.</param>
    public static HostFile? Write(string projectFolder, int port, string? offlineUrl, string? pageUrl)
    {
        var path = Path.Combine(projectFolder, "obj", "ahoy", "host.json");
        var content = new Content(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"), offlineUrl, pageUrl, Environment.ProcessId);
        try
        {
            // Whoever waits for it reads it as soon as it is there: it comes whole.
            AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(content, HostFileJson.Default.Content));
            return new HostFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes it, unless it is another host's by now.</summary>
    public void Dispose()
    {
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(_path), HostFileJson.Default.Content)?.Pid == Environment.ProcessId)
            {
                File.Delete(_path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Somebody else has removed or changed it.
        }
    }

    private sealed record Content(string Url, string? OfflineUrl, string? PageUrl, int Pid);

    [JsonSerializable(typeof(Content))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    private sealed partial class HostFileJson : JsonSerializerContext;
}
