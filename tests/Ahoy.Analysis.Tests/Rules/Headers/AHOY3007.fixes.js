//// fix: status and body
//// key: AHOY3007
exports.handler = (context, event, callback) => {
  callback(null, [|{ statusCode: 404, body: 'not here' }|]);
};

//// gives
//// run: {} => { "value": { "status": 404, "headers": {}, "body": "not here" } }
exports.handler = (context, event, callback) => {
  callback(null, new Twilio.Response().setStatusCode(404).setBody('not here'));
};

//// fix: in a variable, with headers
//// key: AHOY3007
exports.handler = (context, event, callback) => {
  const body = JSON.stringify({ ok: true });
  const response = [|{
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body,
  }|];
  callback(null, response);
};

//// gives
exports.handler = (context, event, callback) => {
  const body = JSON.stringify({ ok: true });
  const response = new Twilio.Response().setStatusCode(200).setHeaders({ 'Content-Type': 'application/json' }).setBody(body);
  callback(null, response);
};

//// fix: by a helper
//// key: AHOY3007
const respond = (statusCode, value) => ([|{ statusCode, body: JSON.stringify(value) }|]);

exports.handler = (context, event, callback) => {
  callback(null, respond(200, { ok: true }));
};

//// gives
const respond = (statusCode, value) => (new Twilio.Response().setStatusCode(statusCode).setBody(JSON.stringify(value)));

exports.handler = (context, event, callback) => {
  callback(null, respond(200, { ok: true }));
};

//// fix: a redirect
//// key: AHOY3007
exports.handler = function (context, event, callback) {
  callback(null, [|{ statusCode: 302, headers: { Location: 'https://example.com' } }|]);
};

//// gives
//// run: {} => { "value": { "status": 302, "headers": { "Location": "https://example.com" } } }
exports.handler = function (context, event, callback) {
  callback(null, new Twilio.Response().setStatusCode(302).setHeaders({ Location: 'https://example.com' }));
};

//// fix: status, headers and body in another style
//// key: AHOY3007
exports.handler = (context, event, callback) => {
  callback(null, [|{ status: 418, headers: { 'X-Pot': 'short' }, body: 'tea' }|]);
};

//// gives
//// run: {} => { "value": { "status": 418, "headers": { "X-Pot": "short" }, "body": "tea" } }
exports.handler = (context, event, callback) => {
  callback(null, new Twilio.Response().setStatusCode(418).setHeaders({ 'X-Pot': 'short' }).setBody('tea'));
};

//// fix: an arm
//// key: AHOY3007
exports.handler = (context, event, callback) => {
  callback(null, event.ok ? 'yes' : [|{ statusCode: 400, body: 'no' }|]);
};

//// gives
//// run: {} => { "value": { "status": 400, "headers": {}, "body": "no" } }
//// run: { "ok": true } => { "value": "yes" }
exports.handler = (context, event, callback) => {
  callback(null, event.ok ? 'yes' : new Twilio.Response().setStatusCode(400).setBody('no'));
};

//// none: completed later
exports.handler = (context, event, callback) => {
  const response = [|{ statusCode: 200 }|];
  response.body = 'ok';
  callback(null, response);
};

//// none: another Twilio
const Twilio = require('./my-twilio');

exports.handler = (context, event, callback) => {
  callback(null, [|{ statusCode: 200, body: 'ok' }|]);
};
