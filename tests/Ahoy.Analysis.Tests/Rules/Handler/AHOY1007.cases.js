//// reports: as on other platforms
exports.handler = [|async (context, event) =>|] {
  const name = event.name || 'stranger';
  return { statusCode: 200, body: `Hello ${name}` };
};

//// reports: TwiML is returned
exports.handler = [|function (context, event)|] {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Thank you for calling');
  return twiml;
};

//// reports: a function declaration
const axios = require('axios');

exports.handler = handler;

[|async function handler(context, event)|] {
  try {
    const { data } = await axios.get(`https://example.com/zip/${event.zip}`);
    return data.city;
  } catch (error) {
    return 'unknown';
  }
}

//// reports: no parameters at all
exports.handler = [|async () =>|] {
  const rates = JSON.parse(Runtime.getAssets()['/rates.json'].open());
  return rates;
};

//// reports: the context alone
module.exports.handler = [|async (context) =>|] {
  const client = context.getTwilioClient();
  await client.messages.create({ to: context.ADMIN, from: context.SENDER, body: 'Ping' });
};

//// reports: an arrow without braces
exports.handler = [|(context, event) =>|] new Twilio.twiml.MessagingResponse().message(`You said ${event.Body}`);

//// reports: a method
module.exports = {
  handler[|(context, event)|] {
    const response = new Twilio.Response();
    response.setBody({ ok: true, path: context.PATH });
    return response;
  },
};

//// reports: destructured parameters
exports.handler = [|async ({ DOMAIN_NAME, PATH }, { From, Body }) =>|] {
  console.log(`${From} wrote ${Body}`);
  return `https://${DOMAIN_NAME}${PATH}`;
};

//// reports: some paths throw
exports.handler = [|async (context, event) =>|] {
  if (!event.sid) {
    throw new Error('sid is missing');
  }
  const message = await context.getTwilioClient().messages(event.sid).fetch();
  return message.status;
};

//// reports: the names are mixed up
exports.handler = [|(event, callback) =>|] {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Thanks');
  return twiml;
};

//// reports: the emitted form of TypeScript
'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.handler = void 0;
const handler = [|async (context, event) =>|] {
  const sync = Runtime.getSync();
  const item = await sync.maps('people').syncMapItems(event.From).fetch();
  return item.data;
};
exports.handler = handler;

//// reports: through a variable
const reply = [|function (context, event)|] {
  if (event.Body === 'help') {
    return 'Text us anything';
  }
  return `You said ${event.Body}`;
};

exports.handler = reply;

//// silent: three parameters
exports.handler = async (context, event, callback) => {
  callback(null, event.name);
};

//// silent: another name for it
exports.handler = function (ctx, params, done) {
  done(null, params.name);
};

//// silent: the third parameter is not used, which is another problem
exports.handler = async (context, event, callback) => {
  return { ok: true };
};

//// silent: a rest parameter
exports.handler = (...args) => {
  const [context, event, callback] = args;
  callback(null, `${context.PATH} ${event.name}`);
};

//// silent: the rest behind the context
exports.handler = (context, ...rest) => {
  const callback = rest[1];
  callback(null, context.PATH);
};

//// silent: arguments
exports.handler = function (context, event) {
  const callback = arguments[2];
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Hello');
  callback(null, twiml);
};

//// silent: all arguments are passed on
const router = require(Runtime.getFunctions()['lib/router'].path);

exports.handler = function () {
  return router.route.apply(this, arguments);
};

//// silent: it always throws
exports.handler = async (context, event) => {
  console.error('this Function is switched off', event);
  throw new Error('switched off');
};

//// silent: it throws whatever comes
exports.handler = (context, event) => {
  if (event.version === '1') {
    throw new Error('version 1 is gone');
  } else {
    throw new Error(`unknown version ${event.version}`);
  }
};

//// silent: a wrapper may answer
const { asyncHandler } = require('some-wrapper');

exports.handler = asyncHandler(async (context, event) => {
  return { path: context.PATH, name: event.name };
});

//// silent: a wrapper of the file answers
const answering = (work) => async (context, event, callback) => {
  try {
    callback(null, await work(context, event));
  } catch (error) {
    callback(error);
  }
};

exports.handler = answering(async (context, event) => {
  const message = await context.getTwilioClient().messages(event.sid).fetch();
  return { status: message.status };
});

//// silent: a wrapper around a wrapper
const { compose, logged, secured } = require(Runtime.getAssets()['/middleware.js'].path);

exports.handler = compose(logged, secured)((context, event) => ({ user: event.user }));

//// silent: a helper beside the handler
const load = async (context, event) => {
  const response = await fetch(`${context.API}/${event.id}`);
  return response.json();
};

exports.handler = (context, event, callback) => {
  load(context, event).then((body) => callback(null, body)).catch(callback);
};

//// silent: what another module gives
exports.handler = require(Runtime.getFunctions()['lib/handler'].path).handler;

//// silent: a library
//// file: functions/lib/greet.private.js
exports.handler = (context, event) => `Hello ${event.name}`;

//// silent: a default for the callback
exports.handler = (context, event, callback = () => {}) => {
  callback(null, event.name);
};

//// silent: a file that can't be read whole
exports.handler = async (context, event, => {
  return { ok: true };
};
