using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5001: two resources have one path. Page: General Usage.</summary>
internal sealed class DuplicatePathCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        candidate.Resources
            .Select(content => content.Resource)
            .GroupBy(resource => resource.Path, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1).Select(duplicate => new Problem(
                "AHOY5001",
                Severity.Error,
                $"the path '{duplicate.Path}' is taken by '{group.First().File}': only one of them could be reached; rename or remove one",
                duplicate.File)));
}
