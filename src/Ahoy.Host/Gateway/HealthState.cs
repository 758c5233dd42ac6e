namespace Ahoy.Host.Gateway;

/// <summary>Whether a host can serve requests.</summary>
internal enum HealthState
{
    /// <summary>Not yet: no worker has been started.</summary>
    Starting,

    /// <summary>It does.</summary>
    Ready,

    /// <summary>It ends what it has begun, and should be given nothing more.</summary>
    Stopping,
}
