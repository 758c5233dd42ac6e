//// reports: a private Function
//// resources: functions/choice.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: [|'/choice'|] }).say('Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// reports: a private Asset
//// resources: assets/hold.private.mp3
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.play([|'/hold.mp3'|]);
  callback(null, twiml);
};

//// reports: by the service's domain
//// resources: assets/greeting.private.wav
exports.handler = function (context, event, callback) {
  var response = new Twilio.twiml.VoiceResponse();
  response.play([|'https://' + context.DOMAIN_NAME + '/greeting.wav'|]);
  callback(null, response);
};

//// reports: relative
//// file: functions/voice/start.js
//// resources: functions/voice/menu.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|'menu'|]);
  callback(null, twiml);
};

//// reports: a status callback
//// resources: functions/status.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message({ statusCallback: [|'/status'|] }, 'Thanks');
  callback(null, twiml);
};

//// reports: the TwiML of a call that is placed
//// resources: assets/hello.private.xml
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.calls
    .create({ to: context.ME, from: context.FROM, url: [|`https://${context.DOMAIN_NAME}/hello.xml`|] })
    .then((call) => callback(null, call.sid), callback);
};

//// reports: as text
//// resources: functions/again.private.js
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody('<Response><Redirect>[|/again|]</Redirect></Response>');
  callback(null, response);
};

//// reports: in an Asset
//// file: assets/menu.xml
//// resources: functions/pressed.private.js
<Response>
  <Gather action="[|/pressed|]">
    <Say>Press a key.</Say>
  </Gather>
  <Hangup/>
</Response>

//// reports: the music of a queue
//// resources: functions/wait.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.enqueue({ waitUrl: [|'/wait'|], action: '/subject' }, 'support');
  callback(null, twiml);
};

//// reports: with a query
//// resources: functions/choice.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|`/choice?attempt=${Number(event.attempt) + 1}`|]);
  callback(null, twiml);
};

//// reports: in a helper
//// resources: functions/lib/next.private.js
const ask = (twiml) => twiml.gather({ action: [|'/lib/next'|] });

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  ask(twiml).say('What now?');
  twiml.say('Bye.');
  callback(null, twiml);
};

//// reports: a number that is updated
//// resources: functions/sms.private.js
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await client.incomingPhoneNumbers(context.NUMBER_SID).update({ smsUrl: [|`https://${context.DOMAIN_NAME}/sms`|] });
    callback();
  } catch (error) {
    callback(error);
  }
};

//// silent: a protected Function
//// resources: functions/choice.protected.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/choice');
  callback(null, twiml);
};

//// silent: a protected Asset
//// resources: assets/hold.protected.mp3
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.play('/hold.mp3');
  callback(null, twiml);
};

//// silent: nothing at all, which is another rule's
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/nothing');
  callback(null, twiml);
};

//// silent: a private one beside a public one
//// resources: functions/a.private.js assets/a
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/a');
  callback(null, twiml);
};

//// silent: a private library that is loaded
//// resources: functions/lib/menu.private.js
exports.handler = (context, event, callback) => {
  const { menu } = require(Runtime.getFunctions()['lib/menu'].path);
  callback(null, menu());
};

//// silent: another service's path
//// resources: functions/choice.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('https://example.com/choice');
  callback(null, twiml);
};

//// silent: a computed path
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect(`/${event.step}`);
  callback(null, twiml);
};

//// silent: a text that is spoken
//// resources: functions/choice.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('/choice');
  callback(null, twiml);
};

//// silent: an attribute that is no address
//// resources: functions/POST.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ method: 'POST', hints: '/POST', finishOnKey: '#' }).say('Go on.');
  twiml.hangup();
  callback(null, twiml);
};

//// silent: relative in a library
//// file: functions/lib/reply.private.js
//// resources: functions/lib/next.private.js
exports.reply = () => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('next');
  return twiml;
};

//// silent: another folder
//// file: functions/voice/start.js
//// resources: functions/menu.private.js functions/voice/menu.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('menu');
  callback(null, twiml);
};

//// silent: an object that is no TwiML
//// resources: functions/choice.private.js
exports.handler = (context, event, callback) => {
  const router = require('./router');
  router.redirect('/choice');
  callback();
};

//// silent: an Asset that is right
//// file: assets/menu.xml
//// resources: functions/pressed.protected.js
<Response>
  <Gather action="/pressed"><Say>Press a key.</Say></Gather>
  <Hangup/>
</Response>

//// silent: XML that is no TwiML
//// file: assets/site.xml
//// resources: functions/pressed.private.js
<site><Redirect>/pressed</Redirect></site>

//// silent: a relative address in a call that is placed
//// resources: functions/hello.private.js
exports.handler = async (context, event, callback) => {
  try {
    await context.getTwilioClient().calls.create({ to: context.ME, from: context.FROM, url: '/hello' });
    callback();
  } catch (error) {
    callback(error);
  }
};
