namespace Ahoy.Model;

/// <summary>An npm module of a Build. Page: Dependencies.</summary>
public sealed class Dependency
{
    /// <summary>Describes a dependency.</summary>
    public Dependency(string name, string requested, string? locked)
    {
        Name = name;
        Requested = requested;
        Locked = locked;
    }

    /// <summary>The module's name: <c>lodash</c>, <c>@twilio/runtime-handler</c>.</summary>
    public string Name { get; }

    /// <summary>What package.json asks for: a version, a range or a tag.</summary>
    public string Requested { get; }

    /// <summary>The version that the lock file holds, or null where there is none.</summary>
    public string? Locked { get; }
}
