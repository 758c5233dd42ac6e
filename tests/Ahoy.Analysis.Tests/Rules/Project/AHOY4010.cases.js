//// reports: a message to whom the request says
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages
    .[|create|]({ to: event.to, from: context.FROM, body: 'Hello' })
    .then((message) => callback(null, message.sid), callback);
};

//// reports: a call
exports.handler = async function (context, event, callback) {
  const client = context.getTwilioClient();
  try {
    const call = await client.calls.[|create|]({ to: event.To, from: context.FROM, url: 'https://example.com/a.xml' });
    return callback(null, call.sid);
  } catch (error) {
    return callback(error);
  }
};

//// reports: a verification
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const verification = await client.verify.v2.services(context.VERIFY_SID).verifications.[|create|]({ to: event.phone, channel: 'sms' });
    callback(null, verification.status);
  } catch (error) {
    callback(error);
  }
};

//// reports: asked only whether the number is there
exports.handler = (context, event, callback) => {
  if (!event.to || event.to.length < 5) {
    return callback(null, 'No number');
  }
  return context.getTwilioClient().messages
    .[|create|]({ to: event.to, from: context.FROM, body: event.body || 'Hello' })
    .then(() => callback(null, 'sent'), callback);
};

//// reports: asked only for its form
exports.handler = (context, event, callback) => {
  const { to } = event;
  if (!/^\+[1-9]\d{6,14}$/.test(to)) {
    callback(new Error('no number'));
    return;
  }
  context.getTwilioClient().messages.[|create|]({ to, from: context.FROM, body: 'Hi' }).then(() => callback(null, 'sent'), callback);
};

//// reports: through variables
exports.handler = async (context, event, callback) => {
  const number = event.number.trim();
  const target = number.startsWith('+') ? number : `+1${number}`;
  try {
    await context.getTwilioClient().messages.[|create|]({ to: target, from: context.FROM, body: 'Hi' });
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// reports: in a helper
const send = (client, to, from) => client.messages.[|create|]({ to, from, body: 'Your code is 1234' });

exports.handler = (context, event, callback) => {
  send(context.getTwilioClient(), event.phone, context.FROM)
    .then(() => callback(null, 'sent'))
    .catch(callback);
};

//// reports: somebody who is added to a conference
exports.handler = async (context, event, callback) => {
  try {
    await context.getTwilioClient().conferences(event.room).participants.[|create|]({ to: event.invite, from: context.FROM });
    callback(null, 'invited');
  } catch (error) {
    callback(error);
  }
};

//// reports: with a variable of the project to fall back on
exports.handler = (context, event, callback) => {
  const to = event.to || context.DEFAULT_TO;
  const from = context.FROM || '+15550100';
  context.getTwilioClient().messages.[|create|]({ to, from, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// reports: in the parameters
exports.handler = (context, { phone, text }, callback) => {
  const client = context.getTwilioClient();
  client.messages.[|create|]({ to: phone, from: context.FROM, body: text }).then(() => callback(null, 'sent'), callback);
};

//// reports: what is asked afterwards refuses nothing
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const message = await client.messages.[|create|]({ to: event.to, from: context.FROM, body: 'Hello' });
    if (message.errorCode) {
      return callback(message.errorMessage);
    }
    return callback(null, message.sid);
  } catch (error) {
    return callback(error);
  }
};

//// reports: what is printed refuses nothing
exports.handler = (context, event, callback) => {
  console.log('to', event.to);
  if (context.DEBUG) {
    console.log('sending');
  }
  context.getTwilioClient().messages.[|create|]({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// reports: a helper that looks at the form alone
const isNumber = (text) => typeof text === 'string' && /^\+\d+$/.test(text);

exports.handler = (context, event, callback) => {
  if (!isNumber(event.to)) {
    return callback(null, 'No number');
  }
  return context.getTwilioClient().messages.[|create|]({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: protected
//// file: functions/send.protected.js
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: an answer to who sent a message
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages.create({ to: event.From, from: event.To, body: 'Thanks' }).then(() => callback(null, 'sent'), callback);
};

//// silent: to a number of the project
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages.create({ to: context.MY_NUMBER, from: context.FROM, body: event.text }).then(() => callback(null, 'sent'), callback);
};

//// silent: a secret is asked
exports.handler = (context, event, callback) => {
  if (event.secret !== context.SECRET) {
    return callback(null, 'no');
  }
  return context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: a header is asked
exports.handler = (context, event, callback) => {
  const auth = event.request.headers.authorization;
  if (auth !== `Bearer ${context.TOKEN}`) {
    return callback(null, 'no');
  }
  return context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: a signature is checked
const twilio = require('twilio');

exports.handler = (context, event, callback) => {
  const { request, ...params } = event;
  if (!twilio.validateRequest(context.AUTH_TOKEN, request.headers['x-twilio-signature'], context.URL, params)) {
    return callback(null, 'no');
  }
  return context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: a list is asked
const ALLOWED = ['+15550100', '+15550101'];

exports.handler = (context, event, callback) => {
  if (!ALLOWED.includes(event.to)) {
    return callback(null, 'no');
  }
  return context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: a look-up
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const customer = await require('./customers').find(event.id);
    if (!customer) {
      return callback(null, 'unknown');
    }
    await client.messages.create({ to: event.to, from: context.FROM, body: 'Hello' });
    return callback(null, 'sent');
  } catch (error) {
    return callback(error);
  }
};

//// silent: a call that may throw
const { verifyCaptcha } = require('./captcha');

exports.handler = async (context, event, callback) => {
  try {
    await verifyCaptcha(event.captcha);
    await context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' });
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// silent: wrapped by what asks for a token
const { validator } = require('twilio-flex-token-validator');

exports.handler = validator((context, event, callback) => {
  context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
});

//// silent: a number that is looked up by what the request says
const people = { ada: '+15550100' };

exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages.create({ to: people[event.name], from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: within a condition that asks for a secret
exports.handler = (context, event, callback) => {
  if (event.pin === context.PIN) {
    context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
  } else {
    callback(null, 'no');
  }
};

//// silent: what is made is no message
exports.handler = (context, event, callback) => {
  context.getTwilioClient().sync.services('IS1').documents.create({ data: { to: event.to } }).then(() => callback(null, 'kept'), callback);
};

//// silent: another client
exports.handler = (context, event, callback) => {
  const chat = require('./chat');
  chat.messages.create({ to: event.to, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: a helper decides
const isAllowed = (to, context) => context.ALLOWED.split(',').includes(to);

exports.handler = (context, event, callback) => {
  if (!isAllowed(event.to, context)) {
    return callback(null, 'no');
  }
  return context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' }).then(() => callback(null, 'sent'), callback);
};

//// silent: a private Function
//// file: functions/lib/send.private.js
exports.send = (context, event) => context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: 'Hello' });

//// silent: a token is decoded
const jwt = require('jsonwebtoken');

exports.handler = (context, event, callback) => {
  let user;
  try {
    user = jwt.verify(event.token, context.JWT_SECRET);
  } catch (error) {
    return callback(null, 'no');
  }
  return context.getTwilioClient().messages.create({ to: event.to, from: context.FROM, body: `From ${user.name}` }).then(() => callback(null, 'sent'), callback);
};
