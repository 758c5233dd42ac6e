// The webhook of a number's incoming messages.

exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`You wrote: ${event.Body || 'nothing'}`);
  return callback(null, twiml);
};
