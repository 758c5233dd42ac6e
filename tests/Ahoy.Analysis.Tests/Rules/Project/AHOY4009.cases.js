//// reports: all of context
exports.handler = (context, event, callback) => {
  console.log([|context|]);
  callback();
};

//// reports: as text
exports.handler = (context, event, callback) => {
  console.log('context:', [|JSON.stringify(context, null, 2)|]);
  callback();
};

//// reports: spread
exports.handler = (context, event, callback) => {
  console.debug([|{ ...context, event }|]);
  callback();
};

//// reports: under its name
exports.handler = (context, event, callback) => {
  console.log([|{ context, event }|]);
  callback();
};

//// reports: the Auth Token
exports.handler = (context, event, callback) => {
  console.log([|context.AUTH_TOKEN|]);
  callback();
};

//// reports: in a template
exports.handler = (context, event, callback) => {
  console.info([|`Using ${context.ACCOUNT_SID}:${context.AUTH_TOKEN}`|]);
  callback();
};

//// reports: a variable
exports.handler = (context, event, callback) => {
  const apiKey = context.SENDGRID_API_KEY;
  console.log('key', [|apiKey|]);
  callback();
};

//// reports: taken out of the context
exports.handler = ({ STRIPE_SECRET, ...context }, event, callback) => {
  console.error([|'with secret ' + STRIPE_SECRET|]);
  callback();
};

//// reports: a password of the request
exports.handler = (context, event, callback) => {
  console.log([|`login ${event.user} / ${event.password}`|]);
  callback();
};

//// reports: in an object
exports.handler = (context, event, callback) => {
  const accessToken = createToken(event.identity);
  console.log('made', [|{ identity: event.identity, accessToken }|]);
  callback(null, accessToken);
};

//// reports: an object that a variable holds
exports.handler = (context, event, callback) => {
  const options = { url: context.URL, secret: context.API_SECRET };
  console.log([|options|]);
  callback();
};

//// reports: a property deep in something
exports.handler = (context, event, callback) => {
  const config = require('./config');
  console.warn('db', [|config.database.password|]);
  callback();
};

//// reports: in a library
//// file: functions/lib/log.private.js
exports.dump = (context) => {
  console.log([|Object.entries(context)|]);
};

//// reports: with a value to fall back on
exports.handler = (context, event, callback) => {
  console.log('passphrase:', [|context.PASSPHRASE || 'none'|]);
  callback();
};

//// silent: the event
exports.handler = (context, event, callback) => {
  console.log(event, event.Body);
  callback();
};

//// silent: variables that are no secrets
exports.handler = (context, event, callback) => {
  console.log(context.DOMAIN_NAME, context.PATH, context.ACCOUNT_SID, context.FROM_NUMBER);
  callback();
};

//// silent: whether it is there
exports.handler = (context, event, callback) => {
  console.log('token set:', !!context.AUTH_TOKEN, Boolean(context.API_KEY), typeof context.API_SECRET);
  callback();
};

//// silent: its length
exports.handler = (context, event, callback) => {
  console.log('token of', context.AUTH_TOKEN.length, 'letters');
  callback();
};

//// silent: a choice by it
exports.handler = (context, event, callback) => {
  console.log(context.API_SECRET ? 'configured' : 'missing', context.PASSWORD && 'set');
  callback();
};

//// silent: a comparison
exports.handler = (context, event, callback) => {
  console.log(event.token === context.WEBHOOK_TOKEN);
  callback();
};

//// silent: where a page goes on
exports.handler = (context, event, callback) => {
  const pageToken = event.pageToken;
  console.log(pageToken, event.nextPageToken);
  callback();
};

//// silent: keys of other kinds
exports.handler = (context, event, callback) => {
  const key = Object.keys(event)[0];
  const publicKey = context.PUBLIC_KEY;
  console.log(key, publicKey, event.sortKey);
  callback();
};

//// silent: a name that goes on
exports.handler = (context, event, callback) => {
  console.log(event.tokenType, event.passwordLength, event.secretsCount, context.TOKEN_URL);
  callback();
};

//// silent: masked
const mask = (text) => `${text.slice(0, 4)}…`;

exports.handler = (context, event, callback) => {
  console.log(mask(context.AUTH_TOKEN), context.AUTH_TOKEN.slice(-4), context.API_SECRET.replace(/./g, '*'));
  callback();
};

//// silent: not printed
exports.handler = (context, event, callback) => {
  const client = require('twilio')(context.ACCOUNT_SID, context.AUTH_TOKEN);
  client.messages.list({ limit: 1 }).then((found) => callback(null, found.length), callback);
};

//// silent: a console of one's own
const console = require('./silent-console');

exports.handler = (context, event, callback) => {
  console.log(context.AUTH_TOKEN);
  callback();
};

//// silent: what was found out
exports.handler = (context, event, callback) => {
  const hasPassword = 'password' in event;
  const token = !!event.token;
  console.log(hasPassword, token);
  callback();
};

//// silent: a text about it
exports.handler = (context, event, callback) => {
  console.log('The token is wrong', 'context.AUTH_TOKEN is missing');
  callback();
};

//// silent: names of variables alone
exports.handler = (context, event, callback) => {
  console.log(Object.keys(context));
  callback();
};

//// silent: a hash of it
const crypto = require('crypto');

exports.handler = (context, event, callback) => {
  console.log(crypto.createHash('sha256').update(context.AUTH_TOKEN).digest('hex'));
  callback();
};

//// silent: an error of checking it
exports.handler = (context, event, callback) => {
  try {
    require('./auth').check(context.API_SECRET);
  } catch (error) {
    console.error('secret check failed', error.message);
  }
  callback();
};
