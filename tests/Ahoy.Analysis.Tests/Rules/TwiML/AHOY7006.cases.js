//// reports: an attribute that is misspelt
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ [|numDigit|]: 1, action: '/choice' }).say('Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// reports: an attribute in another case
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.dial({ [|callerID|]: context.FROM }, context.SUPPORT);
  callback(null, twiml);
};

//// reports: an attribute of another verb
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say({ voice: 'alice', [|timeout|]: 5 }, 'Hello');
  twiml.play({ [|voice|]: 'alice' }, 'https://example.com/a.mp3');
  callback(null, twiml);
};

//// reports: a method that the response does not have
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.[|say|]('Hello');
  callback(null, twiml);
};

//// reports: a message in a call
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.[|message|]('We will call you back.');
  callback(null, twiml);
};

//// reports: an element that cannot stand in a Gather
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const gather = twiml.gather({ numDigits: 1 });
  gather.say('Press a key.');
  gather.[|redirect|]('/menu');
  twiml.hangup();
  callback(null, twiml);
};

//// reports: a method that is misspelt
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.[|hangUp|]();
  callback(null, twiml);
};

//// reports: a value that there is not
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ input: [|'voice'|], method: [|'PUT'|] }).say('Go on.');
  twiml.reject({ reason: [|'closed'|] });
  callback(null, twiml);
};

//// reports: no number, no truth value
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.pause({ length: [|'two'|] });
  twiml.record({ playBeep: [|'yes'|] });
  callback(null, twiml);
};

//// reports: one of several values
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ input: [|['dtmf', 'voice']|] }).say('Go on.');
  const dial = twiml.dial();
  dial.number({ statusCallbackEvent: [|'initiated done'|] }, '+15550100');
  callback(null, twiml);
};

//// reports: as text
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody('<Response><[|say|]>Hello</say><Gather [|digits|]="1"><[|Dial|]>911</Dial></Gather></Response>');
  callback(null, response);
};

//// reports: in an Asset
//// file: assets/menu.xml
<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Say [|lang|]="de-DE">Hallo</Say>
  <Gather numDigits="[|one|]">
    <Say>Press a key.</Say>
    <[|Record|] />
  </Gather>
  <[|Text|]>Hello</Text>
</Response>

//// reports: for messages
//// file: assets/reply.xml
<Response>
  <Message><[|Text|]>Hello</Text></Message>
</Response>

//// reports: in a helper
function end(twiml) {
  twiml.say('Bye.');
  twiml.[|disconnect|]();
}

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  end(twiml);
  callback(null, twiml);
};

//// reports: from a library of one's own, chained
//// file: functions/lib/dial.private.js
const { twiml: { VoiceResponse } } = require('twilio');

module.exports.dial = (number) => {
  const response = new VoiceResponse();
  response.dial({ record: [|'always'|] }).number({ [|recordd|]: true }, number);
  return response;
};

//// silent: what there is
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const gather = twiml.gather({
    action: '/choice', method: 'POST', input: 'dtmf speech', numDigits: 1, timeout: 5, speechTimeout: 'auto', hints: 'bread, cake', language: 'de-DE',
    finishOnKey: '', actionOnEmptyResult: true, bargeIn: false, speechModel: 'phone_call', enhanced: true,
  });
  gather.say({ voice: 'Polly.Joanna', language: 'en-US', loop: 2 }, 'Press a key.');
  gather.pause({ length: 1 });
  gather.play({ digits: 'w1' });
  callback(null, twiml);
};

//// silent: dialling
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const dial = twiml.dial({ callerId: context.FROM, record: 'record-from-answer-dual', timeout: '20', answerOnBridge: true });
  dial.client({ statusCallbackEvent: ['initiated', 'ringing'] }, 'alice');
  dial.number('+15550100');
  dial.conference({ beep: 'onEnter', startConferenceOnEnter: false, endConferenceOnExit: 'true' }, 'Room');
  callback(null, twiml);
};

//// silent: speech marks
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const say = twiml.say('Hello');
  say.break({ strength: 'weak', time: '100ms' });
  say.sayAs({ 'interpret-as': 'telephone' }, '+15550100');
  say.prosody({ rate: 'slow' }, 'slowly');
  say.lang({ 'xml:lang': 'fr-FR' }, 'Bonjour');
  callback(null, twiml);
};

//// silent: methods of older versions
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const say = twiml.say({}, 'Hello');
  say.ssmlBreak({ time: '1s' });
  say.break_({ time: '1s' });
  say.ssmlEmphasis({ level: 'strong' }, 'now');
  callback(null, twiml);
};

//// silent: what every element has
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.comment('the menu');
  twiml.addText('text');
  twiml.addChild('Custom', { any: 'thing' });
  console.log(twiml.toString());
  callback(null, twiml);
};

//// silent: spread and computed names
const options = { numDigits: 1 };

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ ...options, [event.name]: 1 }).say('Go on.');
  twiml[event.verb]('Hello');
  callback(null, twiml);
};

//// silent: values that are not known
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ input: context.INPUT, numDigits: event.count, method: event.method }).say('Go on.');
  twiml.pause({ length: Number(event.seconds) });
  callback(null, twiml);
};

//// silent: what grows with each language and voice
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say({ voice: 'Google.xx-XX-New-Voice', language: 'xx-XX' }, 'Hello');
  twiml.gather({ language: 'xx-YY', speechModel: 'a-new-model' }).say('Go on.');
  twiml.dial({ ringTone: 'xx' }, '+15550100');
  callback(null, twiml);
};

//// silent: another object with such methods
exports.handler = (context, event, callback) => {
  const robot = { message: (text) => text, gather: () => ({ redirect: () => {} }) };
  robot.message('Hello');
  robot.gather({ berries: 1 }).redirect('/x');
  callback();
};

//// silent: a helper that gets both
const answer = (twiml, text) => (twiml.message ? twiml.message(text) : twiml.say(text));

exports.handler = (context, event, callback) => {
  const sms = new Twilio.twiml.MessagingResponse();
  const voice = new Twilio.twiml.VoiceResponse();
  answer(sms, 'Hello');
  answer(voice, 'Hello');
  callback(null, event.CallSid ? voice : sms);
};

//// silent: a variable that may be either
exports.handler = (context, event, callback) => {
  let twiml;
  if (event.CallSid) {
    twiml = new Twilio.twiml.VoiceResponse();
    twiml.say('Hello');
  } else {
    twiml = new Twilio.twiml.MessagingResponse();
    twiml.message('Hello');
  }
  callback(null, twiml);
};

//// silent: an Asset for messages
//// file: assets/reply.xml
<?xml version="1.0" encoding="UTF-8"?>
<!-- the answer -->
<Response>
  <Message action="/sent" method="POST">
    <Body>Hello</Body>
    <Media>https://example.com/cat.png</Media>
  </Message>
  <Redirect>/next</Redirect>
</Response>

//// silent: an Asset for calls
//// file: assets/call.xml
<Response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Say voice="alice">Hello <break time="1s"/> you</Say>
  <Connect><Stream url="wss://example.com"><Parameter name="a" value="b"/></Stream></Connect>
</Response>

//// silent: XML with another root
//// file: assets/site.xml
<?xml version="1.0"?>
<sitemap><Say lang="de">no TwiML</Say></sitemap>

//// silent: text with what is put in
exports.handler = (context, event, callback) => {
  const verbs = event.verbs.map((verb) => verb).join('');
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody(`<Response><Gather input="${context.INPUT}" numDigits="${4}">${verbs}</Gather></Response>`);
  callback(null, response);
};

//// silent: an Asset that is private is no TwiML
//// file: assets/template.private.xml
<Response><Sey>Hello</Sey></Response>

//// silent: the forms that Twilio still takes
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.dial({ record: true, method: 'post' }, '+15550100');
  twiml.record({ trim: 'trim-silence', maxLength: '30' });
  callback(null, twiml);
};
