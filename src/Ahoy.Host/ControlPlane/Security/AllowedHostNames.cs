namespace Ahoy.Host.ControlPlane.Security;

/// <summary>The host names that the control plane answers for beside those of the machine itself.</summary>
internal sealed class AllowedHostNames(IEnumerable<string> names)
{
    public IReadOnlySet<string> Names { get; } = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
}
