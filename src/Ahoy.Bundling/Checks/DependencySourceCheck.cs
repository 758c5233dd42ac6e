using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5015: a dependency that is no public package of the registry. Page: Dependencies.</summary>
internal sealed class DependencySourceCheck : IBuildCheck
{
    // npm's specifiers: a protocol other than `npm:`, a path, or `owner/repository` for GitHub.
    private static readonly Regex s_elsewhere = new(
        @"^(?!npm:)(?:[a-z][a-z0-9+.-]*:|\.{0,2}/|~/|[^@\s/]+@[^\s/]+:|[\w.-]+/[\w.-]+(?:#.*)?$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        foreach (var dependency in candidate.Dependencies)
        {
            if (dependency.Key == PlatformModules.RuntimeHandler || candidate.Manifest!.FindPublishedVersion(dependency.Key) is not null)
            {
                continue;
            }

            // pnpm's `catalog:` is only another place for a version.
            if (s_elsewhere.IsMatch(dependency.Value.Trim()) && !dependency.Value.StartsWith("catalog:", StringComparison.Ordinal))
            {
                yield return Error(
                    $"'{dependency.Key}' comes from '{WithoutCredentials(dependency.Value)}', and the platform installs public packages of the npm registry only: publish it, or put its code into a private Asset");
            }
            else if (IsSibling(candidate.Manifest!, dependency.Key))
            {
                yield return Error(
                    $"'{dependency.Key}' is a package of this workspace, and the platform installs public packages of the npm registry only: publish it (and say so in its package.json: \"publishConfig\"), or put its code into a private Asset");
            }
        }
    }

    // A package of the workspace that is published comes from the registry when it is deployed.
    private static bool IsSibling(CandidateManifest manifest, string name) =>
        manifest.Packages?.FindMember(name) is { IsPublished: false } && (manifest.Lock is not { } @lock || @lock.Siblings.Contains(name));

    private static Problem Error(string message) => new("AHOY5015", Severity.Error, message, PackageManifest.FileName);

    private static string WithoutCredentials(string specifier) => Regex.Replace(specifier, "//[^/@]*@", "//");
}
