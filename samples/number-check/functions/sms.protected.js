// The same by text message: each number in the message comes back in its international form.

const { findPhoneNumbersInText } = require('libphonenumber-js');

exports.handler = function (context, event, callback) {
  const found = findPhoneNumbersInText(event.Body ?? '', event.FromCountry || 'US');
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(
    found.length > 0
      ? found.map(({ number }) => number.formatInternational()).join('\n')
      : 'Send a phone number, and it comes back tidy.',
  );
  return callback(null, twiml);
};
