// The webhook of a number's incoming calls. What the caller presses comes to this Function, too.

const choices = {
  1: 'We are open from nine to five.',
  2: 'You find us at the pier.',
};

exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  const chosen = choices[event.Digits];
  if (chosen) {
    twiml.say(chosen);
    twiml.hangup();
    return callback(null, twiml);
  }

  // Who presses nothing is asked again, once.
  const gather = twiml.gather({ numDigits: 1, actionOnEmptyResult: event.Digits === undefined });
  gather.say('For our hours, press one. For the way, press two.');
  twiml.say('Goodbye.');
  return callback(null, twiml);
};
