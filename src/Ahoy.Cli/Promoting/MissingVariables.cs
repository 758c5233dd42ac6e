using Ahoy.Api;
using Ahoy.Cli.Variables;
using Ahoy.Deploy.Client;

namespace Ahoy.Cli.Promoting;

/// <summary>Says which variables the Environment that a Build comes from has and the one that it goes to lacks: a promotion copies none.</summary>
internal static class MissingVariables
{
    /// <summary>The warning, and the command that copies them; null where none is missing.</summary>
    public static async Task<string?> DescribeAsync(
        ServerlessClient client, EnvironmentResource source, EnvironmentResource target, CancellationToken cancellation)
    {
        if (source.Sid == target.Sid)
        {
            return null;
        }

        var there = await VariableScope.ReadAsync(client, source, cancellation).ConfigureAwait(false);
        var here = await VariableScope.ReadAsync(client, target, cancellation).ConfigureAwait(false);
        return Describe([.. there.Keys.Where(key => !here.ContainsKey(key)).Order(StringComparer.Ordinal)], source, target, client.Address.IsTwilio);
    }

    private static string? Describe(string[] missing, EnvironmentResource source, EnvironmentResource target, bool isTwilio) => missing.Length == 0
        ? null
        : $"""
            warning: {target.UniqueName} lacks {(missing.Length == 1 ? "a variable" : "variables")} that {source.UniqueName} has: {string.Join(", ", missing)}.
              To copy: ahoy env copy --service-sid {source.ServiceSid} --from {Name(source)} --to {Name(target)}{(isTwilio ? " --deploy-to twilio" : "")}
              Or set others: ahoy env set --service-sid {source.ServiceSid} --to {Name(target)}{(isTwilio ? " --deploy-to twilio" : "")} {missing[0]}=…
            """;

    private static string Name(EnvironmentResource environment) => environment.DomainSuffix is { Length: > 0 } suffix ? suffix : environment.Sid;
}
