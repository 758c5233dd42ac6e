using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5008: all variables together are over the limit as JSON. Page: Environment Variables.</summary>
internal sealed class VariablesTotalCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        foreach (var environment in candidate.Environments)
        {
            var length = VariablesJson.Size(environment.Content.Variables
                .Where(variable => !AccountVariables.Contains(variable.Name))
                .Select(variable => new KeyValuePair<string, string>(variable.Name, variable.Value)));
            if (length > PlatformLimits.VariablesJsonBytes)
            {
                yield return new Problem(
                    "AHOY5008",
                    Severity.Error,
                    $"the variables together have {length} bytes as JSON, and {PlatformLimits.VariablesJsonBytes} are allowed: keep longer texts in a private Asset",
                    environment.File);
            }
        }
    }
}
