namespace Ahoy.Host.Telemetry;

/// <summary>
/// What a request to Twilio's API is about, without whom: its path with <c>{}</c> for what stands for one thing. There, a name and one of its kind take turns after the
/// version, so that no telephone number or name that somebody made up is left. Of other hosts nothing like it is known.
/// </summary>
internal static class TwilioTemplate
{
    /// <summary>The path; null where the host is another.</summary>
    public static string? Of(string host, string path)
    {
        if (!host.EndsWith(".twilio.com", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 2; i < segments.Length; i += 2)
        {
            segments[i] = segments[i].EndsWith(".json", StringComparison.Ordinal) ? "{}.json" : "{}";
        }

        return "/" + string.Join('/', segments);
    }
}
