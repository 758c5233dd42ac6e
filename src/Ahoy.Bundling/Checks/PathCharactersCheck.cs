using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5005: a path is none that the platform takes (<see cref="PathRule"/>).</summary>
internal sealed class PathCharactersCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        from content in candidate.Resources
        let problem = PathRule.Validate(content.Resource.Kind, content.Resource.Path)
        where problem is not null
        select new Problem("AHOY5005", Severity.Error, $"{problem}: rename the file", content.Resource.File);
}
