namespace Ahoy.Host.Tests.Offline;

/// <summary>Functions as people write them, with an offline Twilio around them.</summary>
public class OfflineService() : OfflineProject(new Dictionary<string, string>
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
});
