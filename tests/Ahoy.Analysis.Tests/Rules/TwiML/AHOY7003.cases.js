//// reports: a Function that redirects to itself
//// file: functions/menu.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|'/menu'|]);
  callback(null, twiml);
};

//// reports: two Functions, in the one that sorts last
//// file: functions/b.js
//// beside: functions/a.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/b'); callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|'/a'|]);
  callback(null, twiml);
};

//// reports: three, one of them an Asset
//// file: functions/z.protected.js
//// beside: assets/start.xml <Response><Redirect>/y</Redirect></Response>
//// beside: functions/y.protected.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect({ method: 'POST' }, '/z'); callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|`https://${context.DOMAIN_NAME}/start.xml`|]);
  callback(null, twiml);
};

//// reports: an Asset to itself
//// file: assets/loop.xml
<Response>
  <Redirect>[|loop.xml|]</Redirect>
</Response>

//// reports: an empty address
//// file: functions/again.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|''|]);
  callback(null, twiml);
};

//// reports: both arms lead round
//// file: functions/check.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.CallStatus === 'completed') {
    twiml.redirect([|'/check?done=1'|]);
  } else {
    twiml.redirect('/check');
  }
  callback(null, twiml);
};

//// reports: messages, where nothing waits
//// file: functions/sms.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Hello');
  twiml.redirect([|'/sms'|]);
  callback(null, twiml);
};

//// reports: as text
//// file: functions/poll.js
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody('<Response><Redirect>[|/poll|]</Redirect></Response>');
  callback(null, response);
};

//// reports: by a helper
//// file: functions/next.js
function to(path) {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect(path);
  return twiml;
}

function around() {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|'/next'|]);
  return twiml;
}

exports.handler = (context, event, callback) => {
  callback(null, around());
};

//// reports: behind an await
//// file: functions/status.protected.js
exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  twiml.redirect([|'/status'|]);
  callback(null, twiml);
};

//// reports: a stream that starts waits for nothing
//// file: functions/record.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.start().stream({ url: 'wss://example.com' });
  twiml.redirect([|'record'|]);
  callback(null, twiml);
};

//// reports: a circle that others lead into
//// file: functions/c.js
//// beside: functions/b.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/c'); callback(null, r); };
//// beside: functions/z.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/b'); callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|'/b'|]);
  return callback(null, twiml);
};

//// silent: one that leads into a circle
//// file: functions/z.js
//// beside: functions/b.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/c'); callback(null, r); };
//// beside: functions/c.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/b'); callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/b');
  callback(null, twiml);
};

//// silent: the circle is reported where another path sorts last
//// file: functions/a.js
//// beside: functions/b.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/a'); callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/b');
  callback(null, twiml);
};

//// silent: somebody is asked on the way
//// file: functions/menu.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ numDigits: 1 }).say('Press a key.');
  twiml.redirect('/menu');
  callback(null, twiml);
};

//// silent: something is said on the way
//// file: functions/hold.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Please wait.');
  twiml.redirect('/hold');
  callback(null, twiml);
};

//// silent: a pause
//// file: functions/wait.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.pause({ length: 5 });
  twiml.redirect('wait');
  callback(null, twiml);
};

//// silent: music
//// file: assets/music.xml
<Response>
  <Play>https://example.com/hold.mp3</Play>
  <Redirect>music.xml</Redirect>
</Response>

//// silent: a path that ends
//// file: functions/check.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.done) {
    twiml.hangup();
  } else {
    twiml.redirect('/check');
  }
  callback(null, twiml);
};

//// silent: a path that leaves early
//// file: functions/check.js
exports.handler = (context, event, callback) => {
  if (event.CallStatus === 'completed') {
    return callback();
  }
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/check');
  return callback(null, twiml);
};

//// silent: the other one ends
//// file: functions/b.js
//// beside: functions/a.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); if (event.x) { r.redirect('/b'); } else { r.hangup(); } callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/a');
  callback(null, twiml);
};

//// silent: a computed way out
//// file: functions/step.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.next) {
    twiml.redirect(event.next);
  } else {
    twiml.redirect('/step');
  }
  callback(null, twiml);
};

//// silent: to another service
//// file: functions/out.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('https://example.com/out');
  callback(null, twiml);
};

//// silent: no circle
//// file: functions/b.js
//// beside: functions/a.js exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.say('Hello'); callback(null, r); };
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/a');
  callback(null, twiml);
};

//// silent: to nothing, which is another rule's
//// file: functions/b.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/a');
  callback(null, twiml);
};

//// silent: an error answers otherwise
//// file: functions/poll.js
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  try {
    await axios.get('https://example.com/ready');
    twiml.redirect('/poll');
    return callback(null, twiml);
  } catch (error) {
    twiml.say('Something went wrong.');
    return callback(null, twiml);
  }
};

//// silent: a file of which another one is not given
//// file: functions/b.js
//// resources: functions/a.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/a');
  callback(null, twiml);
};

//// silent: a response that gets more from elsewhere
//// file: functions/b.js
const { addPrompt } = require(Runtime.getFunctions()['lib/prompt'].path);

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  addPrompt(twiml);
  twiml.redirect('/b');
  callback(null, twiml);
};

//// silent: one of a chain's links ends
//// file: functions/poll.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  context.getTwilioClient().queues('support').fetch()
    .then(() => {
      twiml.redirect('/poll');
      callback(null, twiml);
    })
    .catch(() => {
      twiml.hangup();
      callback(null, twiml);
    });
};
