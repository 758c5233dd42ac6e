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
