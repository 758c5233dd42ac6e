using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>What the platform refuses a Build for.</summary>
internal static class BuildChecks
{
    /// <summary>All that is wrong with a Build; nothing where it is fine.</summary>
    public static IEnumerable<string> Run(Build build)
    {
        foreach (var same in build.Resources.GroupBy(r => r.Path, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"The path '{same.Key}' belongs to {same.Count()} resources.";
        }
    }
}
