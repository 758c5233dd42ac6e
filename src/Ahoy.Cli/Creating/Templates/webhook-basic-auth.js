// POST /…, with a name and a password.

const { timingSafeEqual, createHash } = require('crypto');

const hash = (text) => createHash('sha256').update(text).digest();

exports.handler = function (context, event, callback) {
  const response = new Twilio.Response();
  const [scheme, given] = String(event.request.headers.authorization || '').split(' ');
  const expected = `${context.WEBHOOK_USER}:${context.WEBHOOK_PASSWORD}`;
  const isKnown = context.WEBHOOK_PASSWORD && scheme === 'Basic' && given
    && timingSafeEqual(hash(Buffer.from(given, 'base64').toString('utf8')), hash(expected));
  if (!isKnown) {
    response.setStatusCode(401).appendHeader('WWW-Authenticate', 'Basic realm="webhook"').appendHeader('Content-Type', 'text/plain');
    response.setBody('Unauthorized');
    return callback(null, response);
  }

  response.appendHeader('Content-Type', 'application/json');
  response.setBody({ received: true });
  return callback(null, response);
};
