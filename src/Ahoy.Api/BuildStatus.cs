namespace Ahoy.Api;

/// <summary>How far the platform is with a Build.</summary>
public enum BuildStatus
{
    /// <summary>It is being checked and packaged.</summary>
    Building,

    /// <summary>It can be activated.</summary>
    Completed,

    /// <summary>It can't be activated, and never will.</summary>
    Failed,
}
