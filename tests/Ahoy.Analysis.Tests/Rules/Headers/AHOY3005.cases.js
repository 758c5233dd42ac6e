//// reports: both as attributes
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['{|also:Max-Age=3600|}', '[|Expires=Fri, 31 Dec 2027 23:59:59 GMT|]']);
  callback(null, response);
};

//// reports: the other order
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['[|Expires=Fri, 31 Dec 2027 23:59:59 GMT|]', 'HttpOnly', '{|also:Max-Age=3600|}']);
  callback(null, response);
};

//// reports: small letters
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['max-age=60', '[|expires=Thu, 01 Jan 2026 00:00:00 GMT|]']);
  callback(null, response);
};

//// reports: a header
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', 'a=1; Max-Age=60; [|Expires=Thu, 01 Jan 2026 00:00:00 GMT|]; Path=/');
  callback(null, response);
};

//// reports: a header with a date that is made
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const soon = new Date(Date.now() + 60000);
  response.appendHeader('Set-Cookie', `a=${event.a}; [|Expires=${soon.toUTCString()}|]; Max-Age=60`);
  callback(null, response);
};

//// reports: values that are not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', [`Max-Age=${event.seconds}`, `[|Expires=${event.date}|]`]);
  callback(null, response);
};

//// reports: among other headers
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({
    'Content-Type': 'text/plain',
    'Set-Cookie': 'a=1;Max-Age=60;[|Expires=Thu, 01 Jan 2026 00:00:00 GMT|]',
  });
  callback(null, response);
};

//// reports: the second of a list
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({
    'set-cookie': ['a=1; Max-Age=60', 'b=2; Max-Age=60; [|Expires=Thu, 01 Jan 2026 00:00:00 GMT|]'],
  });
  callback(null, response);
};

//// reports: a chain
exports.handler = (context, event, callback) => {
  callback(
    null,
    new Twilio.Response()
      .setCookie('a', '1', ['Max-Age=60'])
      .setCookie('b', '2', ['Max-Age=60', '[|Expires=Thu, 01 Jan 2026 00:00:00 GMT|]'])
      .setBody('ok'),
  );
};

//// reports: constant attributes
const ATTRIBUTES = ['Max-Age=60', '[|Expires=Thu, 01 Jan 2026 00:00:00 GMT|]'];

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ATTRIBUTES);
  callback(null, response);
};

//// reports: removed the long way
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '', ['Max-Age=0', '[|Expires=Thu, 01 Jan 1970 00:00:00 GMT|]']);
  callback(null, response);
};

//// reports: a long Expires that does no harm
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const inAMonth = new Date(Date.now() + 30 * 86400 * 1000).toUTCString();
  response.setCookie('a', '1', ['Max-Age=3600', [|'Expires=' + inAMonth|]]);
  callback(null, response);
};

//// reports: the options of the response
exports.handler = (context, event, callback) => {
  callback(null, new Twilio.Response({
    headers: { 'Set-Cookie': 'a=1; Max-Age=60; [|Expires=Thu, 01 Jan 2026 00:00:00 GMT|]' },
  }));
};

//// silent: Max-Age alone
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['HttpOnly', 'Max-Age=3600']);
  callback(null, response);
};

//// silent: Expires alone
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['Expires=Thu, 01 Jan 2026 00:00:00 GMT', 'Secure']);
  callback(null, response);
};

//// silent: one for each cookie
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['Max-Age=60']);
  response.setCookie('b', '2', ['Expires=Thu, 01 Jan 2026 00:00:00 GMT']);
  callback(null, response);
};

//// silent: one for each cookie of a list
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({ 'Set-Cookie': ['a=1; Max-Age=60', 'b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT'] });
  callback(null, response);
};

//// silent: the Expires header
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Expires', 'Thu, 01 Jan 2026 00:00:00 GMT');
  response.appendHeader('Cache-Control', 'max-age=60');
  callback(null, response);
};

//// silent: a cookie called Expires
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', 'Expires=never; Max-Age=60');
  callback(null, response);
};

//// silent: a value that says so
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('note', 'Expires=soon', ['Max-Age=60']);
  callback(null, response);
};

//// silent: one or the other
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  if (event.modern) {
    response.setCookie('a', '1', ['Max-Age=60']);
  } else {
    response.setCookie('a', '1', ['Expires=Thu, 01 Jan 2026 00:00:00 GMT']);
  }
  callback(null, response);
};

//// silent: attributes that are not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['Max-Age=60', event.attribute]);
  response.setCookie('b', '2', event.attributes);
  callback(null, response);
};

//// silent: a jar of an outgoing request
const jar = require('request').jar();

exports.handler = (context, event, callback) => {
  jar.setCookie('a=1; Max-Age=60; Expires=Thu, 01 Jan 2026 00:00:00 GMT', 'https://example.com');
  callback(null, 'ok');
};

//// silent: no attributes at all
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1');
  callback(null, response);
};

//// silent: a text
exports.handler = (context, event, callback) => {
  callback(null, 'a=1; Max-Age=60; Expires=Thu, 01 Jan 2026 00:00:00 GMT');
};

//// silent: removed by the method
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.removeCookie('a');
  callback(null, response);
};

//// silent: names that only begin alike
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['Max-Age=60', 'ExpiresNot=1', 'Expire=2']);
  callback(null, response);
};

//// silent: a page in a browser
//// file: assets/app.js
const response = new Twilio.Response();
response.setCookie('a', '1', ['Max-Age=60', 'Expires=Thu, 01 Jan 2026 00:00:00 GMT']);

//// silent: comments
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', [
    'Max-Age=60', // not Expires=Thu, 01 Jan 2026 00:00:00 GMT
  ]);
  callback(null, response);
};

//// silent: either of the two
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const attributes = ['Path=/'];
  if (event.until) {
    attributes.push(`Expires=${event.until}`);
  } else {
    attributes.push('Max-Age=3600');
  }
  response.setCookie('session', event.token, attributes);
  response.setCookie('mode', event.mode, ['Secure', event.until ? `Expires=${event.until}` : 'Max-Age=3600']);
  callback(null, response);
};

//// reports: both, of which one is pushed
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const attributes = ['Max-Age=3600'];
  attributes.push(`[|Expires=${event.until}|]`);
  response.setCookie('session', event.token, attributes);
  callback(null, response);
};
