namespace Ahoy.Deploy.Credentials;

/// <summary>A profile of the Twilio CLI. Printing it shows no secret.</summary>
public sealed record TwilioCliProfile(string Name, string? AccountSid, string ApiKey, string ApiSecret, string? Region, string? Edge)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
