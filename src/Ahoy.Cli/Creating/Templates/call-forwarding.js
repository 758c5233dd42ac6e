// The webhook of a number's incoming calls. When nobody answers, Twilio comes back with what became of the call.

exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.DialCallStatus) {
    if (event.DialCallStatus !== 'completed') {
      twiml.say('Nobody answers right now. Please call again later.');
    }

    twiml.hangup();
    return callback(null, twiml);
  }

  twiml.dial({ timeout: 20, action: '' }, context.FORWARD_TO);
  return callback(null, twiml);
};
