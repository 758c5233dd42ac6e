//// reports: TwiML is returned
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Thank you for calling');
  [|return twiml;|]
};

//// reports: an object for some requests
exports.handler = function (context, event, callback) {
  if (!event.id) {
    [|return { error: 'id is missing' };|]
  }
  callback(null, { id: event.id });
};

//// reports: the form of other platforms, with a callback that is not used
exports.handler = async (context, event, callback) => {
  const name = event.name || 'stranger';
  [|return {
    statusCode: 200,
    body: JSON.stringify({ greeting: `Hello ${name}` }),
  };|]
};

//// reports: a text
exports.handler = (context, event, callback) => {
  if (event.request.headers['x-health'] === 'yes') {
    [|return 'healthy';|]
  }
  return callback(null, 'ok');
};

//// reports: an arrow without braces
exports.handler = (context, event, callback) => ([|{ time: Date.now() }|]);

//// reports: a response object
exports.handler = async (context, event, callback) => {
  const response = new Twilio.Response();
  try {
    const queue = await context.getTwilioClient().queues(event.queue).fetch();
    response.setBody({ size: queue.currentSize });
    [|return response;|]
  } catch (error) {
    return callback(error);
  }
};

//// reports: a part of what was fetched
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  const result = await axios.get(`https://example.com/weather/${event.city}`);
  [|return result.data;|]
};

//// reports: a message that was sent
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const message = await client.messages.create({ to: event.To, from: context.SENDER, body: event.Body });
  [|return message;|]
};

//// reports: a template
exports.handler = function (context, event, callback) {
  const count = Number(event.request.cookies.count || 0) + 1;
  [|return `You have written ${count} times`;|]
};

//// reports: a list
exports.handler = (context, event, callback) => {
  const numbers = event.numbers.split(',');
  [|return numbers.map((number) => number.trim());|]
};

//// reports: either of two
exports.handler = (context, event, callback) => {
  [|return event.verbose ? { status: 'ok', path: context.PATH } : { status: 'ok' };|]
};

//// reports: a function declaration
async function handler(context, event, callback) {
  const token = new Twilio.jwt.AccessToken(context.ACCOUNT_SID, context.API_KEY, context.API_SECRET, { identity: event.user });
  [|return { token: token.toJwt() };|]
}

exports.handler = handler;

//// silent: the call of the callback is returned
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Thank you for calling');
  return callback(null, twiml);
};

//// silent: return ends the path and nothing more
exports.handler = (context, event, callback) => {
  if (!event.To) {
    callback('To is missing');
    return;
  }
  callback(null, event.To);
};

//// silent: the path has completed
exports.handler = (context, event, callback) => {
  const body = { to: event.To };
  callback(null, body);
  return body;
};

//// silent: a promise
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  return client.messages
    .create({ to: event.To, from: context.SENDER, body: event.Body })
    .then((message) => callback(null, message.sid))
    .catch(callback);
};

//// silent: an answer is under way
exports.handler = (context, event, callback) => {
  setTimeout(() => callback(null, 'done'), 1000);
  return true;
};

//// silent: undefined
exports.handler = function (context, event, callback) {
  if (event.ping) {
    callback(null, 'pong');
    return undefined;
  }
  return void callback(null, event);
};

//// silent: null means nothing
exports.handler = (context, event, callback) => {
  if (!event.Body) {
    callback();
    return null;
  }
  callback(null, event.Body);
  return null;
};

//// silent: what an unknown function gives
const { respond } = require(Runtime.getFunctions()['lib/respond'].path);

exports.handler = (context, event, callback) => {
  return respond(event, callback);
};

//// silent: a helper of the file answers
function answer(callback, body) {
  const response = new Twilio.Response();
  response.setBody(body);
  response.appendHeader('Content-Type', 'application/json');
  return callback(null, response);
}

exports.handler = (context, event, callback) => {
  return answer(callback, { path: context.PATH });
};

//// silent: values of functions inside
exports.handler = (context, event, callback) => {
  const names = event.names.split(',').map((name) => {
    return name.trim();
  });
  const sorted = names.sort((a, b) => {
    return a.localeCompare(b);
  });
  callback(null, sorted);
};

//// silent: what a continuation returns
exports.handler = (context, event, callback) => {
  fetch(context.FEED_URL)
    .then((response) => {
      return response.ok;
    })
    .then((ok) => callback(null, { ok }))
    .catch((error) => callback(error));
};

//// silent: a wrapper may take the value
const { json } = require(Runtime.getAssets()['/json.js'].path);

exports.handler = json(async (context, event, callback) => {
  return { path: context.PATH, name: event.name };
});

//// silent: an async call of the file
exports.handler = async (context, event, callback) => {
  return process(context, event, callback);
};

async function process(context, event, callback) {
  try {
    await Runtime.getSync().documents('last').update({ data: event });
    callback(null, 'ok');
  } catch (error) {
    callback(error);
  }
}

//// silent: the answer or nothing
exports.handler = (context, event, callback) => {
  return event.Body ? callback(null, event.Body) : callback('nothing to say');
};

//// silent: an early end of another function
const format = (number) => {
  if (!number) {
    return 'unknown';
  }
  return number.replace('+1', '');
};

exports.handler = (context, event, callback) => {
  callback(null, format(event.From));
};

//// silent: a library
//// file: functions/lib/count.private.js
exports.handler = (context, event, callback) => {
  return { count: event.count };
};

//// silent: without the parameter it is another rule's
exports.handler = async (context, event) => {
  const name = event.name || 'stranger';
  return {
    statusCode: 200,
    body: JSON.stringify({ greeting: `Hello ${name}` }),
  };
};
