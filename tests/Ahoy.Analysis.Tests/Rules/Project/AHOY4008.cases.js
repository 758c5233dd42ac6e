//// reports: the text of a message
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`You said: ${event.[|body|]}`);
  callback(null, twiml);
};

//// reports: the keys that a caller pressed
exports.handler = function (context, event, callback) {
  var twiml = new Twilio.twiml.VoiceResponse();
  switch (event.[|digits|]) {
    case '1':
      twiml.say('Bread');
      break;
    default:
      twiml.redirect('/menu');
  }
  callback(null, twiml);
};

//// reports: beside another parameter in its right case
exports.handler = (context, event, callback) => {
  console.log('call', event.[|callSid|], 'is', event.CallStatus);
  callback();
};

//// reports: taken out of the event
exports.handler = (context, event, callback) => {
  const { [|from|], Body } = event;
  callback(null, `${from}: ${Body}`);
};

//// reports: in the parameters
exports.handler = (context, { [|Callsid|]: sid }, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(sid);
  callback(null, twiml);
};

//// reports: in brackets
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(event[[|'speechResult'|]]);
  callback(null, twiml);
};

//// reports: by optional chaining
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(event?.[|BODY|]?.toLowerCase() === 'hi' ? 'Hello' : 'What?');
  callback(null, twiml);
};

//// reports: with a default
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const city = event.[|fromCity|] || 'somewhere';
  twiml.say(`You call from ${city}.`);
  callback(null, twiml);
};

//// reports: in a helper
const isHelp = (event) => /help/i.test(event.[|body|]);

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(isHelp(event) ? 'Help!' : 'Thanks');
  callback(null, twiml);
};

//// reports: what a recording is
exports.handler = (context, event, callback) => {
  const url = event.[|recordingUrl|];
  callback(null, `${event.CallSid}: ${url}`);
};

//// reports: media
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  if (event.NumMedia > 0) {
    twiml.message(`Got ${event.[|mediaUrl0|]}, ${event.[|MediaURL0|]}`);
  }
  callback(null, twiml);
};

//// reports: TwiML as text
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody(event.[|digits|] === '1' ? '<Response><Hangup/></Response>' : '<Response><Say>No</Say></Response>');
  callback(null, response);
};

//// reports: in a protected Function
//// file: functions/status.protected.js
exports.handler = (context, event, callback) => {
  if (event.MessageStatus === 'failed') {
    console.warn(event.[|messageSid|], event.ErrorCode);
  }
  callback();
};

//// silent: the right names
exports.handler = (context, event, callback) => {
  const { From, Body, NumMedia, MediaUrl0 } = event;
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`${From}: ${Body} ${NumMedia} ${MediaUrl0}`);
  callback(null, twiml);
};

//// silent: parameters of one's own
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages
    .create({ to: event.to, from: event.from, body: event.body })
    .then((message) => callback(null, message.sid), callback);
};

//// silent: names that no webhook has
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(`${event.name}, ${event.text}, ${event.attempt}`);
  callback(null, twiml);
};

//// silent: the Function sets it
exports.handler = (context, event, callback) => {
  event.body = event.Body.trim();
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(event.body);
  callback(null, twiml);
};

//// silent: the right name is tried, too
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const digits = event.Digits || event.digits;
  twiml.say(digits ?? 'none');
  callback(null, twiml);
};

//// silent: both are taken out
exports.handler = (context, event, callback) => {
  const { Body, body } = event;
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(Body ?? body);
  callback(null, twiml);
};

//// silent: an address of the same file carries it
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const digits = event.digits;
  twiml.redirect(`/confirm?digits=${digits}`);
  callback(null, twiml);
};

//// silent: an address of another file carries it
//// beside: functions/start.js exports.handler = (c, e, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/subject?language=de&from=menu'); callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(`You come from ${event.from}.`);
  callback(null, twiml);
};

//// silent: an Asset's address carries it
//// beside: assets/start.xml <Response><Redirect>/subject?a=1&amp;direction=up</Redirect></Response>
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(event.direction);
  callback(null, twiml);
};

//// silent: another object
exports.handler = (context, event, callback) => {
  const message = { body: 'hi', from: 'me' };
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`${message.from}: ${message.body}`);
  callback(null, twiml);
};

//// silent: the request's own
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(event.request.headers.from ?? 'nobody');
  callback(null, twiml);
};

//// silent: a Function that answers JSON
exports.handler = (context, event, callback) => {
  callback(null, { from: event.from, direction: event.direction });
};

//// silent: a library
//// file: functions/lib/parse.private.js
exports.parse = (event) => ({ body: event.body, sid: event.CallSid });

//// silent: a method of that name
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  event.to('x');
  twiml.say(event.From);
  callback(null, twiml);
};

//// silent: an event of something else
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(event.From);
  require('./bus').on('call', (event) => console.log(event.from, event.body));
  callback(null, twiml);
};
