namespace Ahoy.Model;

/// <summary>What a resource of a Service is.</summary>
public enum ResourceKind
{
    /// <summary>A JavaScript file that the platform runs.</summary>
    Function,

    /// <summary>A file that the platform serves, or packages with the Functions where it is private.</summary>
    Asset,
}
