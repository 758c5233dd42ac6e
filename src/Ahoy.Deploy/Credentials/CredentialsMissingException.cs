namespace Ahoy.Deploy.Credentials;

/// <summary>There are no credentials to deploy with; the message says where they were looked for.</summary>
public sealed class CredentialsMissingException(string message) : Exception(message);
