using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Ahoy.Aspire;

/// <summary>A project of Twilio Functions and Assets, served by the host that the package brings.</summary>
public sealed class TwilioFunctionsResource : ExecutableResource, IResourceWithServiceDiscovery
{
    internal const string HttpEndpoint = "http";
    internal const string PageEndpoint = "page";
    internal const string AdminEndpoint = "admin";

    /// <param name="name">The resource's name.</param>
    /// <param name="command">The program that serves it.</param>
    /// <param name="folder">The project's folder.</param>
    public TwilioFunctionsResource(string name, string command, string folder)
        : base(name, command, folder) => Twilio = new OfflineTwilioResource($"{name}-twilio", this);

    /// <summary>The offline Twilio beside it, for <c>WithReference</c> of a project; there once <c>WithOffline</c> is called.</summary>
    public OfflineTwilioResource Twilio { get; }

    /// <summary>Where Functions and Assets are served.</summary>
    public EndpointReference Endpoint => new(this, HttpEndpoint);

    /// <summary>Where the page is and, with <c>WithOffline</c>, what answers for Twilio.</summary>
    public EndpointReference Page => new(this, PageEndpoint);

    internal bool IsOffline { get; set; }

    internal List<PhoneNumber> Numbers { get; } = [];

    /// <summary>The numbers as <c>phones.json</c> has them.</summary>
    internal string NumbersJson()
    {
        var json = new JsonObject();
        foreach (var (number, sms, voice) in Numbers)
        {
            var answers = new JsonObject();
            if (sms is not null)
            {
                answers["sms"] = sms;
            }

            if (voice is not null)
            {
                answers["voice"] = voice;
            }

            json[number] = answers;
        }

        return json.ToJsonString();
    }

    /// <summary>A number of the account, and what answers at it.</summary>
    internal sealed record PhoneNumber(string Number, string? Sms, string? Voice);
}
