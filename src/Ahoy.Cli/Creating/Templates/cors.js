// GET or POST /…, from a page of ALLOWED_ORIGIN. The platform itself answers the OPTIONS request before it.

exports.handler = function (context, event, callback) {
  const response = new Twilio.Response();
  response.appendHeader('Access-Control-Allow-Origin', context.ALLOWED_ORIGIN || '*');
  response.appendHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  response.appendHeader('Access-Control-Allow-Headers', 'Content-Type');
  response.appendHeader('Vary', 'Origin');
  response.appendHeader('Content-Type', 'application/json');
  response.setBody({ hello: event.name || 'world' });
  return callback(null, response);
};
