//// reports: an attribute
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('session', event.id, ['HttpOnly', '[|Domain=example.com|]']);
  callback(null, response);
};

//// reports: small letters
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('session', event.id, ['[|domain=.example.com|]', 'Path=/']);
  callback(null, response);
};

//// reports: from the environment
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('session', event.id, [`[|Domain=${context.DOMAIN_NAME}|]`]);
  callback(null, response);
};

//// reports: a sum
exports.handler = function (context, event, callback) {
  var response = new Twilio.Response();
  response.setCookie('session', event.id, [[|'Domain=' + context.DOMAIN_NAME|], 'Secure']);
  callback(null, response);
};

//// reports: a header
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', 'a=1; [|Domain=example.com|]; Path=/');
  callback(null, response);
};

//// reports: a header among others
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({ 'Set-Cookie': `a=${event.a};[|Domain=example.com|];HttpOnly` });
  callback(null, response);
};

//// reports: two cookies
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response
    .setCookie('a', '1', ['[|Domain=a.example.com|]'])
    .setCookie('b', '2', ['[|Domain=b.example.com|]']);
  callback(null, response);
};

//// reports: a list of headers
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({
    'set-cookie': ['a=1; HttpOnly', 'b=2; [|Domain=example.com|]'],
  });
  callback(null, response);
};

//// reports: the options of the response
exports.handler = (context, event, callback) => {
  callback(null, new Twilio.Response({ headers: { 'Set-Cookie': 'a=1; [|Domain=example.com|]' } }));
};

//// reports: attributes in a constant
const ATTRIBUTES = ['Secure', '[|Domain=example.com|]'];

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ATTRIBUTES);
  callback(null, response);
};

//// reports: an attribute in a constant
const SCOPE = 'Domain=example.com';

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['Secure', [|SCOPE|]]);
  callback(null, response);
};

//// reports: a library
//// file: functions/session.private.js
exports.start = (response, id) => response.setCookie('session', id, ['Max-Age=3600', '[|Domain=example.com|]']);

//// reports: the global class
exports.handler = (context, event, callback) => {
  const response = new Response();
  response.setCookie('a', '1', ['[|Domain=example.com|]']);
  callback(null, response);
};

//// silent: other attributes
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/', 'Max-Age=60']);
  callback(null, response);
};

//// silent: no attributes
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('domain', 'example.com');
  callback(null, response);
};

//// silent: a cookie called domain
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', 'Domain=example.com; HttpOnly');
  callback(null, response);
};

//// silent: a value that speaks of it
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('note', 'Domain=example.com', ['HttpOnly']);
  callback(null, response);
};

//// silent: another header
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('X-Policy', 'a; Domain=example.com');
  callback(null, response);
};

//// silent: an attribute that is not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', [context.COOKIE_ATTRIBUTE, ...(event.more || [])]);
  callback(null, response);
};

//// silent: attributes that are not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', attributes(event));
  callback(null, response);
};

function attributes(event) {
  return event.secure ? ['Secure'] : [];
}

//// silent: a cookie jar
const { CookieJar, Cookie } = require('tough-cookie');

exports.handler = (context, event, callback) => {
  const jar = new CookieJar();
  jar.setCookie(Cookie.parse('a=1; Domain=example.com'), 'https://example.com', (error) => callback(error, 'ok'));
};

//// silent: the browser's own cookie
//// file: assets/app.js
document.cookie = 'a=1; Domain=example.com';
const response = new Twilio.Response();
response.setCookie('a', '1', ['Domain=example.com']);

//// silent: an outgoing request's cookie
exports.handler = async (context, event, callback) => {
  try {
    const answer = await fetch(event.url, { headers: { Cookie: 'a=1; Domain=example.com' } });
    callback(null, answer.status);
  } catch (error) {
    callback(error);
  }
};

//// silent: an attribute that only ends alike
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['X-Domain=example.com', 'Domains=example.com']);
  callback(null, response);
};

//// silent: removed
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.removeCookie('domain');
  callback(null, response);
};

//// silent: a text
exports.handler = (context, event, callback) => {
  callback(null, 'Set-Cookie: a=1; Domain=example.com');
};

//// silent: an object with a cookie's parts
exports.handler = (context, event, callback) => {
  const cookie = { name: 'a', value: '1', domain: 'example.com', attributes: ['Domain=example.com'] };
  callback(null, cookie);
};

//// silent: a header's name that is not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader(event.name, 'a=1; Domain=example.com');
  callback(null, response);
};

//// silent: an empty attribute
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('a', '1', ['', ';', 'HttpOnly;']);
  callback(null, response);
};

//// reports: in attributes that are spread
const common = ['HttpOnly', '[|Domain=example.org|]'];

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('id', event.id, [...common, 'Max-Age=3600']);
  response.setCookie('name', event.name, common.concat('Max-Age=60'));
  callback(null, response);
};

//// silent: the word alone
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['Domain', 'Path=/']);
  callback(null, response);
};
