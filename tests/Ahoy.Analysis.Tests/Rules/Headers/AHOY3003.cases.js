//// reports: a week
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('session', event.id, ['HttpOnly', '[|Max-Age=604800|]', 'Secure']);
  callback(null, response);
};

//// reports: one second too long
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('tz', 'Europe/Berlin', ['[|Max-Age=86401|]']);
  callback(null, response);
};

//// reports: small letters and blanks
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('seen', 'yes', ['samesite=strict', '[|max-age = 2592000|]']);
  return callback(null, response);
};

//// reports: a calculation in a template
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('cart', event.cart, [`[|Max-Age=${60 * 60 * 24 * 30}|]`]);
  callback(null, response);
};

//// reports: a constant
const MONTH = 30 * 24 * 60 * 60;

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('cart', event.cart, ['Path=/', [|'Max-Age=' + MONTH|]]);
  callback(null, response);
};

//// reports: a Set-Cookie header
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', 'visited=true; [|Max-Age=31536000|]; Path=/');
  callback(null, response);
};

//// reports: a Set-Cookie header with a value that is not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('set-cookie', `token=${event.token}; HttpOnly; [|Max-Age=172800|]`);
  callback(null, response);
};

//// reports: one of several cookies
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({
    'Content-Type': 'text/html',
    'Set-Cookie': ['a=1; Max-Age=86400', 'b=2; [|Max-Age=100000|]; HttpOnly'],
  });
  response.setBody('<p>Hello</p>');
  callback(null, response);
};

//// reports: the options of the response
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response({ headers: { 'Set-Cookie': 'a=1; [|Max-Age=999999|]' } });
  callback(null, response);
};

//// reports: a chain
exports.handler = (context, event, callback) => {
  callback(null, new Twilio.Response().setStatusCode(200).setCookie('a', 'b', ['[|Max-Age=90000|]']).setBody('ok'));
};

//// reports: Expires in a week
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const expires = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toUTCString();
  response.setCookie('session', event.id, [`[|Expires=${expires}|]`]);
  callback(null, response);
};

//// reports: Expires by a setter
exports.handler = (context, event, callback) => {
  const tomorrowAndMore = new Date();
  tomorrowAndMore.setDate(tomorrowAndMore.getDate() + 2);
  const response = new Twilio.Response();
  response.setCookie('session', event.id, ['HttpOnly', [|'Expires=' + tomorrowAndMore.toUTCString()|]]);
  callback(null, response);
};

//// reports: Expires in a header
const DAYS = 10;

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const until = new Date(new Date().getTime() + DAYS * 86400000);
  response.appendHeader('Set-Cookie', `id=${event.id}; [|Expires=${until.toUTCString()}|]; Secure`);
  callback(null, response);
};

//// reports: attributes in a constant list
const ATTRIBUTES = ['HttpOnly', '[|Max-Age=1209600|]'];

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('remember', 'me', ATTRIBUTES);
  callback(null, response);
};

//// reports: a helper
function remember(response, value) {
  response.setCookie('remember', value, ['[|Max-Age=864000|]']);
}

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  remember(response, event.value);
  callback(null, response);
};

//// silent: exactly a day
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response
    .setCookie('has_recent_activity', 'true')
    .setCookie('tz', 'America/Los_Angeles', ['HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=86400']);
  callback(null, response);
};

//// silent: an hour, calculated
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', 'b', [`Max-Age=${60 * 60}`]);
  callback(null, response);
};

//// silent: a session cookie
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('session', event.id, ['HttpOnly', 'Secure']);
  callback(null, response);
};

//// silent: a lifetime that is not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('session', event.id, [`Max-Age=${context.COOKIE_LIFETIME}`]);
  callback(null, response);
};

//// silent: a lifetime that is bounded elsewhere
exports.handler = (context, event, callback) => {
  let lifetime = 604800;
  if (lifetime > 86400) {
    lifetime = 86400;
  }
  const response = new Twilio.Response();
  response.setCookie('session', event.id, ['Max-Age=' + lifetime]);
  callback(null, response);
};

//// silent: Cache-Control is another header
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Cache-Control', 'public, max-age=31536000');
  response.appendHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  callback(null, response);
};

//// silent: removed
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.removeCookie('tz');
  response.setCookie('old', '', ['Max-Age=0']);
  callback(null, response);
};

//// silent: a short Max-Age beats a long Expires
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const expires = new Date(Date.now() + 30 * 86400 * 1000).toUTCString();
  response.setCookie('a', 'b', ['Max-Age=3600', `Expires=${expires}`]);
  callback(null, response);
};

//// silent: Expires in an hour
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const expires = new Date(Date.now() + 60 * 60 * 1000);
  response.setCookie('a', 'b', [`Expires=${expires.toUTCString()}`]);
  callback(null, response);
};

//// silent: Expires at a fixed date
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', 'b', ['Expires=Fri, 31 Dec 2027 23:59:59 GMT']);
  callback(null, response);
};

//// silent: Expires in the past
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const yesterday = new Date(Date.now() - 2 * 86400000);
  response.setCookie('a', '', [`Expires=${yesterday.toUTCString()}`]);
  callback(null, response);
};

//// silent: Expires by a number of days that is not known
exports.handler = (context, event, callback) => {
  const until = new Date();
  until.setDate(until.getDate() + Number(event.days));
  const response = new Twilio.Response();
  response.setCookie('a', 'b', [`Expires=${until.toUTCString()}`]);
  callback(null, response);
};

//// silent: a cookie whose name or value says so
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('max-age', '604800', ['HttpOnly']);
  response.appendHeader('Set-Cookie', 'max-age=604800; HttpOnly');
  callback(null, response);
};

//// silent: a cookie jar of an outgoing request
const { CookieJar } = require('tough-cookie');

exports.handler = async (context, event, callback) => {
  const jar = new CookieJar();
  try {
    await jar.setCookie('a=b; Max-Age=604800', 'https://example.com');
    callback(null, await jar.getCookieString('https://example.com'));
  } catch (error) {
    callback(error);
  }
};

//// silent: the word in a text
exports.handler = (context, event, callback) => {
  // Max-Age=604800 would be refused
  callback(null, 'Set-Cookie: a=b; Max-Age=604800');
};

//// silent: the last of two counts
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', 'b', ['Max-Age=604800', 'Max-Age=600']);
  callback(null, response);
};

//// silent: a number that is none
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', 'b', ['Max-Age=forever', 'Max-Age']);
  callback(null, response);
};

//// reports: attributes that two cookies share
const ATTRIBUTES = ['HttpOnly', '[|Max-Age=172800|]'];

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('id', event.id, ATTRIBUTES);
  response.setCookie('name', event.name, ATTRIBUTES);
  callback(null, response);
};

//// reports: one way of a condition
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('session', event.token, ['Secure', event.remember ? '[|Max-Age=2592000|]' : 'Max-Age=3600']);
  callback(null, response);
};

//// reports: an attribute that is pushed where the user asks for it
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const attributes = ['Path=/'];
  if (event.remember) {
    attributes.push('[|Max-Age=1209600|]');
  }
  response.setCookie('session', event.token, attributes);
  callback(null, response);
};

//// reports: a header that is put together of a list
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', ['sid=1', 'Path=/', '[|Max-Age=604800|]', event.secure && 'Secure'].filter(Boolean).join('; '));
  callback(null, response);
};

//// silent: a list that grows only after its use
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const attributes = ['Path=/'];
  response.setCookie('session', event.token, attributes);
  attributes.push('Max-Age=1209600');
  callback(null, response);
};

//// reports: the longer of two lifetimes
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const age = event.remember ? 7 * 24 * 60 * 60 : 3600;
  response.setCookie('session', event.token, [`[|Max-Age=${age}|]`]);
  callback(null, response);
};

//// silent: two lifetimes that are short, or not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const age = event.remember ? 24 * 60 * 60 : 3600;
  response.setCookie('session', event.token, [`Max-Age=${age}`]);
  response.setCookie('mode', event.mode, [`Max-Age=${event.age ? Number(event.age) : 60}`]);
  callback(null, response);
};
