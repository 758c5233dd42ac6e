using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Documents;

namespace Ahoy.Simulator.Rest.Requests;

/// <summary>A request that is authenticated, routed and checked: what a resource works on.</summary>
internal sealed class RestCall
{
    public required RestRequest Request { get; init; }

    /// <summary>The product's host, such as `api.twilio.com`.</summary>
    public required string Host { get; init; }

    /// <summary>Below the product's host, as sent.</summary>
    public required string Path { get; init; }

    /// <summary>What stands after the last dot of the path: `json`, or `wav` for a recording's sound; empty where nothing does.</summary>
    public required string Extension { get; init; }

    public required ApiOperation Operation { get; init; }

    /// <summary>The parameters of the path by their names in the document. Resources put the SID in the place of a unique name.</summary>
    public required Dictionary<string, string> PathValues { get; init; }

    public required RestParameters Parameters { get; init; }

    public JsonObject? Json { get; init; }

    public required string AccountSid { get; init; }

    /// <summary>The time of the simulated world.</summary>
    public required DateTimeOffset Now { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>The oldest of the products, whose paths, dates and lists look different from the others'.</summary>
    public bool IsCore => Host == "api.twilio.com";

    public RestException NotFound()
    {
        return RestErrors.NotFound(Host, Path);
    }
}
