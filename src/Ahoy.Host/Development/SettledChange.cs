namespace Ahoy.Host.Development;

/// <summary>What has changed in a project since it was told of last.</summary>
/// <param name="AreModules">Whether code may have changed that is no resource: modules, packages.</param>
/// <param name="Written">The files that were written, and nothing else happened; null where everything has to be looked at.</param>
internal sealed record SettledChange(bool AreModules, IReadOnlyCollection<string>? Written)
{
    /// <summary>Everything has to be looked at.</summary>
    public static SettledChange Unknown { get; } = new(AreModules: false, Written: null);
}
