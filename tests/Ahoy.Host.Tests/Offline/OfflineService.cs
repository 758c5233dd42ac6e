using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ahoy.Host.Offline;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Offline;

/// <summary>Functions as people write them, with an offline Twilio around them.</summary>
public class OfflineService : RunningService
{
    private static readonly Dictionary<string, string> s_functions = new()
    {
        ["functions/sms.protected.js"] = """
            exports.handler = (context, event, callback) => {
              const answer = new Twilio.twiml.MessagingResponse();
              answer.message(`You said ${event.Body}.`);
              callback(null, answer);
            };
            """,
        ["functions/voice.protected.js"] = """
            exports.handler = (context, event, callback) => {
              const answer = new Twilio.twiml.VoiceResponse();
              answer.gather({ numDigits: 1, action: '/choice' }).say('Press a key.');
              callback(null, answer);
            };
            """,
        ["functions/choice.protected.js"] = """
            exports.handler = (context, event, callback) => {
              const answer = new Twilio.twiml.VoiceResponse();
              answer.say(`You pressed ${event.Digits}.`);
              callback(null, answer);
            };
            """,
        ["functions/notify.js"] = """
            exports.handler = async (context, event, callback) => {
              const sent = await context.getTwilioClient().messages.create({ to: event.to, from: '+15005550006', body: 'From a Function.' });
              callback(null, sent.sid);
            };
            """,
        ["functions/broken.protected.js"] = """
            exports.handler = () => {
              throw new TypeError('nothing to say');
            };
            """,
        ["functions/reach.js"] = """
            const https = require('node:https');

            exports.handler = async (context, event, callback) => {
              const fetched = await fetch(event.url).then((r) => r.status, (e) => (e.cause ?? e).code);
              const got = await new Promise((resolve) => https.get(event.url, (r) => resolve(r.statusCode)).on('error', (e) => resolve(e.code)));
              callback(null, `${fetched} ${got}`);
            };
            """,
    };

    public OfflineService()
        : this(s_functions)
    {
    }

    protected OfflineService(IReadOnlyDictionary<string, string> functions)
        : base(functions)
    {
    }

    internal override OfflineSettings? Offline => new(Port: 0, IsStrict: false);

    /// <summary>Asks what is below <c>/_ahoy/</c>.</summary>
    public async Task<JsonNode> AskAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{Twilio!.Url}/_ahoy/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}

/// <summary>The same, of which nothing leaves this machine.</summary>
public sealed class StrictOfflineService : OfflineService
{
    internal override OfflineSettings? Offline => new(Port: 0, IsStrict: true);
}
