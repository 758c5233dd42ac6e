namespace Ahoy.Model;

/// <summary>In which list of <c>package.json</c> a package stands. The platform installs <see cref="Dependency"/> only.</summary>
public enum DependencyKind
{
    /// <summary><c>dependencies</c>.</summary>
    Dependency,

    /// <summary><c>devDependencies</c>.</summary>
    DevDependency,

    /// <summary><c>optionalDependencies</c>.</summary>
    OptionalDependency,

    /// <summary><c>peerDependencies</c>.</summary>
    PeerDependency,
}
