// Says whether a phone number is valid, and writes it in the forms that people and machines want.

const { parsePhoneNumberFromString } = require('libphonenumber-js');

exports.handler = function (context, event, callback) {
  const number = parsePhoneNumberFromString(String(event.number ?? ''), event.country || 'US');
  if (!number) {
    return callback(null, { valid: false, reason: 'not a phone number' });
  }

  return callback(null, {
    valid: number.isValid(),
    country: number.country ?? null,
    e164: number.number,
    national: number.formatNational(),
    international: number.formatInternational(),
  });
};
