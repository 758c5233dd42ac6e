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
                PathRule.DescribeDuplicate(duplicate.Path, group.First().File),
                duplicate.File)));
}
