// Both when we call a customer back and when a customer calls us: the desk.

exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Hello. We put you through to the desk.');
  twiml.dial({ action: '/called', timeout: 20 }, context.DESK_NUMBER);
  return callback(null, twiml);
};
