using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5008: all variables together are over the limit as JSON. Page: Environment Variables.</summary>
internal sealed class VariablesTotalCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        foreach (var environment in candidate.Environments)
        {
            var length = JsonLength(environment.Content.Variables.Where(variable => !AccountVariables.Contains(variable.Name)));
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

    private static int JsonLength(IEnumerable<EnvVariable> variables)
    {
        var map = variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);

        // As JavaScript writes JSON: only what must be escaped is.
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(map, options));
    }
}
