//// fix: an attribute of setCookie
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Max-Age=604800; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['[|Max-Age=604800|]', 'Path=/']);
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Max-Age=86400; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['Max-Age=86400', 'Path=/']);
  callback(null, response);
};

//// fix: a part of a header, in lower case and with blanks
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader("Set-Cookie", "lang=en; [|max-age = 172800|]; Path=/");
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "Set-Cookie": "lang=en; max-age = 86400; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader("Set-Cookie", "lang=en; max-age = 86400; Path=/");
  callback(null, response);
};

//// fix: a number in a template
const WEEK = 7 * 24 * 60 * 60;

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [`[|Max-Age=${WEEK}|]`]);
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Max-Age=86400" } } }
const WEEK = 7 * 24 * 60 * 60;

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [`Max-Age=86400`]);
  callback(null, response);
};

//// fix: a sum of a string and a number
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response()
  response.setCookie('lang', 'en', [[|'Max-Age=' + 60 * 60 * 48|]])
  callback(null, response)
}

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Max-Age=86400" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response()
  response.setCookie('lang', 'en', ['Max-Age=' + 86400])
  callback(null, response)
}

//// fix: a date a week from now
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [`[|Expires=${new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toUTCString()}|]`]);
  callback(null, 'set');
};

//// gives
//// run: {} => { "value": "set" }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [`Expires=${new Date(Date.now() + 24 * 60 * 60 * 1000).toUTCString()}`]);
  callback(null, 'set');
};

//// fix: a date in a variable
const DAYS = 24 * 60 * 60 * 1000;

exports.handler = (context, event, callback) => {
  const expires = new Date(Date.now() + 30 * DAYS);
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [`[|Expires=${expires.toUTCString()}|]`]);
  callback(null, 'set');
};

//// gives
//// run: {} => { "value": "set" }
const DAYS = 24 * 60 * 60 * 1000;

exports.handler = (context, event, callback) => {
  const expires = new Date(Date.now() + 24 * 60 * 60 * 1000);
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [`Expires=${expires.toUTCString()}`]);
  callback(null, 'set');
};

//// fix: a date that is moved
exports.handler = (context, event, callback) => {
  const expires = new Date();
  expires.setDate(expires.getDate() + 7);
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [[|'Expires=' + expires.toUTCString()|]]);
  callback(null, 'set');
};

//// gives
//// run: {} => { "value": "set" }
exports.handler = (context, event, callback) => {
  const expires = new Date();
  expires.setDate(expires.getDate() + 1);
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['Expires=' + expires.toUTCString()]);
  callback(null, 'set');
};

//// none: a date by months, which have no fixed length
exports.handler = (context, event, callback) => {
  const expires = new Date();
  expires.setMonth(expires.getMonth() + 1);
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [`[|Expires=${expires.toUTCString()}|]`]);
  callback(null, 'set');
};

//// fix: an attribute that is pushed
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const attributes = ['Path=/'];
  if (event.remember) attributes.push('[|Max-Age=1209600|]');
  response.setCookie('lang', 'en', attributes);
  callback(null, response);
};

//// gives
//// run: { "remember": true } => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Path=/; Max-Age=86400" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const attributes = ['Path=/'];
  if (event.remember) attributes.push('Max-Age=86400');
  response.setCookie('lang', 'en', attributes);
  callback(null, response);
};

//// none: one of two lifetimes
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const age = event.remember ? 7 * 24 * 60 * 60 : 3600;
  response.setCookie('session', event.token, [`[|Max-Age=${age}|]`]);
  callback(null, response);
};
