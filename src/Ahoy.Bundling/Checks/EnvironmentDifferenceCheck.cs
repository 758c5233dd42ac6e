using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5017: dotenv's versions read a variable of an environment file differently. Page: Environment Variables.</summary>
internal sealed class EnvironmentDifferenceCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        from environment in candidate.Environments
        from difference in environment.Content.Differences
        select new Problem(ProjectProblem.EnvironmentDifference, Severity.Warning, difference.Message, environment.File, difference.Line);
}
