namespace Ahoy.Model;

/// <summary>What <c>context</c> holds besides the project's own variables. Page: Environment Variables.</summary>
public static class ContextVariables
{
    /// <summary>The method that gives the REST client.</summary>
    public const string TwilioClientMethod = "getTwilioClient";

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        AccountVariables.Sid,
        AccountVariables.AuthToken,
        "DOMAIN_NAME",
        "ENVIRONMENT_SID",
        "PATH",
        "SERVICE_SID",

        // In a regional deployment.
        "TWILIO_EDGE",
        "TWILIO_REGION",
    };

    /// <summary>The names that are there without an environment file.</summary>
    public static IReadOnlyCollection<string> Names => s_names;

    /// <summary>Whether a name is there without an environment file.</summary>
    public static bool Contains(string name) => s_names.Contains(name);
}
