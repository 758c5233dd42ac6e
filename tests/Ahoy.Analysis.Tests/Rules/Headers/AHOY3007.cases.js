//// reports: status and body
exports.handler = (context, event, callback) => {
  callback(null, [|{ statusCode: 200, body: 'OK' }|]);
};

//// reports: status, headers and body
exports.handler = async (context, event, callback) => {
  return callback(null, [|{
    statusCode: 404,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ error: 'not found' }),
  }|]);
};

//// reports: a redirect
exports.handler = function (context, event, callback) {
  callback(null, [|{ statusCode: 302, headers: { Location: 'https://example.com' } }|]);
};

//// reports: status, body and headers in another style
exports.handler = (context, event, callback) => {
  callback(null, [|{ status: 200, headers: {}, body: 'OK' }|]);
};

//// reports: through a variable
exports.handler = (context, event, callback) => {
  const response = [|{ statusCode: 200, body: JSON.stringify({ ok: true }) }|];
  callback(null, response);
};

//// reports: by a helper
const respond = (statusCode, value) => ([|{ statusCode, body: JSON.stringify(value) }|]);

exports.handler = (context, event, callback) => {
  callback(null, respond(200, { ok: true }));
};

//// reports: by a function with a body
exports.handler = (context, event, callback) => callback(null, failure('nope'));

function failure(message) {
  return [|{ statusCode: 500, body: message }|];
}

//// reports: each arm
exports.handler = (context, event, callback) => {
  callback(null, event.ok ? [|{ statusCode: 200, body: 'yes' }|] : [|{ statusCode: 400, body: 'no' }|]);
};

//// reports: in a chain
exports.handler = (context, event, cb) => {
  context.getTwilioClient().messages.list({ limit: 1 })
    .then((messages) => cb(null, [|{ statusCode: 200, body: JSON.stringify(messages) }|]))
    .catch((error) => cb(null, [|{ statusCode: 500, body: error.message }|]));
};

//// reports: a helper that gets the callback
function send(callback, text) {
  callback(null, [|{ statusCode: 200, body: text }|]);
}

exports.handler = (context, event, callback) => send(callback, 'hello');

//// reports: completed later
exports.handler = (context, event, callback) => {
  const response = [|{ statusCode: 200 }|];
  response.headers = { 'Access-Control-Allow-Origin': '*' };
  response.body = 'ok';
  callback(null, response);
};

//// reports: the keys in quotes
exports.handler = (context, event, callback) => {
  var result = [|{ "statusCode": 201, "body": "made" }|]
  return callback(null, result)
}

//// reports: a variable with several values
exports.handler = (context, event, callback) => {
  let response = [|{ statusCode: 200, body: 'ok' }|];
  if (!event.name) {
    response = [|{ statusCode: 400, body: 'no name' }|];
  }
  callback(null, response);
};

//// silent: a Twilio.Response
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setStatusCode(404).setBody('not found');
  callback(null, response);
};

//// silent: data with a status
exports.handler = (context, event, callback) => {
  callback(null, { status: 'ok', body: 'text' });
};

//// silent: a status alone
exports.handler = (context, event, callback) => {
  callback(null, { statusCode: 200 });
};

//// silent: more than that
exports.handler = (context, event, callback) => {
  callback(null, { statusCode: 200, body: 'OK', sid: event.MessageSid });
};

//// silent: the answer of another host, by what it has
exports.handler = (context, event, callback) => {
  callback(null, { statusCode: 200, body: 'text', took: 12 });
};

//// silent: the error
exports.handler = (context, event, callback) => {
  callback({ statusCode: 500, body: 'failed' });
};

//// silent: another function's second argument
exports.handler = (context, event, callback) => {
  const mock = (path, answer) => ({ path, answer });
  mock('/a', { statusCode: 200, body: 'ok' });
  callback(null, 'done');
};

//// silent: spread, so that more may be in it
exports.handler = (context, event, callback) => {
  const details = { sid: 1 };
  callback(null, { statusCode: 200, body: 'ok', ...details });
};

//// silent: a computed name
exports.handler = (context, event, callback) => {
  callback(null, { statusCode: 200, body: 'ok', [event.key]: true });
};

//// silent: more is added later
exports.handler = (context, event, callback) => {
  const result = { statusCode: 200, body: 'ok' };
  result.messageSid = event.MessageSid;
  callback(null, result);
};

//// silent: names that are added are not known
exports.handler = (context, event, callback) => {
  const result = { statusCode: 200, body: 'ok' };
  for (const key of Object.keys(event)) {
    result[key] = event[key];
  }
  callback(null, result);
};

//// silent: what a package returns
const respond = require('./respond');

exports.handler = (context, event, callback) => callback(null, respond({ statusCode: 200, body: 'ok' }));

//// silent: options of a request
const axios = require('axios');

exports.handler = (context, event, callback) => {
  axios.post('https://example.com', { statusCode: 200, body: 'ok' }).then(() => callback(null, 'sent'), callback);
};

//// silent: a list
exports.handler = (context, event, callback) => {
  callback(null, [{ statusCode: 200, body: 'ok' }]);
};

//// silent: a value in it
exports.handler = (context, event, callback) => {
  callback(null, { result: { statusCode: 200, body: 'ok' } });
};

//// silent: an async function's promise is not what it returns
const respond = async () => ({ statusCode: 200, body: 'ok' });

exports.handler = (context, event, callback) => {
  respond().then((value) => callback(null, value.body), callback);
};
