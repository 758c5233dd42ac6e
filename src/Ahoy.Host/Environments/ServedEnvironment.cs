using Ahoy.Host.Secrets;
using Ahoy.Model;

namespace Ahoy.Host.Environments;

/// <summary>
/// A Build as one Environment serves it, with all that its Functions can see. It never changes: another Build, or another
/// value of a variable, is another served Environment, and the gateway switches to it between two requests.
/// </summary>
internal sealed class ServedEnvironment
{
    /// <summary>Names the Environment: what is deployed to the same one replaces what was there.</summary>
    public required string EnvironmentKey { get; init; }

    /// <summary>Names the Service: its Environments share one limit of concurrent invocations.</summary>
    public required string ServiceKey { get; init; }

    public required Build Build { get; init; }

    /// <summary>
    /// Names all that workers depend on: Functions, private Assets, modules, variables. Where it stays the same, the workers of the
    /// served Environment before go on; a public Asset alone is no reason to start new ones.
    /// </summary>
    public required string CodeVersion { get; init; }

    /// <summary>Finds the file that holds a resource's content, by its absolute path.</summary>
    /// <remarks>
    /// The files of Functions end in <c>.js</c>, and <c>import()</c> in them looks for packages in the <c>node_modules</c> folders
    /// beside and above them, as Node does.
    /// </remarks>
    public required Func<Resource, string> FindFile { get; init; }

    /// <summary>The folder that Functions run in: the project's, or one of the served Environment's own.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>The <c>node_modules</c> folder of the Build's dependencies, where it has one.</summary>
    public string? NodeModulesFolder { get; init; }

    /// <summary>The file of yarn's Plug'n'Play (<c>.pnp.cjs</c>) that says where the packages are; null where they are in folders.</summary>
    public string? PnpFile { get; init; }

    /// <summary>The Environment's variables, without those that the platform adds.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The host with its port: what Functions see as <c>DOMAIN_NAME</c>.</summary>
    public required string DomainName { get; init; }

    public string? AccountSid { get; init; }

    /// <summary>The key of request signatures; without it no request has a valid one. Never printed.</summary>
    public string? AuthToken { get; init; }

    /// <summary>Takes this Environment's credentials out of what is logged: the Auth Token, and API secrets among the variables.</summary>
    public CredentialMask Mask => field ??= new CredentialMask([AuthToken, .. Variables.Where(v => IsApiSecret(v.Key, v.Value)).Select(v => v.Value)]);

    /// <summary>Whether Functions see the account's SID and token in their <c>context</c>.</summary>
    public bool IncludesCredentials { get; init; }

    /// <summary>The region that it is in, of a regional deployment, and <see cref="Edge"/> its edge. Page: Regional support for Functions and Assets.</summary>
    public string? Region { get; init; }

    public string? Edge { get; init; }

    public string? ServiceSid { get; init; }

    public string? EnvironmentSid { get; init; }

    public string? BuildSid { get; init; }

    public string? DeploymentSid { get; init; }

    /// <summary>Whether the served Environment is a project that is being worked on: errors are shown with their source.</summary>
    public bool IsDevelopment { get; init; }

    // As Twilio makes them: 32 letters and digits.
    private static bool IsApiSecret(string name, string value) =>
        value.Length == 32
        && value.All(char.IsAsciiLetterOrDigit)
        && (name.Contains("SECRET", StringComparison.OrdinalIgnoreCase) || name.Contains("TOKEN", StringComparison.OrdinalIgnoreCase));
}
