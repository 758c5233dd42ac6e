//// reports: dot notation
exports.handler = (context, event, callback) => {
  const token = event.request.headers.[|Authorization|];
  callback(null, Boolean(token));
};

//// reports: bracket notation
exports.handler = (context, event, callback) => {
  const type = event.request.headers[[|'Content-Type'|]];
  callback(null, type);
};

//// reports: destructuring
exports.handler = function (context, event, callback) {
  const { [|'User-Agent'|]: agent, [|Origin|] } = event.request.headers;
  callback(null, `${agent} from ${Origin}`);
};

//// reports: a condition
exports.handler = (context, event, callback) => {
  if (!event.request.headers[[|'X-Twilio-Signature'|]]) {
    return callback(null, 'unsigned');
  }
  return callback(null, 'signed');
};

//// reports: optional chaining
exports.handler = (context, event, callback) => {
  const token = event.request?.headers?.[|Authorization|]?.split(' ')[1];
  callback(null, token);
};

//// reports: a default that is something else
exports.handler = (context, event, callback) => {
  const language = event.request.headers[[|'Accept-Language'|]] || 'en';
  callback(null, language);
};

//// reports: through a variable
exports.handler = (context, event, callback) => {
  const { headers } = event.request;
  const key = headers[[|'X-Api-Key'|]];
  callback(null, key === context.API_KEY);
};

//// reports: a name in a constant
const SIGNATURE = 'X-Hub-Signature-256';

exports.handler = (context, event, callback) => {
  const signature = event.request.headers[[|SIGNATURE|]];
  callback(null, signature);
};

//// reports: an in test
exports.handler = (context, event, callback) => {
  callback(null, [|'Authorization'|] in event.request.headers);
};

//// reports: a template without holes
exports.handler = (context, event, callback) => {
  callback(null, event.request.headers[[|`If-None-Match`|]]);
};

//// reports: a helper
function isJson(request) {
  return (request.headers[[|'Content-type'|]] || '').includes('json');
}

exports.handler = (context, event, callback) => callback(null, isJson(event.request));

//// reports: a library
//// file: functions/auth.private.js
exports.isAuthorized = (event) => {
  const header = event.request.headers[[|'Authorization'|]];
  return header !== undefined && header.startsWith('Basic ');
};

//// reports: another statement tries the right name
exports.handler = (context, event, callback) => {
  const upper = event.request.headers.[|Accept|];
  const lower = event.request.headers.accept;
  callback(null, { upper, lower });
};

//// reports: in the handler's parameters
exports.handler = (context, { request: { headers: { [|Cookie|]: cookie } } }, callback) => callback(null, cookie);

//// silent: lower case
exports.handler = (context, event, callback) => {
  const { authorization, 'content-type': type } = event.request.headers;
  callback(null, [authorization, type, event.request.headers['x-twilio-signature']]);
};

//// silent: the same expression tries both
exports.handler = (context, event, callback) => {
  const token = event.request.headers.Authorization || event.request.headers.authorization;
  callback(null, token);
};

//// silent: the same expression tries both, the other way round
exports.handler = (context, event, callback) => {
  const headers = event.request.headers;
  const type = headers['content-type'] ?? headers['Content-Type'] ?? 'text/plain';
  callback(null, type);
};

//// silent: both in a call
exports.handler = (context, event, callback) => {
  const { headers } = event.request;
  callback(null, String(headers['X-Api-Key'] || headers['x-api-key']).trim());
};

//// silent: both in a condition
exports.handler = (context, event, callback) => {
  const h = event.request.headers;
  if (h['Origin'] === 'https://example.com' || h['origin'] === 'https://example.com') {
    return callback(null, 'welcome');
  }
  return callback(null, 'who are you?');
};

//// silent: both taken out together
exports.handler = (context, event, callback) => {
  const { Authorization, authorization = Authorization } = event.request.headers;
  callback(null, authorization);
};

//// silent: a restricted header has its own rule
exports.handler = (context, event, callback) => {
  callback(null, [event.request.headers.Host, event.request.headers['X-Forwarded-For']]);
};

//// silent: cookies keep their names
exports.handler = (context, event, callback) => {
  callback(null, event.request.cookies.SessionToken);
};

//// silent: parameters keep their names
exports.handler = (context, event, callback) => {
  callback(null, { to: event.To, from: event.From, body: event.Body });
};

//// silent: a header that the Function itself puts there
exports.handler = (context, event, callback) => {
  const headers = event.request.headers;
  headers.UserId = lookup(event.From);
  callback(null, headers.UserId);
};

function lookup(number) {
  return number.slice(-4);
}

//// silent: made lower case
exports.handler = (context, event, callback) => {
  const name = 'Authorization';
  callback(null, event.request.headers[name.toLowerCase()]);
};

//// silent: response headers have any case
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/plain').setHeaders({ 'Cache-Control': 'no-cache' });
  callback(null, response);
};

//// silent: an outgoing request's headers
exports.handler = async (context, event, callback) => {
  try {
    const options = { headers: { Authorization: `Bearer ${context.TOKEN}` } };
    const response = await fetch(event.url, options);
    callback(null, [response.status, options.headers.Authorization.length]);
  } catch (error) {
    callback(error);
  }
};

//// silent: axios gives headers too
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  try {
    const response = await axios.get(event.url);
    callback(null, response.headers['Content-Type']);
  } catch (error) {
    callback(null, error.response.headers['Retry-After']);
  }
};

//// silent: methods of the object
exports.handler = (context, event, callback) => {
  const headers = event.request.headers;
  if (!headers.hasOwnProperty('authorization')) {
    return callback(null, headers.toString());
  }
  return callback(null, headers.propertyIsEnumerable('accept'));
};

//// silent: a computed name
exports.handler = (context, event, callback) => {
  callback(null, event.request.headers['X-' + event.name]);
};

//// silent: a copy whose names were changed
exports.handler = (context, event, callback) => {
  const headers = {};
  Object.keys(event.request.headers).forEach((name) => {
    headers[name.replace(/(^|-)[a-z]/g, (c) => c.toUpperCase())] = event.request.headers[name];
  });
  callback(null, headers['Content-Type']);
};

//// silent: an Asset
//// file: assets/app.js
const event = { request: { headers: {} } };
console.log(event.request.headers.Authorization);

//// reports: headers that a variable gets later
exports.handler = (context, event, callback) => {
  let headers;
  if (event.request) {
    headers = event.request.headers;
  }
  callback(null, headers && headers[[|'Authorization'|]]);
};

//// silent: a variable that gets something else too
exports.handler = (context, event, callback) => {
  let headers;
  if (event.request) {
    headers = event.request.headers;
  } else {
    headers = { Authorization: event.Authorization };
  }
  callback(null, headers.Authorization);
};

//// silent: another library's event
const Sentry = require('@sentry/node');

Sentry.init({
  beforeSend(event) {
    console.log(event.request.headers['User-Agent']);
    return event;
  },
});

exports.handler = (context, event, callback) => callback(null, 'ok');
