namespace Ahoy.TestSupport;

/// <summary>Whether tests write pages anew that are made from the code, in place of comparing them.</summary>
public static class PageUpdate
{
    /// <summary>Whether <c>AHOY_UPDATE=1</c> asks for it.</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("AHOY_UPDATE") == "1";
}
