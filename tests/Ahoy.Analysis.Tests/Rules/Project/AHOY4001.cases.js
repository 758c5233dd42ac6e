//// reports: a variable that is not in the file
//// variables: API_KEY SENDER
exports.handler = (context, event, callback) => {
  callback(null, { to: event.To, from: context.[|SENDER_NUMBER|] });
};

//// reports: a typing mistake
//// variables: WEATHER_API_KEY
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  try {
    const { data } = await axios.get(`https://example.com/weather?key=${context.[|WEATHER_APIKEY|]}`);
    callback(null, data);
  } catch (error) {
    callback(error);
  }
};

//// reports: destructuring
//// variables: A
exports.handler = (context, event, callback) => {
  const { A, [|B|], DOMAIN_NAME } = context;
  callback(null, [A, B, DOMAIN_NAME]);
};

//// reports: destructuring in the parameters
//// variables: A
exports.handler = ({ A, [|B|]: second, getTwilioClient }, event, callback) => {
  callback(null, [A, second, typeof getTwilioClient]);
};

//// reports: brackets
//// variables: A
exports.handler = function (context, event, callback) {
  callback(null, context[[|'MY_NUMBER'|]]);
};

//// reports: an empty environment file
//// variables:
exports.handler = (context, event, callback) => {
  const client = require('twilio')(context.ACCOUNT_SID, context.[|TWILIO_AUTH_TOKEN|]);
  callback(null, typeof client);
};

//// reports: another name for the context
//// variables: A
exports.handler = (ctx, evt, cb) => cb(null, ctx.[|B|]);

//// reports: a helper that gets the context
//// variables: A
function sender(settings) {
  return settings.[|FROM|];
}

exports.handler = (context, event, callback) => {
  callback(null, sender(context));
};

//// reports: a library
//// variables: A
//// file: functions/send.private.js
exports.send = (context, to, body) =>
  context.getTwilioClient().messages.create({ to, from: context.[|SENDER|], body });

//// reports: the default of something else
//// variables: A
exports.handler = (context, event, callback) => {
  const from = event.from || context.[|DEFAULT_FROM|];
  callback(null, from);
};

//// reports: through a variable
//// variables: A
exports.handler = (context, event, callback) => {
  const settings = context;
  const name = 'SYNC_SERVICE';
  callback(null, settings[[|name|]]);
};

//// reports: each place by itself
//// variables: A
exports.handler = (context, event, callback) => {
  console.log(context.[|REGION|]);
  callback(null, [context.[|REGION|], context.A]);
};

//// reports: a name in small letters
//// variables: A
exports.handler = (context, event, callback) => {
  callback(null, context.[|apiKey|]);
};

//// reports: another name is tested
//// variables: A
exports.handler = (context, event, callback) => {
  if (!context.A) {
    return callback('A is not set');
  }
  return callback(null, context.[|B|]);
};

//// silent: in the file
//// variables: API_KEY SENDER
exports.handler = (context, event, callback) => {
  const { SENDER } = context;
  callback(null, [context.API_KEY, SENDER]);
};

//// silent: no environment file
exports.handler = (context, event, callback) => {
  callback(null, context.ANYTHING);
};

//// silent: what the platform sets
//// variables: A
exports.handler = (context, event, callback) => {
  const { DOMAIN_NAME, PATH, SERVICE_SID, ENVIRONMENT_SID, ACCOUNT_SID, AUTH_TOKEN } = context;
  const client = context.getTwilioClient({ lazyLoading: true });
  callback(null, [DOMAIN_NAME, PATH, SERVICE_SID, ENVIRONMENT_SID, ACCOUNT_SID, AUTH_TOKEN, typeof client]);
};

//// silent: a default
//// variables: A
exports.handler = (context, event, callback) => {
  const number = context.SUPPORT_NUMBER || '+15550100';
  const limit = context.LIMIT ?? 5;
  const { LANGUAGE = 'en' } = context;
  callback(null, { number, limit, LANGUAGE });
};

//// silent: a test
//// variables: A
exports.handler = (context, event, callback) => {
  if (context.DEBUG) {
    console.log(event);
  }
  const mode = context.MODE ? 'special' : 'normal';
  callback(null, mode);
};

//// silent: a test, then its use
//// variables: A
exports.handler = (context, event, callback) => {
  if (!context.API_KEY) {
    return callback(new Error('API_KEY is not set'));
  }
  return callback(null, context.API_KEY.length);
};

//// silent: in
//// variables: A
exports.handler = (context, event, callback) => {
  const region = 'REGION' in context ? context.REGION : 'us1';
  callback(null, region);
};

//// silent: hasOwnProperty
//// variables: A
exports.handler = (context, event, callback) => {
  const edge = context.hasOwnProperty('EDGE') ? context.EDGE : 'ashburn';
  callback(null, edge);
};

//// silent: compared
//// variables: A
exports.handler = (context, event, callback) => {
  const isProduction = context.STAGE === 'production';
  const isSet = typeof context.TOKEN !== 'undefined';
  callback(null, { isProduction, isSet, empty: context.OTHER == null });
};

//// silent: optional chaining
//// variables: A
exports.handler = (context, event, callback) => {
  const admins = context.ADMINS?.split(',');
  callback(null, admins);
};

//// silent: written
//// variables: A
exports.handler = (context, event, callback) => {
  context.REQUEST_START = Date.now();
  context.user = event.From;
  finish(context, callback);
};

function finish(context, callback) {
  callback(null, { took: Date.now() - context.REQUEST_START, user: context.user });
}

//// silent: mixed in
//// variables: A
exports.handler = (context, event, callback) => {
  Object.assign(context, { REGION: 'us1' });
  callback(null, context.REGION);
};

//// silent: a name that is computed
//// variables: A
exports.handler = (context, event, callback) => {
  callback(null, context[`NUMBER_${event.index}`]);
};

//// silent: another context
//// variables: A
exports.handler = (context, event, callback) => {
  const canvas = { getContext: () => ({ fillStyle: 'red' }) };
  const drawing = canvas.getContext('2d');
  callback(null, drawing.fillStyle);
};

//// silent: a library's own idea of a context
//// variables: A
//// file: functions/draw.private.js
exports.draw = (context) => {
  context.fillRect(0, 0, 10, 10);
  return context.lineWidth + context.measureText('x').width;
};

//// silent: && decides
//// variables: A
exports.handler = (context, event, callback) => {
  const key = context.API_KEY && context.API_KEY.trim();
  callback(null, key);
};

//// silent: the event has other names
//// variables: A
exports.handler = (context, event, callback) => {
  callback(null, [event.ANYTHING, process.env.OTHER]);
};

//// silent: all of it
//// variables: A
exports.handler = (context, event, callback) => {
  const { A, ...others } = context;
  callback(null, [A, Object.keys(others), JSON.stringify(context)]);
};

//// silent: an Asset for browsers
//// variables: A
//// file: assets/app.js
function handler(context) {
  return context.ANYTHING;
}

//// silent: the variable that it is kept in is tested
//// variables: API_URL
exports.handler = (context, event, callback) => {
  const token = context.CRM_TOKEN;
  const { CRM_USER, CRM_REGION } = context;
  if (!token || CRM_USER === undefined) {
    callback(null, 'not configured');
    return;
  }
  callback(null, CRM_REGION ? `${CRM_REGION}: ${token}` : token);
};

//// silent: a number is made of it, and there is another one
//// variables: API_URL
exports.handler = (context, event, callback) => {
  const attempts = Number(context.ATTEMPTS) || 3;
  callback(null, { attempts, limit: parseInt(context.LIMIT, 10) || 10 });
};

//// silent: all of a list are asked for
//// variables: API_URL
const required = ['CRM_URL', 'CRM_KEY'];

exports.handler = (context, event, callback) => {
  const missing = required.filter((name) => !context[name]);
  if (missing.length > 0) {
    callback(`Set ${missing.join(' and ')}.`);
    return;
  }
  callback(null, `${context.CRM_URL}?key=${context.CRM_KEY}`);
};

//// silent: a call gets the names and the context
//// variables: API_URL
const { check } = require('env-check');

exports.handler = (context, event, callback) => {
  check(context, ['CRM_URL']);
  callback(null, context.CRM_URL);
};

//// silent: it is asserted
//// variables: API_URL
const assert = require('assert');

exports.handler = (context, event, callback) => {
  assert(context.CRM_URL, 'CRM_URL is missing');
  assert.ok(context.CRM_KEY);
  callback(null, `${context.CRM_URL}?key=${context.CRM_KEY}`);
};

//// silent: it chooses a case
//// variables: API_URL
exports.handler = (context, event, callback) => {
  switch (context.STAGE) {
    case 'production':
      callback(null, 'live');
      break;
    default:
      callback(null, 'test');
  }
};

//// silent: another context is set up beside the handler
//// variables: API_URL
const Handlebars = require('handlebars');

Handlebars.registerHelper('list', (context, options) => context.items.map(options.fn).join(context.separator));

exports.handler = (context, event, callback) => callback(null, Handlebars.compile('{{#list}}')(event));

//// silent: the parameter is set to something else
//// variables: API_URL
exports.handler = (context, event, callback) => {
  context = { ...context, GREETING: 'Hello' };
  callback(null, context.GREETING);
};

//// reports: the parameter is set to itself
//// variables: API_URL
exports.handler = (context, event, callback) => {
  context = context || {};
  callback(null, context.[|GREETING|]);
};

//// reports: a name that does not look like a variable's, of the handler's own context
//// variables: API_URL
exports.handler = (settings, event, callback) => callback(null, settings.[|apiUrl|]);

//// reports: the variable that it is kept in is used without a test
//// variables: API_URL
exports.handler = (context, event, callback) => {
  const url = context.[|APP_URL|];
  if (!event.path) {
    callback(null, url);
    return;
  }
  callback(null, url + event.path);
};

//// silent: a loop goes on while it is set
//// variables: API_URL
exports.handler = (context, event, callback) => {
  let rounds = 0;
  do {
    rounds += 1;
  } while (context.AGAIN && rounds < 3);
  callback(null, rounds);
};

//// silent: a wrapper of the file calls the function with the event alone
//// variables: API_KEY
const answerWith = (work) => async (context, event, callback) => {
  try {
    callback(null, await work(event));
  } catch (error) {
    callback(error);
  }
};

exports.handler = answerWith(async (event) => ({ x: event.x }));

//// reports: a wrapper of the file reads a variable that is not in the file
//// variables: API_KEY
function answerWith(work) {
  return async (context, event, callback) => {
    try {
      callback(null, await work(event, context.[|APIKEY|]));
    } catch (error) {
      callback(error);
    }
  };
}

exports.handler = answerWith(async (event, key) => ({ key }));
