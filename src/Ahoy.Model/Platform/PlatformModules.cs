namespace Ahoy.Model;

/// <summary>The npm modules that are part of every Build, declared or not; a completed Build names the first two. Page: Dependencies.</summary>
public static class PlatformModules
{
    /// <summary>The helper library.</summary>
    public const string Twilio = "twilio";

    /// <summary>What calls handlers. It is the platform's own: its newest versions are not on npm, and it is never installed on this machine.</summary>
    public const string RuntimeHandler = "@twilio/runtime-handler";

    /// <summary>What Functions have without a word in package.json. Page: Determine carrier.</summary>
    public const string Lodash = "lodash";

    /// <summary>The version of <see cref="RuntimeHandler"/> that a Build gets that names none.</summary>
    public const string RuntimeHandlerVersion = "2.1.2";

    /// <summary>A version of it that npm has and the platform refuses.</summary>
    public const string RefusedRuntimeHandler = "2.1.0";

    /// <summary>Whether a package is there without being declared.</summary>
    public static bool Contains(string name) => name is Twilio or RuntimeHandler or Lodash;
}
