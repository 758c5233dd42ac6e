//// reports: an object
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.[|setBody({ ok: true })|];
  callback(null, response);
};

//// reports: an object in a chain
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response
    .setStatusCode(200)
    .[|setBody({
      everything: 'is alright',
    })|];
  return callback(null, response);
};

//// reports: an array
exports.handler = function (context, event, callback) {
  var response = new Twilio.Response();
  response.[|setBody([1, 2, 3])|];
  callback(null, response);
};

//// reports: a Buffer
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.[|setBody(Buffer.from(event.data, 'base64'))|];
  callback(null, response);
};

//// reports: a file
const fs = require('fs');

exports.handler = (context, event, callback) => {
  const buffer = fs.readFileSync(Runtime.getAssets()['/audio.mp3'].path);
  const response = new Twilio.Response();
  response.[|setBody(buffer)|];
  callback(null, response);
};

//// reports: an object in a variable
exports.handler = (context, event, callback) => {
  const body = { from: event.From, to: event.To };
  const response = new Twilio.Response();
  response.setStatusCode(201);
  response.[|setBody(body)|];
  callback(null, response);
};

//// reports: other headers are set
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Access-Control-Allow-Origin', '*');
  response.setHeaders({ 'Cache-Control': 'no-cache', ETag: '"1"' });
  response.[|setBody({ ok: true })|];
  callback(null, response);
};

//// reports: the created response itself
exports.handler = (context, event, callback) => {
  callback(null, new Twilio.Response().setStatusCode(400).[|setBody({ error: 'no number' })|]);
};

//// reports: another function sets it, for another response
function page(text) {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/html');
  response.setBody(text);
  return response;
}

function data(value) {
  const response = new Twilio.Response();
  response.[|setBody({ value })|];
  return response;
}

exports.handler = (context, event, callback) => {
  callback(null, event.html ? page('<p>Hi</p>') : data(1));
};

//// reports: in a continuation
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  context.getTwilioClient().messages.list({ limit: 5 })
    .then((messages) => {
      response.[|setBody({ count: messages.length })|];
      callback(null, response);
    })
    .catch(callback);
};

//// reports: two branches
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  if (event.ok) {
    response.[|setBody({ ok: true })|];
  } else {
    response.setStatusCode(400);
    response.[|setBody({ ok: false })|];
  }
  callback(null, response);
};

//// reports: an empty Buffer
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.[|setBody(Buffer.alloc(16))|].setStatusCode(200);
  callback(null, response);
};

//// reports: the global class
exports.handler = (context, event, callback) => {
  const response = new Response();
  response.[|setBody({ ok: true })|];
  callback(null, response);
};

//// silent: the header is set before
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'application/json').setBody({ ok: true });
  callback(null, response);
};

//// silent: the header is set after
const fs = require('fs');

exports.handler = (context, event, callback) => {
  const buffer = fs.readFileSync('/tmp/audio.mp3');
  const response = new Twilio.Response();
  response.setBody(buffer);
  response.appendHeader('content-type', 'audio/mpeg');
  callback(null, response);
};

//// silent: the header is one of several
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({ 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' });
  response.setBody([1, 2, 3]);
  callback(null, response);
};

//// silent: headers that are not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders(corsHeaders(event));
  response.setBody({ ok: true });
  callback(null, response);
};

const corsHeaders = (event) => ({ 'Access-Control-Allow-Origin': event.origin, 'Content-Type': 'application/json' });

//// silent: headers from another object
const json = require('./json');

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({ ...json.headers, 'Cache-Control': 'no-cache' });
  response.setBody({ ok: true });
  callback(null, response);
};

//// silent: a text
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setBody('This is fine');
  callback(null, response);
};

//// silent: a value that is not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setBody(event.Body);
  response.setBody(JSON.stringify({ ok: true }));
  callback(null, response);
};

//// silent: a file as text
const fs = require('fs');

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setBody(fs.readFileSync('/tmp/page.html', 'utf8'));
  callback(null, response);
};

//// silent: a helper gets the response
const { withCors } = require(Runtime.getFunctions()['cors'].path);

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  withCors(response);
  response.setBody({ ok: true });
  callback(null, response);
};

//// silent: a response that somebody else made
const { createResponse } = require(Runtime.getFunctions()['responses'].path);

exports.handler = (context, event, callback) => {
  const response = createResponse();
  response.setBody({ ok: true });
  callback(null, response);
};

//// silent: a helper fills a response
function fill(response, body) {
  response.setBody({ body });
  return response;
}

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'application/json');
  callback(null, fill(response, event.Body));
};

//// silent: options of the response
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response({ headers: { 'Content-Type': 'application/json' } });
  response.setBody({ ok: true });
  callback(null, response);
};

//// silent: no response at all
exports.handler = (context, event, callback) => {
  callback(null, { ok: true });
};

//// silent: another thing with a body
exports.handler = (context, event, callback) => {
  const request = new SoapRequest();
  request.setBody({ ok: true });
  callback(null, request.toString());
};

class SoapRequest {
  setBody(body) {
    this.body = body;
  }
}

//// silent: the header is set in a continuation
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  context.getTwilioClient().calls.list()
    .then((calls) => {
      response.setBody({ count: calls.length });
      response.appendHeader('Content-Type', 'application/json');
      callback(null, response);
    })
    .catch(callback);
};

//// silent: the name in a constant
const CONTENT_TYPE = 'Content-Type';

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader(CONTENT_TYPE, 'application/json');
  response.setBody({ ok: true });
  callback(null, response);
};

//// silent: a loop over headers
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  for (const [name, value] of Object.entries({ 'Content-Type': 'application/json' })) {
    response.appendHeader(name, value);
  }
  response.setBody({ ok: true });
  callback(null, response);
};

//// silent: headers that are put together first
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const headers = { 'Cache-Control': 'no-store' };
  headers['Content-Type'] = 'application/json';
  response.setHeaders(headers);
  response.setBody([event.id]);
  callback(null, response);
};

//// silent: headers that another call completes
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const headers = {};
  Object.assign(headers, { 'Content-Type': 'application/json' });
  response.setHeaders(headers);
  response.setBody({ id: event.id });
  callback(null, response);
};

//// silent: a helper's response, which the handler completes
function json(status) {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.setBody({ status });
  return response;
}

exports.handler = (context, event, callback) => {
  const response = json(200);
  response.appendHeader('Content-Type', 'application/json');
  callback(null, response);
};

//// silent: a library's response, which others may complete
//// file: functions/responses.private.js
exports.created = (id) => {
  const response = new Twilio.Response();
  response.setStatusCode(201);
  response.setBody({ id });
  return response;
};

//// silent: the response's own headers
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.headers['Content-Type'] = 'application/json';
  response.setBody({ id: event.id });
  callback(null, response);
};

//// reports: a helper's response that nobody completes
function refuse(reason) {
  const response = new Twilio.Response();
  response.setStatusCode(400);
  response.[|setBody({ reason })|];
  return response;
}

exports.handler = (context, event, callback) => callback(null, refuse('no id'));

//// reports: headers that several responses share, without the type
const CORS = { 'Access-Control-Allow-Origin': '*' };

exports.handler = (context, event, callback) => {
  const failure = new Twilio.Response();
  failure.setHeaders({ ...CORS });
  const response = new Twilio.Response();
  response.setHeaders(CORS);
  response.[|setBody({ id: event.id })|];
  callback(null, event.id ? response : failure);
};

//// reports: options without headers
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response({ statusCode: 400 });
  response.[|setBody({ error: 'no number' })|];
  callback(null, response);
};

//// reports: options with other headers
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response({ statusCode: 200, headers: { 'Cache-Control': 'no-store' } });
  response.[|setBody(Buffer.from(event.data, 'base64'))|];
  callback(null, response);
};

//// silent: options that are not known
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response({ statusCode: 200, ...event.options });
  response.setBody({ ok: true });
  callback(null, response);
};
