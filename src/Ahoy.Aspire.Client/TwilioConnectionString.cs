using System.Data.Common;

namespace Ahoy.Aspire.Client;

/// <summary>What a connection string says.</summary>
internal sealed record TwilioConnectionString(Uri? Endpoint, string AccountSid, string AuthToken)
{
    /// <exception cref="InvalidOperationException">Something is missing from it, or wrong. Nothing of it is in the message.</exception>
    public static TwilioConnectionString Read(string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException(
                $"There is no connection string \"{name}\": refer to the service's Twilio in the app host, or set ConnectionStrings__{name} to AccountSid=AC…;AuthToken=….");
        }

        DbConnectionStringBuilder parts;
        try
        {
            parts = new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            throw new InvalidOperationException($"The connection string \"{name}\" is not written as AccountSid=AC…;AuthToken=….");
        }

        var endpoint = Value(parts, "Endpoint");
        if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")))
        {
            throw new InvalidOperationException($"The connection string \"{name}\": its Endpoint is no address that begins with http:// or https://.");
        }

        return new TwilioConnectionString(endpoint is null ? null : new Uri(endpoint), Required(parts, name, "AccountSid"), Required(parts, name, "AuthToken"));
    }

    private static string Required(DbConnectionStringBuilder parts, string name, string key) =>
        Value(parts, key) ?? throw new InvalidOperationException($"The connection string \"{name}\" has no {key}.");

    private static string? Value(DbConnectionStringBuilder parts, string key) =>
        parts.TryGetValue(key, out var value) && value is string { Length: > 0 } text ? text : null;
}
