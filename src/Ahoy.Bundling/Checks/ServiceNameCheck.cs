using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5006: the Service name is too long or has other characters than letters, digits and dashes. Page: Create a Service.</summary>
internal sealed class ServiceNameCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (ServiceName.Validate(candidate.Service) is { } reason)
        {
            yield return new Problem("AHOY5006", Severity.Error, $"{reason}: set AhoyServiceName", candidate.ServiceSource);
        }
    }
}
