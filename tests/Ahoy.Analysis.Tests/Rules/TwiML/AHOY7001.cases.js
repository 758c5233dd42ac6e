//// reports: the action of a Gather
//// resources: functions/choice.protected.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const gather = twiml.gather({ numDigits: 1, action: [|'/choise'|] });
  gather.say('Press 1 for bread.');
  twiml.redirect('/choice');
  callback(null, twiml);
};

//// reports: a redirect
exports.handler = function (context, event, callback) {
  const response = new Twilio.twiml.VoiceResponse();
  response.say('One moment.');
  response.redirect([|'/queue'|]);
  return callback(null, response);
};

//// reports: with attributes before the address
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect({ method: 'POST' }, [|'/menu?attempt=2'|]);
  callback(null, twiml);
};

//// reports: relative to the document
//// file: functions/voice/incoming.protected.js
//// resources: functions/voice/menu.protected.js functions/choice.js
const VoiceResponse = require('twilio').twiml.VoiceResponse;

exports.handler = (context, event, callback) => {
  const twiml = new VoiceResponse();
  twiml.gather({ action: 'menu' }).say('Go on.');
  twiml.gather({ action: [|'choice'|] }).say('Go on.');
  twiml.redirect('../choice');
  twiml.redirect([|'./next'|]);
  callback(null, twiml);
};

//// reports: on the service's own domain
//// resources: assets/hold.mp3
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.play(`https://${context.DOMAIN_NAME}/hold.mp3`);
  twiml.play([|`https://${context.DOMAIN_NAME}/hello.mp3`|]);
  callback(null, twiml);
};

//// reports: the domain in a variable, the name in a constant
const NEXT = '/next';

exports.handler = (context, event, callback) => {
  const { DOMAIN_NAME } = context;
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|'https://' + DOMAIN_NAME + '/step'|]);
  twiml.gather({ action: [|NEXT|] });
  callback(null, twiml);
};

//// reports: as text
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody(`<Response>
    <Gather action="[|/answer|]" numDigits="1"><Say>Yes or no?</Say></Gather>
    <Redirect>[|/again|]</Redirect>
  </Response>`);
  callback(null, response);
};

//// reports: an Asset with TwiML
//// file: assets/welcome.xml
//// resources: functions/menu.js
<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Play>[|/hello.wav|]</Play>
  <Redirect method="POST">menu</Redirect>
  <Redirect>[|menus|]</Redirect>
</Response>

//// reports: the addresses of a call that is placed
//// resources: functions/answer.protected.js
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const call = await client.calls.create({
      to: context.SUPPORT, from: context.FROM,
      url: `https://${context.DOMAIN_NAME}/answer`,
      statusCallback: [|`https://${context.DOMAIN_NAME}/status`|],
    });
    callback(null, call.sid);
  } catch (error) {
    callback(error);
  }
};

//// reports: the status of a message, from a base of one's own
exports.handler = (context, event, callback) => {
  const base = `https://${context.DOMAIN_NAME}`;
  context.getTwilioClient().messages
    .create({ to: context.ME, from: context.FROM, body: 'Hi', statusCallback: [|`${base}/delivered`|] })
    .then((message) => callback(null, message.sid))
    .catch(callback);
};

//// reports: in a helper of the file
function addMenu(twiml, text) {
  const gather = twiml.gather({ action: [|'/pressed'|], numDigits: 1 });
  gather.say(text);
}

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  addMenu(twiml, 'Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// reports: the callbacks of Dial and Record
//// resources: functions/done.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const dial = twiml.dial({ action: '/done', recordingStatusCallback: [|'/recorded'|] });
  dial.conference({ waitUrl: [|'/wait.xml'|], statusCallback: '/done' }, 'Room');
  twiml.record({ action: '/done', transcribeCallback: [|'/transcribed'|] });
  callback(null, twiml);
};

//// reports: a message's status and its media
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  const message = twiml.message({ statusCallback: [|'/sms-status'|] });
  message.body('Look');
  message.media([|'/cat.png'|]);
  callback(null, twiml);
};

//// reports: in a library, where the path is whole
//// file: functions/lib/menu.private.js
const twilio = require('twilio');

module.exports.menu = () => {
  const twiml = new twilio.twiml.VoiceResponse();
  twiml.gather({ action: [|'/nowhere'|] });
  twiml.redirect('relative');
  return twiml;
};

//// reports: another case of letters, a slash at the end
//// resources: functions/choice.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: [|'/Choice'|] });
  twiml.redirect([|'/choice/'|]);
  callback(null, twiml);
};

//// silent: a Function
//// resources: functions/choice.protected.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: '/choice' }).say('Press a key.');
  twiml.redirect('/choice');
  callback(null, twiml);
};

//// silent: an Asset
//// resources: assets/music/hold.mp3 assets/wait.xml
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.play('/music/hold.mp3');
  twiml.enqueue({ waitUrl: '/wait.xml' }, 'support');
  callback(null, twiml);
};

//// silent: itself
//// file: functions/menu.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: '' }).say('Again.');
  twiml.redirect('/menu');
  twiml.redirect('?attempt=2');
  twiml.redirect('menu#top');
  callback(null, twiml);
};

//// silent: another service
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.play('https://demo.twilio.com/docs/classic.mp3');
  twiml.play('http://com.twilio.sounds.music.s3.amazonaws.com/a.mp3');
  twiml.redirect('//handler.twilio.com/twiml/EH123');
  callback(null, twiml);
};

//// silent: a computed path
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect(`/step${event.step}`);
  twiml.redirect(`https://${context.DOMAIN_NAME}/${event.next}`);
  twiml.redirect(event.next);
  twiml.play(`/${event.Digits}.mp3`);
  callback(null, twiml);
};

//// silent: a computed domain
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect(`https://${context.OTHER_SERVICE}/menu`);
  twiml.redirect(`${context.BASE_URL}/menu`);
  callback(null, twiml);
};

//// silent: relative in a library, whose document is not known
//// file: functions/lib/menu.private.js
exports.addMenu = (twiml) => {
  const other = new Twilio.twiml.VoiceResponse();
  other.redirect('menu');
  other.gather({ action: 'choice' });
  return other;
};

//// silent: a computed query
//// resources: functions/choice.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: `/choice?language=${event.language}` });
  twiml.redirect(`https://${context.DOMAIN_NAME}/choice?from=${encodeURIComponent(event.From)}`);
  callback(null, twiml);
};

//// silent: a socket
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.connect().stream({ url: `wss://${context.DOMAIN_NAME}/socket` });
  twiml.start().stream({ url: '/media' });
  callback(null, twiml);
};

//// silent: an object that is no TwiML
exports.handler = (context, event, callback) => {
  const menu = { gather: (options) => options, redirect: (to) => to };
  menu.gather({ action: '/nowhere' });
  menu.redirect('/nowhere');
  callback(null, 'ok');
};

//// silent: text that is no TwiML
exports.handler = (context, event, callback) => {
  callback(null, '<html><form action="/nowhere"></form></html>');
};

//// silent: XML that is no TwiML
//// file: assets/feed.xml
<rss><channel><Redirect>/nowhere</Redirect></channel></rss>

//// silent: a relative address in a call that is placed is none that Twilio takes
exports.handler = async (context, event, callback) => {
  try {
    await context.getTwilioClient().calls.create({ to: context.ME, from: context.FROM, url: '/nowhere' });
    callback();
  } catch (error) {
    callback(error);
  }
};

//// silent: TwiML that is handed to a call has no address
exports.handler = async (context, event, callback) => {
  try {
    await context.getTwilioClient().calls.create({ to: context.ME, from: context.FROM, twiml: '<Response><Redirect>next</Redirect></Response>' });
    callback();
  } catch (error) {
    callback(error);
  }
};

//// silent: what a percent sign escapes
//// resources: assets/on%20hold.mp3 functions/a/b.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/a/./b');
  twiml.redirect('/a/c/../b');
  callback(null, twiml);
};

//// silent: the name of a queue and a number
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.enqueue('support');
  twiml.dial().queue('support');
  twiml.dial('+15550100');
  callback(null, twiml);
};

//// silent: a variable that changes
exports.handler = (context, event, callback) => {
  let next = '/a';
  if (event.b) next = '/b';
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect(next);
  callback(null, twiml);
};
