using System.Text.Json;

namespace Ahoy.Deploy.Credentials;

/// <summary>
/// The profiles of the Twilio CLI, from its <c>config.json</c>. Profiles whose key is in the system's key ring, as old versions of the
/// CLI kept it, are passed over: only the CLI can read those.
/// </summary>
public sealed class TwilioCliProfiles
{
    private readonly Dictionary<string, TwilioCliProfile> _profiles;
    private readonly string? _active;

    private TwilioCliProfiles(Dictionary<string, TwilioCliProfile> profiles, string? active)
    {
        _profiles = profiles;
        _active = active;
    }

    /// <summary>Where the CLI keeps them.</summary>
    public static string DefaultFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".twilio-cli", "config.json");

    /// <summary>None.</summary>
    public static TwilioCliProfiles None { get; } = new([], null);

    /// <summary>The profile that the CLI would use, or null.</summary>
    public TwilioCliProfile? Active => _active is null ? null : Find(_active);

    /// <summary>The profile of a name, or null.</summary>
    public TwilioCliProfile? Find(string name) => _profiles.GetValueOrDefault(name.Trim());

    /// <summary>Reads the file; none where it is missing or can't be read.</summary>
    public static TwilioCliProfiles Load(string file)
    {
        try
        {
            return File.Exists(file) ? Parse(File.ReadAllText(file)) : None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Another tool's file: that it is broken is that tool's to tell.
            return None;
        }
    }

    internal static TwilioCliProfiles Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var profiles = new Dictionary<string, TwilioCliProfile>(StringComparer.Ordinal);
        if (root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("profiles", out var all)
            && all.ValueKind == JsonValueKind.Object)
        {
            foreach (var profile in all.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object))
            {
                if (Text(profile.Value, "apiKey") is { } key && Text(profile.Value, "apiSecret") is { } secret)
                {
                    profiles[profile.Name] = new TwilioCliProfile(
                        profile.Name, Text(profile.Value, "accountSid"), key, secret, Text(profile.Value, "region"), Text(profile.Value, "edge") ?? Text(root, "edge"));
                }
            }
        }

        return new TwilioCliProfiles(profiles, root.ValueKind == JsonValueKind.Object ? Text(root, "activeProject") : null);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
