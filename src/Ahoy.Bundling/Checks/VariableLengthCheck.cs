using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5007: an environment variable is longer than the platform takes. Page: Environment Variables.</summary>
internal sealed class VariableLengthCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        from environment in candidate.Environments
        from variable in environment.Content.Variables
        let length = Encoding.UTF8.GetByteCount(variable.Value)
        where length > PlatformLimits.VariableBytes
        select new Problem(
            "AHOY5007",
            Severity.Error,
            $"the variable '{variable.Name}' has {length} bytes, and {PlatformLimits.VariableBytes} are allowed: keep longer texts in a private Asset",
            environment.File,
            variable.Line);
}
