//// fix: a private Function
//// key: AHOY7002
//// resources: functions/choice.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: [|'/choice'|] }).say('Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// gives
//// renames: functions/choice.private.js => functions/choice.protected.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: '/choice' }).say('Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// fix: in a folder
//// key: AHOY7002
//// file: functions/voice/start.js
//// resources: functions/voice/menu.private.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect([|'menu'|]);
  callback(null, twiml);
};

//// gives
//// renames: functions/voice/menu.private.js => functions/voice/menu.protected.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('menu');
  callback(null, twiml);
};

//// fix: the file loads it by its name
//// key: AHOY7002
//// resources: functions/choice.private.js
const { keys } = require('./choice.private');

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: [|'/choice'|] }).say(`Press one of ${keys}.`);
  twiml.hangup();
  callback(null, twiml);
};

//// gives
//// renames: functions/choice.private.js => functions/choice.protected.js
const { keys } = require('./choice.protected');

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: '/choice' }).say(`Press one of ${keys}.`);
  twiml.hangup();
  callback(null, twiml);
};

//// fix: another file loads it by its name
//// key: AHOY7002
//// resources: functions/choice.private.js
//// beside: functions/menu.js const { keys } = require('./choice.private.js'); exports.handler = (context, event, callback) => callback(null, keys);
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: [|'/choice'|] }).say('Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// gives
//// writes: functions/menu.js "x = require('./choice.private.js')" => "x = require('./choice.protected.js')"
//// renames: functions/choice.private.js => functions/choice.protected.js
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: '/choice' }).say('Press a key.');
  twiml.hangup();
  callback(null, twiml);
};

//// fix: a key needs no change
//// key: AHOY7002
//// resources: functions/choice.private.js
exports.handler = (context, event, callback) => {
  const { say } = require(Runtime.getFunctions().choice.path);
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: [|'/choice'|] }).say(say);
  twiml.hangup();
  callback(null, twiml);
};

//// gives
//// renames: functions/choice.private.js => functions/choice.protected.js
exports.handler = (context, event, callback) => {
  const { say } = require(Runtime.getFunctions().choice.path);
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.gather({ action: '/choice' }).say(say);
  twiml.hangup();
  callback(null, twiml);
};

//// none: a private Asset is there for code
//// key: AHOY7002
//// resources: assets/hold.private.mp3
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.play([|'/hold.mp3'|]);
  callback(null, twiml);
};
