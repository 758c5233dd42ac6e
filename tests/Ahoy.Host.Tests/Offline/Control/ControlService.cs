namespace Ahoy.Host.Tests.Offline.Control;

/// <summary>Functions that answer, ask and print, for what is below <c>/_ahoy/</c>.</summary>
public sealed class ControlService() : OfflineProject(new Dictionary<string, string>
{
    ["functions/sms.protected.js"] = """
        exports.handler = (context, event, callback) => {
          console.warn(`got ${event.Body}`);
          callback(null, new Twilio.twiml.MessagingResponse().message(`You said ${event.Body}.`));
        };
        """,
    ["functions/voice.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.say('Welcome.');
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
    ["functions/dial.protected.js"] = """
        exports.handler = (context, event, callback) => {
          const answer = new Twilio.twiml.VoiceResponse();
          answer.dial({ action: '/dialled', timeout: 20 }, event.number);
          callback(null, answer);
        };
        """,
    ["functions/dialled.protected.js"] = """
        exports.handler = (context, event, callback) => {
          callback(null, new Twilio.twiml.VoiceResponse().say(`It was ${event.DialCallStatus}.`));
        };
        """,
    ["functions/send.js"] = """
        // What a Function sees of the API: an answer, Twilio's error, or a connection that breaks.
        exports.handler = async (context, event, callback) => {
          const started = Date.now();
          const answer = await context.getTwilioClient().messages.create({ to: event.to ?? '+15551230077', from: '+15005550006', body: 'x' }).then(
            ({ sid }) => ({ sid }), ({ status, code, message }) => ({ status, code, message }));
          callback(null, { ...answer, milliseconds: Date.now() - started });
        };
        """,
    ["functions/verify.js"] = """
        exports.handler = async (context, event, callback) => {
          const { services } = context.getTwilioClient().verify.v2;
          const { sid } = event.service ? { sid: event.service } : await services.create({ friendlyName: 'Door' });
          const { status } = event.code
            ? await services(sid).verificationChecks.create({ to: '+15551230001', code: event.code })
            : await services(sid).verifications.create({ to: '+15551230001', channel: 'sms' });
          callback(null, { sid, status });
        };
        """,
});
