using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Security;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Accounts;

/// <summary>API keys, under the three addresses that they have had. The secret is told once, and opens the API until the key is removed.</summary>
internal sealed class KeyResource : StoredResource
{
    private const string Secret = "secret";

    private readonly Credentials _credentials;

    public KeyResource(ResourceStore store, Credentials credentials, string host, string list)
        : base(store, host, list)
    {
        _credentials = credentials;
        SidPrefix = "SK";
        NewestFirst = true;
    }

    /// <inheritdoc/>
    protected override string Canonical(RestCall call, string address)
    {
        return "keys";
    }

    /// <inheritdoc/>
    protected override void Created(RestCall call, string address, StoredItem item)
    {
        item.Hidden[Secret] = RandomNumberGenerator.GetString("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 32);
        _credentials.AddKey(item.Key, item.Hidden[Secret]);
    }

    /// <inheritdoc/>
    protected override void Deleting(RestCall call, string address, StoredItem item)
    {
        _credentials.RemoveKey(item.Key);
    }

    /// <inheritdoc/>
    protected override bool IsListed(RestCall call, StoredItem item)
    {
        return true;
    }

    /// <inheritdoc/>
    protected override void Showing(RestCall call, StoredItem item, JsonObject values)
    {
        if (call.Request.Method == "POST" && call.Operation.Answer!.Find(Secret) is not null)
        {
            values[Secret] = item.Hidden[Secret];
        }

        // The newest of the addresses writes the same dates as the oldest.
        values["date_created"] = Rfc2822(values["date_created"]);
        values["date_updated"] = Rfc2822(values["date_updated"]);
    }

    private static string? Rfc2822(JsonNode? date)
    {
        return Shapes.ApiDates.Parse(date?.ToString()) is { } time ? Shapes.ApiDates.Rfc2822(time) : null;
    }
}
