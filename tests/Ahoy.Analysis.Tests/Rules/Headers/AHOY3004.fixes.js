//// fix: the first attribute
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['[|Domain=example.com|]', 'Path=/']);
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['Path=/']);
  callback(null, response);
};

//// fix: the last attribute, one a line
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie("lang", "en", [
    "Path=/",
    "[|domain=example.com|]",
  ]);
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie("lang", "en", [
    "Path=/",
  ]);
  callback(null, response);
};

//// fix: the only attribute
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['[|Domain=example.com|]']);
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', []);
  callback(null, response);
};

//// fix: an attribute between others in a header
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response()
  response.appendHeader('Set-Cookie', 'lang=en; [|Domain=example.com|]; Path=/')
  callback(null, response)
}

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "Set-Cookie": "lang=en; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response()
  response.appendHeader('Set-Cookie', 'lang=en; Path=/')
  callback(null, response)
}

//// fix: the last attribute in a header with a template
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', `lang=${event.lang};Path=/;[|Domain=${context.DOMAIN_NAME}|]`);
  callback(null, response);
};

//// gives
//// run: { "lang": "de" } => { "value": { "status": 200, "headers": { "Set-Cookie": "lang=de;Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', `lang=${event.lang};Path=/`);
  callback(null, response);
};

//// fix: one of several attributes in one string
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['[|Domain=example.com|]; Path=/']);
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "set-cookie": "lang=en; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['Path=/']);
  callback(null, response);
};

//// none: what the template calls would no longer be called
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', `lang=en; [|Domain=${count()}|]`);
  callback(null, response);
};

let calls = 0;
function count() {
  calls += 1;
  return `${calls}.example.com`;
}

//// none: a comment speaks of it
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', [
    '[|Domain=example.com|]', // for both sites
    'Path=/',
  ]);
  callback(null, response);
};

//// none: the domain's name goes on behind the string
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setCookie('lang', 'en', ['Secure; [|Domain=' + context.DOMAIN_NAME|] + '; Path=/']);
  callback(null, response);
};

//// fix: one of the strings of a sum
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', 'lang=' + event.lang + '; [|Domain=example.com|]; Path=/; Max-Age=' + 60);
  callback(null, response);
};

//// gives
//// run: { "lang": "en" } => { "value": { "status": 200, "headers": { "Set-Cookie": "lang=en; Path=/; Max-Age=60" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', 'lang=' + event.lang + '; Path=/; Max-Age=' + 60);
  callback(null, response);
};

//// fix: in a list that is joined
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', ['lang=en', 'Path=/', '[|Domain=example.com|]'].join('; '));
  callback(null, response);
};

//// gives
//// run: {} => { "value": { "status": 200, "headers": { "Set-Cookie": "lang=en; Path=/" } } }
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Set-Cookie', ['lang=en', 'Path=/'].join('; '));
  callback(null, response);
};
