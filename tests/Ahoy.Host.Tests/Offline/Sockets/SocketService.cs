using Ahoy.Host.Offline;

namespace Ahoy.Host.Tests.Offline.Sockets;

/// <summary>Functions that give their calls to a server of sockets.</summary>
public sealed class SocketService() : OfflineProject(new Dictionary<string, string>
{
    ["functions/relay.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.connect({ action: '/done' }).conversationRelay({ url: event.url, welcomeGreeting: 'Ahoy!' }).parameter({ name: 'plan', value: 'gold' });
          callback(null, answer);
        };
        """,
    ["functions/done.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.say(`It ended as ${event.SessionStatus} with ${event.HandoffData}.`);
          callback(null, answer);
        };
        """,
    ["functions/stream.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.connect().stream({ url: event.url });
          answer.say('The stream is over.');
          callback(null, answer);
        };
        """,
})
{
    internal override OfflineSettings? Offline => new(Port: 0, IsStrict: false);
}
