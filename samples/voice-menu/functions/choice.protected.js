// What the caller pressed.

exports.handler = function (context, event, callback) {
  const { load, localTime } = require(Runtime.getFunctions()['lib/bakery'].path);
  const bakery = load();
  const twiml = new Twilio.twiml.VoiceResponse();

  switch (event.Digits) {
    case '1': {
      const { weekday } = localTime(bakery, event.at ? new Date(event.at) : new Date());
      const bread = bakery.breadOfTheDay[weekday];
      twiml.say(bread ? `Today we bake ${bread}.` : 'We do not bake today.');
      twiml.redirect('/incoming');
      break;
    }

    case '2':
      twiml.say('We put you through.');
      twiml.dial({ timeout: 20 }, context.SUPPORT_NUMBER);
      break;

    default:
      twiml.say('That is not on the menu.');
      twiml.redirect('/incoming');
  }

  return callback(null, twiml);
};
