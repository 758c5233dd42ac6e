using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Api;
using Ahoy.Model;

namespace Ahoy.Deploy.Projects;

/// <summary>
/// The <c>.twiliodeployinfo</c> of a project: for each account and region, the Service that it was deployed to last, and the Build. The Serverless
/// Toolkit reads and writes the same file. Page: Configuration and Meta Files.
/// </summary>
/// <param name="projectFolder">The project's folder.</param>
public sealed class DeployInfoFile(string projectFolder)
{
    /// <summary>The file's name.</summary>
    public const string Name = ".twiliodeployinfo";

    private const string DefaultRegion = "us1";
    private static readonly JsonSerializerOptions s_format =
        new() { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _file = Path.Combine(projectFolder, Name);

    /// <summary>The Service that the project was deployed to last, or null.</summary>
    /// <param name="accountSid">The account.</param>
    /// <param name="region">The region; null for the default one.</param>
    public string? FindServiceSid(string accountSid, string? region)
    {
        var all = Read();

        // Older tools did not write the region.
        var entry = all[Key(accountSid, region)] ?? (region is null or DefaultRegion ? all[accountSid] : null);
        return entry is JsonObject info && info["serviceSid"] is JsonValue value && value.TryGetValue<string>(out var sid) && Sid.Is(Sid.Service, sid)
            ? sid
            : null;
    }

    /// <summary>Notes a deploy. What the file says of other accounts and regions stays.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Write(string accountSid, string? region, string serviceSid, string buildSid)
    {
        var all = Read();
        all.Remove(accountSid);
        all[Key(accountSid, region)] = new JsonObject { ["serviceSid"] = serviceSid, ["latestBuild"] = buildSid };
        AtomicFile.Write(_file, Encoding.UTF8.GetBytes(all.ToJsonString(s_format)));
    }

    private static string Key(string accountSid, string? region) => $"{accountSid}:{region ?? DefaultRegion}";

    private JsonObject Read()
    {
        try
        {
            return File.Exists(_file) ? JsonNode.Parse(File.ReadAllText(_file)) as JsonObject ?? [] : [];
        }
        catch (JsonException)
        {
            // The file holds nothing that a deploy could not find again by the Service's name.
            return [];
        }
    }
}
