using System.Text;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Conversations;

/// <summary>Small services in the manner of the documentation's examples, and what people do with them.</summary>
public sealed class ConversationService() : OfflineProject(new Dictionary<string, string>
{
    // Page: Manage application state with cookies.
    ["functions/counter.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const seen = Number(event.request.cookies.seen ?? 0) + 1;
          const answer = new Twilio.Response().appendHeader('Content-Type', 'text/xml');
          const attributes = event.Body === 'short' ? ['Max-Age=1800'] : [];
          const text = seen > 3 ? 'That was the last one.' : `Message ${seen}.`;
          const twiml = new Twilio.twiml.MessagingResponse();
          twiml.message(text);
          answer.setBody(twiml.toString());
          callback(null, seen > 3 ? answer.removeCookie('seen') : answer.setCookie('seen', String(seen), attributes));
        };
        """,

    // Page: Receive an inbound SMS.
    ["functions/keywords.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const words = { hours: 'We open at seven.', bread: 'Rye, today.' };
          const answer = new Twilio.twiml.MessagingResponse();
          answer.message(words[event.Body.trim().toLowerCase()] ?? 'Write HOURS or BREAD.');
          callback(null, answer);
        };
        """,
    ["functions/forward.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.MessagingResponse();
          answer.message({ to: context.OWNER }, `From ${event.From}: ${event.Body}`);
          answer.message('Passed on.');
          callback(null, answer);
        };
        """,

    // Page: Receive an incoming phone call.
    ["functions/menu.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.say('Harbour Bakery.');
          const gather = answer.gather({ input: 'dtmf speech', numDigits: 1, action: '/chosen' });
          gather.say('One for bread, two for a person.');
          answer.redirect('/menu');
          callback(null, answer);
        };
        """,
    ["functions/chosen.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          const choice = event.Digits ?? { bread: '1', person: '2' }[event.SpeechResult];
          if (choice === '1') {
            answer.say('Rye, today.');
            answer.hangup();
          } else if (choice === '2') {
            answer.say('One moment.');
            answer.dial({ timeout: 10, action: '/dialled' }, context.OWNER);
          } else {
            answer.say('There is no such choice.');
            answer.redirect('/menu');
          }

          callback(null, answer);
        };
        """,
    ["functions/dialled.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          if (event.DialCallStatus !== 'completed') {
            answer.say('Nobody is there. Leave a message.');
            answer.record({ maxLength: 30, action: '/recorded' });
          }

          callback(null, answer);
        };
        """,
    ["functions/recorded.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.say(event.RecordingUrl ? 'Thank you.' : 'Nothing was recorded.');
          callback(null, answer);
        };
        """,
    ["functions/meeting.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const leads = event.From === context.OWNER;
          const answer = new Twilio.twiml.VoiceResponse();
          answer.dial().conference({ startConferenceOnEnter: leads, endConferenceOnExit: leads, waitUrl: '' }, 'Monday');
          callback(null, answer);
        };
        """,

    // Page: Add delay.
    ["functions/slow.protected.js"] = """
        const { wait } = require(Runtime.getFunctions()['lib/wait'].path);

        exports.handler = async (context, event, callback) => {
          await wait(Number(event.Body));
          const answer = new Twilio.twiml.MessagingResponse();
          answer.message(`It took ${event.Body} ms.`);
          callback(null, answer);
        };
        """,
    ["functions/lib/wait.private.js"] = "exports.wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));",

    // Page: Prevent blocked numbers from calling your application.
    ["functions/filter.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const blocked = JSON.parse(Runtime.getAssets()['/blocked.json'].open());
          const answer = new Twilio.twiml.VoiceResponse();
          if (blocked.includes(event.From)) {
            answer.reject(event.reason ? { reason: event.reason } : {});
          } else {
            answer.redirect('/hello');
          }

          callback(null, answer);
        };
        """,
    ["functions/hello.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.say('You are not blocked.');
          callback(null, answer);
        };
        """,
    ["assets/blocked.private.json"] = """["+15551230666"]""",
    [".env"] = "OWNER=+15551230100\n",
})
{
    /// <summary>Writes a message, and gives the bodies of the replies to whoever wrote.</summary>
    public async Task<IReadOnlyList<string?>> TextAsync(string to, string body, string from = "+15551230001")
    {
        var result = await AskAsync(HttpMethod.Post, "messages", new { from, to, body });
        Assert.Null((int?)result["webhook"]!["errorCode"]);
        return [.. result["replies"]!.AsArray().Where(reply => (string?)reply!["to"] == from).Select(reply => (string?)reply!["body"])];
    }

    /// <summary>Calls.</summary>
    public Task<JsonNode> CallAsync(string to, string from = "+15551230001") => AskAsync(HttpMethod.Post, "calls", new { from, to });

    /// <summary>Does something in a call.</summary>
    public Task<JsonNode> ActAsync(JsonNode call, string action, object? body = null) => AskAsync(HttpMethod.Post, $"calls/{call["sid"]}/{action}", body);

    /// <summary>A transcript as lines: who, the verb, and what; where it leads is told without the host.</summary>
    public static string Lines(JsonNode call)
    {
        var text = new StringBuilder();
        foreach (var step in call["transcript"]!.AsArray())
        {
            var what = (string?)step!["text"] ?? (string?)step["digits"] ?? (step["url"] is { } url ? new Uri((string)url!).PathAndQuery : null) ?? (string?)step["attributes"]?["action"];
            text.Append((string?)step["by"]).Append(' ').Append((string?)step["verb"]).Append(what is null ? "" : $": {what}").Append('\n');
        }

        return text.ToString();
    }
}
