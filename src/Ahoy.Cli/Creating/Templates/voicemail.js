// The webhook of a number's incoming calls. When the recording is done, Twilio comes back with its address.

exports.handler = async function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (!event.RecordingUrl) {
    twiml.say('Nobody is here right now. Leave a message after the tone, and press the pound key when you are done.');
    twiml.record({ maxLength: 120, finishOnKey: '#' });
    twiml.say('Goodbye.');
    return callback(null, twiml);
  }

  try {
    await context.getTwilioClient().messages.create({
      to: context.VOICEMAIL_TO,
      from: event.To,
      body: `New voicemail from ${event.From}: ${event.RecordingUrl}`,
    });
  } catch (error) {
    // The caller has done their part: the recording is kept.
    console.error(`The text about a voicemail was not sent: ${error.message}`);
  }

  twiml.say('Thank you. Goodbye.');
  twiml.hangup();
  return callback(null, twiml);
};
