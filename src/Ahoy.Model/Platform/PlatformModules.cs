namespace Ahoy.Model;

/// <summary>The modules that are the platform's own. Pages: Dependencies; Runtime Handler.</summary>
public static class PlatformModules
{
    /// <summary>What runs Functions there. Its versions are the platform's: the newest are not on npm, and it is never installed on this machine.</summary>
    public const string RuntimeHandler = "@twilio/runtime-handler";

    /// <summary>The version of it to write.</summary>
    public const string NewestRuntimeHandler = "2.1.2";

    /// <summary>A version of it that npm has and the platform refuses.</summary>
    public const string RefusedRuntimeHandler = "2.1.0";
}
