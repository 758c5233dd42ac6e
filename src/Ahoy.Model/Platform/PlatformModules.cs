namespace Ahoy.Model;

/// <summary>The npm modules that are part of every Build, declared or not; a completed Build names them. Page: Dependencies.</summary>
public static class PlatformModules
{
    /// <summary>The helper library.</summary>
    public const string Twilio = "twilio";

    /// <summary>What calls handlers. It is the platform's own: its newest versions are not on npm, and it is never installed on this machine.</summary>
    public const string RuntimeHandler = "@twilio/runtime-handler";

    /// <summary>The version of <see cref="RuntimeHandler"/> that a Build gets that names none.</summary>
    public const string RuntimeHandlerVersion = "2.1.2";
}
