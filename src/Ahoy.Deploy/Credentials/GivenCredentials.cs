namespace Ahoy.Deploy.Credentials;

/// <summary>What a user gave on the command line. Printing it shows no secret.</summary>
/// <param name="UserName">An account SID or an API key's SID (<c>--username</c>), or null.</param>
/// <param name="Password">The Auth Token or the key's secret (<c>--password</c>), or null.</param>
/// <param name="Profile">The name of a profile of the Twilio CLI (<c>--profile</c>), or null.</param>
public sealed record GivenCredentials(string? UserName, string? Password, string? Profile)
{
    /// <summary>Nothing.</summary>
    public static GivenCredentials None { get; } = new(null, null, null);

    /// <inheritdoc/>
    public override string ToString() => UserName ?? Profile ?? "none";
}
