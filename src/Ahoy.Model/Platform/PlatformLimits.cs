namespace Ahoy.Model;

/// <summary>
/// The platform's limits: each value once, with its unit and the page that it comes from. The checks of the Build, the
/// rules and the host all read them here.
/// </summary>
public static class PlatformLimits
{
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;

    /// <summary>The largest public or protected Asset, in bytes (25 MB). Page: Assets.</summary>
    public const long ServedAssetBytes = 25L * MiB;

    /// <summary>The largest private Asset, in bytes (10 MB). Page: Assets.</summary>
    public const long PrivateAssetBytes = 10L * MiB;

    /// <summary>How many public Assets a Build can have, and how many protected ones. Page: Assets.</summary>
    public const int ServedAssets = 1000;

    /// <summary>How many private Assets a Build can have. Page: Assets.</summary>
    public const int PrivateAssets = 50;

    /// <summary>How many modules <c>dependencies</c> can name. Page: Dependencies.</summary>
    public const int Dependencies = 100;

    /// <summary>The longest value of one environment variable, in bytes of UTF-8. Page: Environment Variables.</summary>
    public const int VariableBytes = 450;

    /// <summary>All environment variables together as one JSON object, in bytes of UTF-8 (3 kB). Page: Environment Variables.</summary>
    public const int VariablesJsonBytes = 3 * KiB;

    /// <summary>The longest name of a Service, in characters ("fewer than 50"). Page: Create a Service.</summary>
    public const int ServiceNameLength = 49;

    /// <summary>The longest path of a Function or an Asset, in characters ("under 256"). Pages: Functions; Assets.</summary>
    public const int PathLength = 255;

    /// <summary>How many Services an account can have. Page: Create a Service.</summary>
    public const int ServicesPerAccount = 50;

    /// <summary>The largest request with its headers and cookies, in bytes (1 MB). Page: Request Flow.</summary>
    public const int RequestBytes = 1 * MiB;

    /// <summary>The largest response of a Function, in bytes (4 MB). Page: Request Flow.</summary>
    public const int ResponseBytes = 4 * MiB;

    /// <summary>All headers and cookies of a request or a response, names and values, in bytes. Page: Limitations.</summary>
    public const int HeaderBytes = 15 * KiB;

    /// <summary>How many headers and cookies a request or a response can have; each cookie counts as one. Page: Limitations.</summary>
    public const int Headers = 90;

    /// <summary>The longest life of a cookie, in seconds (24 hours). Page: Limitations.</summary>
    public const int CookieLifetimeSeconds = 24 * 60 * 60;

    /// <summary>How many invocations of one Service run at once. Page: Functions and Assets FAQ.</summary>
    public const int ConcurrentInvocations = 30;

    /// <summary>How long an invocation can run. Page: Request Flow.</summary>
    public static readonly TimeSpan ExecutionTime = TimeSpan.FromSeconds(10);

    /// <summary>The largest Asset of a visibility, in bytes.</summary>
    public static long AssetBytes(Visibility visibility) =>
        visibility == Visibility.Private ? PrivateAssetBytes : ServedAssetBytes;

    /// <summary>How many Assets of a visibility a Build can have.</summary>
    public static int Assets(Visibility visibility) =>
        visibility == Visibility.Private ? PrivateAssets : ServedAssets;
}
