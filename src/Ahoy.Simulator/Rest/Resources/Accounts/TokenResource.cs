using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;

namespace Ahoy.Simulator.Rest.Resources.Accounts;

/// <summary>Tokens of the network traversal service: credentials for a time, of servers that nobody reaches offline.</summary>
internal sealed class TokenResource : IRestResource
{
    private const int DefaultSeconds = 86_400;

    /// <inheritdoc/>
    public void Map(RestRoutes routes)
    {
        routes.Map("POST", "api.twilio.com", "/2010-04-01/Accounts/{AccountSid}/Tokens.json", Create);
    }

    private static RestAnswer Create(RestCall call)
    {
        var (username, password) = (RandomNumberGenerator.GetHexString(64, lowercase: true), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var values = new JsonObject
        {
            ["username"] = username,
            ["password"] = password,
            ["ttl"] = (call.Parameters.Int("Ttl") ?? DefaultSeconds).ToString(CultureInfo.InvariantCulture),
            ["ice_servers"] = new JsonArray(
                Server("stun:global.stun.twilio.com:3478", null, null),
                Server("turn:global.turn.twilio.com:3478?transport=udp", username, password),
                Server("turn:global.turn.twilio.com:3478?transport=tcp", username, password),
                Server("turn:global.turn.twilio.com:443?transport=tcp", username, password)),
        };
        return new RestAnswer(201, AnswerShape.Build(call, call.Operation.Answer!, values, RestPaths.WithoutExtension(call.Path)));
    }

    private static JsonObject Server(string url, string? username, string? password)
    {
        var server = new JsonObject { ["url"] = url, ["urls"] = url };
        if (username is not null)
        {
            server["username"] = username;
            server["credential"] = password;
        }

        return server;
    }
}
