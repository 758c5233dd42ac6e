using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Simulator.Rest;

/// <summary>The parameters of a request for the log: nothing that opens a door, and nothing that fills a screen.</summary>
internal static class RecordedParameters
{
    private const int Longest = 1000;

    private static readonly string[] s_secrets = ["secret", "password", "token", "code", "credential", "authpayload", "privatekey"];
    private static readonly HashSet<string> s_harmless = new(StringComparer.OrdinalIgnoreCase) { "PageToken", "CountryCode", "IsoCountry", "AreaCode", "CodeLength", "ErrorCode", "PostalCode", "InPostalCode", "IsoCountryCode" };

    internal static IReadOnlyDictionary<string, string> Of(RestParameters parameters, Func<string, string> mask)
    {
        var recorded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters.All)
        {
            if (!IsSecret(name))
            {
                // A secret that is cut would not be known for one.
                var masked = mask(value);
                var shown = masked.Length > Longest ? masked[..Longest] : masked;
                recorded[name] = recorded.TryGetValue(name, out var before) ? $"{before}, {shown}" : shown;
            }
        }

        return recorded;
    }

    private static bool IsSecret(string name)
    {
        return !s_harmless.Contains(name) && s_secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}
