// The start of a call: greets, and offers the menu while the bakery is open.

exports.handler = function (context, event, callback) {
  const { load, localTime, isOpen } = require(Runtime.getFunctions()['lib/bakery'].path);
  const bakery = load();
  // `at` lets a test, or a curious caller with curl, ask about another moment.
  const now = localTime(bakery, event.at ? new Date(event.at) : new Date());

  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(`Welcome to ${bakery.name}.`);
  if (isOpen(bakery, now)) {
    const gather = twiml.gather({ numDigits: 1, action: '/choice', method: 'POST' });
    gather.say('Press 1 for the bread of the day. Press 2 to talk to us.');
    twiml.say('We heard no choice.');
    twiml.redirect('/incoming');
  } else {
    twiml.say(`We are closed now. Our ovens are warm from ${bakery.opens} to ${bakery.closes}.`);
    twiml.hangup();
  }

  return callback(null, twiml);
};
