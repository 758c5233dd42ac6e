// POST /…, with the header `Authorization: Bearer <JWT>`, signed with WEBHOOK_JWT_SECRET (HS256) and with an expiry.

const { createHmac, timingSafeEqual } = require('crypto');

const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

// The claims, or null. The algorithm is ours to say, never the token's.
function verify(token, secret) {
  const [header, claims, signature] = token.split('.');
  if (!secret || !header || !claims || !signature) {
    return null;
  }

  const expected = createHmac('sha256', secret).update(`${header}.${claims}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return null;
  }

  try {
    const { alg } = decode(header);
    const decoded = decode(claims);
    return alg === 'HS256' && decoded.exp > Date.now() / 1000 ? decoded : null;
  } catch {
    return null;
  }
}

exports.handler = function (context, event, callback) {
  const response = new Twilio.Response();
  const [scheme, token] = String(event.request.headers.authorization || '').split(' ');
  const claims = scheme === 'Bearer' && token ? verify(token, context.WEBHOOK_JWT_SECRET) : null;
  if (!claims) {
    response.setStatusCode(401).appendHeader('WWW-Authenticate', 'Bearer').appendHeader('Content-Type', 'text/plain');
    response.setBody('Unauthorized');
    return callback(null, response);
  }

  response.appendHeader('Content-Type', 'application/json');
  response.setBody({ received: true, from: claims.sub });
  return callback(null, response);
};
