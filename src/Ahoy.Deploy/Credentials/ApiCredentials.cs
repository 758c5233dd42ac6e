namespace Ahoy.Deploy.Credentials;

/// <summary>What to authenticate with, and where it came from. Printing it shows no secret.</summary>
/// <param name="UserName">An account SID (<c>AC…</c>) or an API key's SID (<c>SK…</c>).</param>
/// <param name="Password">The Auth Token or the API key's secret.</param>
/// <param name="AccountSid">The account, where it is known: an API key alone does not say.</param>
/// <param name="Source">Where they came from, in words for a log.</param>
public sealed record ApiCredentials(string UserName, string Password, string? AccountSid, string Source)
{
    /// <inheritdoc/>
    public override string ToString() => $"{UserName} (from {Source})";
}
