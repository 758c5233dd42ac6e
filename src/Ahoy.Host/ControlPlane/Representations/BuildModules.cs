using Ahoy.Api;
using Ahoy.Host.Storage;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>
/// The npm modules that a Build names: those that were asked for and, once it is completed, those that every Build has. Page: Dependencies.
/// </summary>
internal static class BuildModules
{
    private static readonly Lazy<IReadOnlyList<BuildDependency>> s_always = new(FindAlways);

    public static IReadOnlyList<BuildDependency> Of(BuildRow row) => row.Status == BuildStatus.Completed
        ? [.. row.Dependencies, .. s_always.Value.Where(always => row.Dependencies.All(d => d.Name != always.Name))]
        : row.Dependencies;

    private static IReadOnlyList<BuildDependency> FindAlways()
    {
        var twilio = HostModules.VersionOf(PlatformModules.Twilio);
        return
        [
            .. twilio is null ? [] : (BuildDependency[])[new BuildDependency(PlatformModules.Twilio, twilio)],
            new BuildDependency(PlatformModules.RuntimeHandler, PlatformModules.RuntimeHandlerVersion),
        ];
    }
}
