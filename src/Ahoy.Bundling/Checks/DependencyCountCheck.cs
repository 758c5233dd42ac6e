using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5010: more modules in <c>dependencies</c> than allowed. Page: Dependencies.</summary>
internal sealed class DependencyCountCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (candidate.Dependencies.Count() is > PlatformLimits.Dependencies and var count)
        {
            yield return new Problem(
                "AHOY5010",
                Severity.Error,
                $"'dependencies' names {count} modules, and {PlatformLimits.Dependencies} are allowed: remove what is not used, or move it to 'devDependencies'",
                PackageManifest.FileName);
        }
    }
}
