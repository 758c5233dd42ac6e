// How the call to the desk went.

exports.handler = async function (context, event, callback) {
  try {
    const { find, setStatus } = require(Runtime.getFunctions()['lib/book'].path);
    const client = context.getTwilioClient();
    const customer = event.Direction === 'inbound' ? event.From : event.To;
    const appointment = await find(client, customer);
    const wasAnswered = event.DialCallStatus === 'completed';
    if (appointment) {
      await setStatus(client, customer, appointment, wasAnswered ? 'called' : 'call again');
    }

    const twiml = new Twilio.twiml.VoiceResponse();
    if (!wasAnswered) {
      twiml.say('Nobody is at the desk. We call you again.');
    }

    twiml.hangup();
    return callback(null, twiml);
  } catch (error) {
    return callback(error);
  }
};
