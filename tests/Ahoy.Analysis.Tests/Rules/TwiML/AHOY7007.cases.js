//// reports: a message's text in a template
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody(`<Response><Message>You said: ${[|event.Body|]}</Message></Response>`);
  callback(null, response);
};

//// reports: put together with plus
exports.handler = function (context, event, callback) {
  var twiml = '<Response><Say>Hello ' + [|event.name|] + '</Say></Response>';
  var response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody(twiml);
  callback(null, response);
};

//// reports: added later
exports.handler = (context, event, callback) => {
  let xml = '<?xml version="1.0" encoding="UTF-8"?><Response>';
  xml += `<Say>${[|event.message|]}</Say>`;
  xml += '</Response>';
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody(xml);
  callback(null, response);
};

//// reports: through a variable
exports.handler = (context, event, callback) => {
  const name = event.name || 'you';
  const greeting = `Hello ${[|name|]}`;
  callback(null, `<Response><Say>${greeting}</Say></Response>`);
};

//// reports: taken out of the event
exports.handler = (context, { Body, From }, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'application/xml');
  response.setBody(`<Response><Message to="${context.ME}">${[|Body|]}</Message></Response>`);
  callback(null, response);
};

//// reports: in an attribute
exports.handler = (context, event, callback) => {
  const { next } = event;
  callback(null, `<Response><Gather action="/choice?next=${[|next|]}"><Say>Go on</Say></Gather></Response>`);
};

//// reports: a list that is joined
exports.handler = (context, event, callback) => {
  const xml = ['<Response>', '<Say>', [|event.text|], '</Say>', '</Response>'].join('');
  callback(null, xml);
};

//// reports: to a call that is placed
exports.handler = async (context, event, callback) => {
  try {
    await context.getTwilioClient().calls.create({
      to: context.ME,
      from: context.FROM,
      twiml: `<Response><Say>${[|event.message.trim()|]}</Say></Response>`,
    });
    callback();
  } catch (error) {
    callback(error);
  }
};

//// reports: the sender of a public Function
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Message>New message from ${[|event.From|]}</Message></Response>`);
};

//// reports: what a protected Function is told
//// file: functions/heard.protected.js
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Say>You said ${[|event.SpeechResult|]}</Say><Redirect>/menu</Redirect></Response>`);
};

//// reports: in a part that a helper makes
const say = (text) => `<Say>${[|text|]}</Say>`;

exports.handler = (context, event, callback) => {
  const body = say(event.text);
  callback(null, '<Response>' + body + '</Response>');
};

//// reports: a header and a cookie
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Say>${[|event.request.headers['x-name']|]}</Say><Say>${[|event.request.cookies.name|]}</Say></Response>`);
};

//// reports: replaced only in part
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Message>${[|event.Body.replace(/\s+/g, ' ')|]}</Message></Response>`);
};

//// silent: the builder
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`You said: ${event.Body}`);
  callback(null, twiml);
};

//// silent: encoded for an address
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Redirect>/next?body=${encodeURIComponent(event.Body)}</Redirect></Response>`);
};

//// silent: numbers
exports.handler = (context, event, callback) => {
  const attempt = Number(event.attempt) + 1;
  callback(null, `<Response><Say>Attempt ${attempt} of ${parseInt(event.most, 10)}, ${event.Body.length} letters</Say></Response>`);
};

//// silent: a look-up in a table
const names = { 1: 'bread', 2: 'cake' };

exports.handler = (context, event, callback) => {
  callback(null, `<Response><Say>You chose ${names[event.Digits]}</Say></Response>`);
};

//// silent: a comparison
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Say>${event.Digits === '1' ? 'Bread' : 'Cake'}</Say></Response>`);
};

//// silent: escaped by a function
const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

exports.handler = (context, event, callback) => {
  callback(null, `<Response><Message>${escape(event.Body)}</Message></Response>`);
};

//// silent: escaped in place
exports.handler = (context, event, callback) => {
  const body = event.Body.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  callback(null, `<Response><Message>${body}</Message></Response>`);
};

//// silent: only what is listed is kept
exports.handler = (context, event, callback) => {
  const digits = event.code.replace(/\D/g, '');
  const word = event.name.replace(/[^a-z ]/gi, '');
  callback(null, `<Response><Say>${word}: ${digits}</Say></Response>`);
};

//// silent: a regular expression asks before
exports.handler = (context, event, callback) => {
  if (!/^\+?\d+$/.test(event.number)) {
    return callback(null, 'No number');
  }
  return callback(null, `<Response><Dial>${event.number}</Dial></Response>`);
};

//// silent: a list is asked before
const LANGUAGES = ['en-US', 'de-DE'];

exports.handler = (context, event, callback) => {
  const language = event.language;
  if (!LANGUAGES.includes(language)) {
    return callback(new Error('unknown language'));
  }
  return callback(null, `<Response><Say language="${language}">Hello</Say></Response>`);
};

//// silent: the sender in a protected Function
//// file: functions/sms.protected.js
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Message>Message ${event.MessageSid} from ${event.From} to ${event.To}</Message></Response>`);
};

//// silent: a package escapes
const escapeHtml = require('escape-html');

exports.handler = (context, event, callback) => {
  callback(null, `<Response><Message>${escapeHtml(event.Body)}</Message></Response>`);
};

//// silent: text that is no TwiML
exports.handler = (context, event, callback) => {
  callback(null, `<Responses>${event.Body}</Responses>`);
};

//// silent: variables of the project
exports.handler = (context, event, callback) => {
  callback(null, `<Response><Dial>${context.SUPPORT_NUMBER}</Dial><Say>${new Date().toISOString()}</Say></Response>`);
};

//// silent: what another service answers
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  try {
    const { data } = await axios.get(`https://example.com/${event.id}`);
    callback(null, `<Response><Say>${data.text}</Say></Response>`);
  } catch (error) {
    callback(error);
  }
};

//// silent: one value alone
exports.handler = (context, event, callback) => {
  if (event.language === 'de') {
    return callback(null, `<Response><Say language="${event.language}">Hallo</Say></Response>`);
  }
  return callback(null, '<Response><Say>Hello</Say></Response>');
};

//// silent: printed beside it
exports.handler = (context, event, callback) => {
  console.log(`<Message>${event.Body}</Message>`);
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Thanks');
  callback(null, twiml);
};
