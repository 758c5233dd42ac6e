// Gives the page a short-lived token for Twilio Sync, so that no key of the account ever reaches a browser.

const LIFETIME = 15 * 60; // seconds

exports.handler = function (context, event, callback) {
  const identity = String(event.identity ?? '').trim();
  if (!/^[\w-]{1,64}$/.test(identity)) {
    const response = new Twilio.Response();
    response
      .setStatusCode(400)
      .appendHeader('Content-Type', 'application/json')
      .setBody({ error: 'identity: 1 to 64 letters, digits, dashes and underscores' });
    return callback(null, response);
  }

  const { AccessToken } = Twilio.jwt;
  const token = new AccessToken(context.ACCOUNT_SID, context.API_KEY, context.API_SECRET, { identity, ttl: LIFETIME });
  token.addGrant(new AccessToken.SyncGrant({ serviceSid: context.SYNC_SERVICE_SID }));

  return callback(null, { identity, token: token.toJwt(), expiresIn: LIFETIME });
};
