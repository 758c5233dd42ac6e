exports.handler = (context, event, callback) => {
  const answer = new Twilio.twiml.VoiceResponse();
  answer.say('Welcome.');
  answer.dial({ action: '/dialled', timeout: 20 }, event.number ?? '+15551230002');
  callback(null, answer);
};
