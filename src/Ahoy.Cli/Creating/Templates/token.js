// GET or POST /…?identity=…, with the header `Authorization: Bearer <TOKEN_SECRET>`: whoever has a token can call at your expense.

const { timingSafeEqual, createHash } = require('crypto');

const hash = (text) => createHash('sha256').update(text).digest();

exports.handler = function (context, event, callback) {
  const response = new Twilio.Response();
  const given = event.request.headers.authorization || '';
  if (!context.TOKEN_SECRET || !timingSafeEqual(hash(given), hash(`Bearer ${context.TOKEN_SECRET}`))) {
    response.setStatusCode(401).appendHeader('WWW-Authenticate', 'Bearer').appendHeader('Content-Type', 'text/plain');
    response.setBody('A token is needed to get a token.');
    return callback(null, response);
  }

  const { AccessToken } = Twilio.jwt;
  const token = new AccessToken(context.ACCOUNT_SID, context.API_KEY, context.API_SECRET, {
    identity: event.identity || 'guest',
    ttl: 3600,
  });
  token.addGrant(new AccessToken.VoiceGrant({ outgoingApplicationSid: context.TWIML_APP_SID, incomingAllow: true }));

  response.appendHeader('Content-Type', 'application/json');
  response.setBody({ identity: token.identity, token: token.toJwt() });
  return callback(null, response);
};
