namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>How long the API's parameters may be, in characters.</summary>
internal static class FieldLengths
{
    /// <summary>A name that people read, and the path of a Version.</summary>
    public const int Name = 255;

    /// <summary>The unique name of an Environment.</summary>
    public const int EnvironmentName = 100;

    /// <summary>What the domain name of an Environment ends with.</summary>
    public const int DomainSuffix = 16;

    /// <summary>The key of a variable.</summary>
    public const int VariableKey = 128;

    /// <summary>A list of dependencies as JSON: room for the hundred that are allowed.</summary>
    public const int Dependencies = 64 * 1024;

    /// <summary>The name of a runtime.</summary>
    public const int Runtime = 16;
}
