using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5015: a dependency that is no public package of the registry. Page: Dependencies.</summary>
internal sealed class DependencySourceCheck : IBuildCheck
{
    // npm's specifiers: a protocol other than `npm:`, a path, or `owner/repository` for GitHub.
    private static readonly Regex s_elsewhere = new(
        @"^(?!npm:)(?:[a-z][a-z0-9+.-]*:|\.{0,2}/|~/|[^@\s/]+@[^\s/]+:|[\w.-]+/[\w.-]+(?:#.*)?$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        from dependency in candidate.Manifest?.Content.Dependencies ?? new Dictionary<string, string>()
        where s_elsewhere.IsMatch(dependency.Value.Trim())
        select new Problem(
            "AHOY5015",
            Severity.Error,
            $"'{dependency.Key}' comes from '{WithoutCredentials(dependency.Value)}', and the platform installs public packages of the npm registry only: publish it, or put its code into a private Asset",
            PackageManifest.FileName);

    private static string WithoutCredentials(string specifier) => Regex.Replace(specifier, "//[^/@]*@", "//");
}
