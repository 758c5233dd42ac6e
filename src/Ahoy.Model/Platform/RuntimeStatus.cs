namespace Ahoy.Model;

/// <summary>What the platform does with a runtime's name.</summary>
public enum RuntimeStatus
{
    /// <summary>New Builds can use it.</summary>
    Accepted,

    /// <summary>What is deployed goes on running; new Builds are refused.</summary>
    OnlyWhatIsDeployed,

    /// <summary>No longer run.</summary>
    Retired,

    /// <summary>Not known to this version of Ahoy: newer runtimes appear over time.</summary>
    Unknown,
}
