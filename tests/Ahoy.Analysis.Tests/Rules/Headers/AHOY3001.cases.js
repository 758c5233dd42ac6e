//// reports: dot notation
exports.handler = (context, event, callback) => {
  const host = event.request.headers.[|host|];
  callback(null, `https://${host}/hello`);
};

//// reports: bracket notation
exports.handler = function (context, event, callback) {
  var ip = event.request.headers[[|'x-forwarded-for'|]];
  console.log('Request from ' + ip);
  callback(null, 'ok');
};

//// reports: destructuring
exports.handler = async (context, event, callback) => {
  const { [|referer|], 'user-agent': agent } = event.request.headers;
  return callback(null, { referer, agent });
};

//// reports: destructuring down from the event
exports.handler = (context, event, callback) => {
  const { request: { headers: { [|via|] = 'direct' } } } = event;
  callback(null, via);
};

//// reports: in the handler's parameters
exports.handler = (context, { request: { headers: { [|'x-real-ip'|]: ip } } }, callback) => {
  callback(null, ip);
};

//// reports: optional chaining
exports.handler = (context, event, callback) => {
  const proto = event?.request?.headers?.[[|'x-forwarded-proto'|]] ?? 'https';
  callback(null, proto);
};

//// reports: through a variable that holds the headers
exports.handler = (context, event, callback) => {
  const headers = event.request.headers;
  if (headers.[|expect|]) {
    return callback(null, 'expected');
  }
  return callback(null, headers[[|'Transfer-Encoding'|]]);
};

//// reports: through a variable that holds the request
exports.handler = (context, event, callback) => {
  const request = event.request;
  const { headers = {} } = request;
  callback(null, headers[[|'X-Accel-Buffering'|]]);
};

//// reports: with a default in the way
exports.handler = (context, event, callback) => {
  const headers = (event.request && event.request.headers) || {};
  const origin = headers.origin || headers.[|referer|];
  callback(null, origin);
};

//// reports: a name in a constant
const CLIENT_IP = 'x-forwarded-for';

exports.handler = (context, event, callback) => {
  const address = (event.request.headers[[|CLIENT_IP|]] || '').split(',')[0];
  callback(null, address);
};

//// reports: an in test
exports.handler = (context, event, callback) => {
  const proxied = [|'x-forwarded-host'|] in event.request.headers;
  callback(null, { proxied });
};

//// reports: a helper that gets the request
function clientOf(request) {
  return request.headers[[|'x-real-ip'|]];
}

exports.handler = (context, event, callback) => {
  callback(null, clientOf(event.request));
};

//// reports: a helper that gets the headers
const describe = ({ [|host|], accept }) => `${host} ${accept}`;

exports.handler = (context, event, callback) => {
  callback(null, describe(event.request.headers));
};

//// reports: a library
//// file: functions/lib/ip.private.js
exports.clientIp = (event) => event.request.headers[[|'x-forwarded-for'|]];

//// reports: another name for the event
module.exports.handler = (ctx, evt, cb) => {
  cb(null, evt.request.headers.[|connection|]);
};

//// reports: set on a response
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader([|'Connection'|], 'keep-alive');
  response.appendHeader('Content-Type', 'text/plain');
  callback(null, response);
};

//// reports: set among others
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response
    .setStatusCode(200)
    .setHeaders({
      'Content-Type': 'application/json',
      [|'Transfer-Encoding'|]: 'chunked',
      [|Via|]: '1.1 ahoy',
    })
    .setBody({ ok: true });
  callback(null, response);
};

//// reports: set through a constant object
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  [|'X-Forwarded-Host'|]: 'example.com',
};

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders(HEADERS);
  callback(null, response);
};

//// reports: set by the options of the response
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response({
    statusCode: 200,
    headers: { [|Upgrade|]: 'websocket' },
  });
  callback(null, response);
};

//// reports: set by a helper
function close(response) {
  return response.appendHeader([|'connection'|], 'close');
}

exports.handler = (context, event, callback) => callback(null, close(new Twilio.Response()));

//// reports: a wrapped handler
const { authenticated } = require('./auth');

exports.handler = authenticated((context, event, callback) => {
  callback(null, event.request.headers.[|host|]);
});

//// silent: other headers
exports.handler = (context, event, callback) => {
  const { authorization, 'content-type': type, origin } = event.request.headers;
  callback(null, [authorization, type, origin, event.request.headers['x-twilio-signature']]);
};

//// silent: a parameter of the request that is called like one
exports.handler = (context, event, callback) => {
  callback(null, { host: event.host, via: event.via, referer: event.referer });
};

//// silent: a cookie that is called like one
exports.handler = (context, event, callback) => {
  callback(null, event.request.cookies.via);
};

//// silent: delete
exports.handler = (context, event, callback) => {
  const headers = event.request.headers;
  delete headers.host;
  delete headers['x-forwarded-for'];
  callback(null, headers);
};

//// silent: a name that is computed
exports.handler = (context, event, callback) => {
  const name = `x-forwarded-${event.which}`;
  callback(null, event.request.headers[name]);
};

//// silent: a variable name that may change
exports.handler = (context, event, callback) => {
  let name = 'host';
  if (event.name) {
    name = event.name;
  }
  callback(null, event.request.headers[name]);
};

//// silent: headers of an outgoing request
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  try {
    const { headers } = await axios.get(event.url, { headers: { Host: 'example.com', Connection: 'close' } });
    callback(null, headers.via);
  } catch (error) {
    callback(null, error.request.headers.host);
  }
};

//// silent: headers of a response of fetch
exports.handler = async (context, event, callback) => {
  try {
    const response = await fetch(event.url, { headers: { Referer: 'https://example.com' } });
    callback(null, response.headers.get('via'));
  } catch (error) {
    callback(error);
  }
};

//// silent: a row of a table
exports.handler = (context, event, callback) => {
  const headers = { host: 'Host', via: 'Via' };
  callback(null, Object.keys(headers).map((key) => headers[key]).concat(headers.host));
};

//// silent: a request of one's own
function build(url) {
  const request = { url, headers: { host: 'example.com' } };
  return request.headers.host;
}

exports.handler = (context, event, callback) => callback(null, build(event.url));

//// silent: a header that only begins alike
exports.handler = (context, event, callback) => {
  const { 'x-forwarded': forwarded, 'x-real-name': name, hosts, 'upgrade-insecure-requests': upgrade } = event.request.headers;
  callback(null, [forwarded, name, hosts, upgrade]);
};

//// silent: written, not read
exports.handler = (context, event, callback) => {
  event.request.headers.host = context.DOMAIN_NAME;
  event.request.headers['x-forwarded-proto'] = 'https';
  callback(null, 'prepared');
};

//// silent: setHeaders of something else
const request = require('superagent');

exports.handler = (context, event, callback) => {
  const agent = request.agent();
  agent.setHeaders({ Host: 'example.com', Connection: 'close' });
  callback(null, 'ok');
};

//// silent: allowed headers of a response
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setHeaders({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': ['no-cache', 'private'] });
  response.appendHeader('Location', 'https://example.com/connection');
  response.setStatusCode(302);
  callback(null, response);
};

//// silent: all headers at once
exports.handler = (context, event, callback) => {
  const names = Object.keys(event.request.headers).filter((name) => name !== 'host');
  for (const [name, value] of Object.entries(event.request.headers)) {
    console.log(name, value);
  }
  callback(null, names);
};

//// silent: the rest of the headers
exports.handler = (context, event, callback) => {
  const { authorization, ...others } = event.request.headers;
  callback(null, { authorization, others });
};

//// silent: a name in a text
exports.handler = (context, event, callback) => {
  // x-forwarded-for is removed, so we can't use event.request.headers['x-forwarded-for']
  callback(null, "event.request.headers.host is not there");
};

//// silent: a method of the object
exports.handler = (context, event, callback) => {
  const headers = event.request.headers;
  callback(null, headers.hasOwnProperty('accept') && headers.toString());
};

//// silent: a public Asset runs in a browser
//// file: assets/app.js
fetch('/hello').then((response) => {
  const event = { request: { headers: { host: location.host } } };
  console.log(event.request.headers.host, response);
});

//// reports: set by a helper that gets the response
const close = (r) => {
  r.appendHeader([|'Connection'|], 'close');
  return r;
};

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setBody('bye');
  callback(null, close(response));
};

//// reports: taken out of the others, and used
exports.handler = (context, event, callback) => {
  const { [|host|], ...others } = event.request.headers;
  callback(null, { host, others });
};

//// silent: taken out to forward the others
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  const { host, connection, ...forwarded } = event.request.headers;
  try {
    const { data } = await axios.get(context.UPSTREAM, { headers: forwarded });
    callback(null, data);
  } catch (error) {
    callback(error);
  }
};

//// silent: a parameter that is set to something else
exports.handler = (context, event, callback) => {
  event = JSON.parse(event.Payload);
  callback(null, event.request.headers.host);
};

//// reports: on a response that an object holds
class Reply {
  constructor() {
    this.response = new Twilio.Response();
  }

  keepAlive() {
    this.response.appendHeader([|'Connection'|], 'keep-alive');
    return this.response;
  }
}

exports.handler = (context, event, callback) => callback(null, new Reply().keepAlive());
