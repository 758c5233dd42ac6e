namespace Ahoy.Deploy.Credentials;

/// <summary>The environment variables with credentials for Twilio, as Twilio's own tools name them.</summary>
internal static class TwilioVariables
{
    /// <summary>The account's SID at Twilio.</summary>
    public const string Account = "TWILIO_ACCOUNT_SID";

    /// <summary>The account's Auth Token at Twilio.</summary>
    public const string Token = "TWILIO_AUTH_TOKEN";

    /// <summary>The SID of an API key at Twilio.</summary>
    public const string ApiKey = "TWILIO_API_KEY";

    /// <summary>The secret of the API key at Twilio.</summary>
    public const string ApiSecret = "TWILIO_API_SECRET";

    /// <summary>The region of Twilio to speak to, like ie1.</summary>
    public const string Region = "TWILIO_REGION";

    /// <summary>The edge of Twilio to speak to, like dublin.</summary>
    public const string Edge = "TWILIO_EDGE";
}
