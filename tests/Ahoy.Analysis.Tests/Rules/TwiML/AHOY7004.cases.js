//// reports: at the end
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const gather = twiml.[|gather|]({ numDigits: 1, action: '/choice' });
  gather.say('Press 1 for bread.');
  callback(null, twiml);
};

//// reports: chained
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Welcome.');
  twiml.[|gather|]({ input: 'speech', action: '/heard' }).say('How can I help?');
  return callback(null, twiml);
};

//// reports: in one arm
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.Digits) {
    twiml.redirect('/choice');
  } else {
    twiml.[|gather|]({ numDigits: 1 }).say('Press a key.');
  }
  callback(null, twiml);
};

//// reports: in a case
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      twiml.say('Bread.');
      break;
    case '2':
      twiml.[|gather|]({ action: '/more' }).say('More?');
      break;
    default:
      twiml.hangup();
  }
  callback(null, twiml);
};

//// reports: a path that returns before what follows
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (!event.Digits) {
    twiml.[|gather|]({ numDigits: 4 }).say('Your code?');
    return callback(null, twiml);
  }
  twiml.say('Thank you.');
  return callback(null, twiml);
};

//// reports: in a helper
const askFor = (twiml, what) => {
  const gather = twiml.[|gather|]({ input: 'dtmf' });
  gather.say(`Please enter your ${what}.`);
};

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  askFor(twiml, 'code');
  callback(null, twiml);
};

//// reports: where a helper makes the response
function menu() {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.[|gather|]({ numDigits: 1 }).play('/menu.mp3');
  return twiml;
}

exports.handler = (context, event, callback) => callback(null, menu());

//// reports: in a chain's link
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  context.getTwilioClient().queues('QU1').fetch()
    .then((queue) => {
      twiml.[|gather|]({ numDigits: 1 }).say(`There are ${queue.currentSize} before you.`);
      callback(null, twiml);
    })
    .catch(() => {
      twiml.say('Sorry.');
      callback(null, twiml);
    });
};

//// reports: in a try, whatever the catch says
exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  try {
    const { data } = await require('axios').get(context.MENU);
    twiml.[|gather|]({ action: '/choice' }).say(data.text);
    return callback(null, twiml);
  } catch (error) {
    twiml.say('Please call again.');
    return callback(null, twiml);
  }
};

//// reports: as text
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody('<Response><Say>Hi</Say><[|Gather|] action="/a"><Say>Go on</Say></Gather></Response>');
  callback(null, response);
};

//// reports: in an Asset
//// file: assets/menu.xml
<?xml version="1.0"?>
<Response>
  <[|Gather|] numDigits="1" action="/choice">
    <Say>Press a key.</Say>
  </Gather>
</Response>

//// reports: said that nothing happens without input
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.[|gather|]({ action: '/choice', actionOnEmptyResult: false }).say('Press a key.');
  callback(null, twiml);
};

//// reports: the second of two
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  twiml.[|gather|]({ numDigits: 1 }).say('Please, press a key.');
  callback(null, twiml);
};

//// silent: a redirect behind it
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1, action: '/choice' }).say('Press a key.');
  twiml.redirect('/menu');
  callback(null, twiml);
};

//// silent: something said behind it
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const gather = twiml.gather({ numDigits: 1, action: '/choice' });
  gather.say('Press a key.');
  twiml.say('We heard nothing. Goodbye.');
  callback(null, twiml);
};

//// silent: hung up on purpose
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// silent: the action is asked in any case
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: '/choice', actionOnEmptyResult: true }).say('Press a key.');
  callback(null, twiml);
};

//// silent: attributes that are not known
exports.handler = (context, event, callback) => {
  const options = JSON.parse(context.GATHER);
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather(options).say('Press a key.');
  callback(null, twiml);
};

//// silent: attributes that are spread
const defaults = { timeout: 5 };

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ ...defaults, numDigits: 1 }).say('Press a key.');
  callback(null, twiml);
};

//// silent: a condition decides what follows
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  if (Number(event.attempt) < 3) {
    twiml.redirect('/menu');
  }
  callback(null, twiml);
};

//// silent: behind both arms
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.language === 'de') {
    twiml.gather({ numDigits: 1 }).say({ language: 'de-DE' }, 'Bitte drücken Sie eine Taste.');
  } else {
    twiml.gather({ numDigits: 1 }).say('Press a key.');
  }
  twiml.redirect('/menu');
  callback(null, twiml);
};

//// silent: in a loop
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  for (const text of ['One', 'Two']) {
    twiml.gather({ numDigits: 1 }).say(text);
  }
  twiml.redirect('/menu');
  callback(null, twiml);
};

//// silent: a helper adds what follows
const goodbye = (twiml) => {
  twiml.say('Goodbye.');
  twiml.hangup();
};

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  goodbye(twiml);
  callback(null, twiml);
};

//// silent: another module may add what follows
const { footer } = require(Runtime.getAssets()['/footer.js'].path);

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  footer(twiml);
  callback(null, twiml);
};

//// silent: an Asset with a way on
//// file: assets/menu.xml
<Response>
  <Gather numDigits="1" action="/choice"><Say>Press a key.</Say></Gather>
  <Redirect>/menu</Redirect>
</Response>

//// silent: text with a way on that is put in
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody(`<Response><Gather action="/a"><Say>Go on</Say></Gather>${context.FOOTER}</Response>`);
  callback(null, response);
};

//// silent: a library's, whose response goes on elsewhere
//// file: functions/lib/ask.private.js
exports.ask = () => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  return twiml;
};

//// silent: another object's method
exports.handler = (context, event, callback) => {
  const basket = { gather: (berries) => berries };
  basket.gather({ berries: 7 });
  callback();
};

//// silent: added as a child that is not known
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  twiml.addChild('Redirect', {});
  callback(null, twiml);
};

//// silent: a response that comes from where it is not followed
exports.handler = (context, event, callback) => {
  const twiml = event.sms ? new Twilio.twiml.VoiceResponse() : new Twilio.twiml.VoiceResponse();
  const { responses } = { responses: [twiml] };
  responses[0].gather({ numDigits: 1 });
  callback(null, twiml);
};
