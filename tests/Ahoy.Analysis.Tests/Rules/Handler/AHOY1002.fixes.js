//// fix: the end of the handler, with its response
//// key: AHOY1002
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Hello');
[|}|];

//// gives
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Hello');
  callback(null, twiml);
};

//// fix: an early return
//// key: AHOY1002
exports.handler = function (context, event, callback) {
  if (!event.Digits) {
    console.log('caller pressed nothing');
    [|return;|]
  }

  callback(null, event.Digits);
};

//// gives
//// run: {} => { "value": null }
exports.handler = function (context, event, callback) {
  if (!event.Digits) {
    console.log('caller pressed nothing');
    return callback(null);
  }

  callback(null, event.Digits);
};

//// fix: a catch that only logs
//// key: AHOY1002
//// run: { "fail": true } => { "completions": 0 }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const message = await client.messages.create({ to: event.To });
    return callback(null, message.sid);
  } catch (error) {
    console.error('could not send', error);
  [|}|]
};

//// gives
//// run: { "fail": true } => { "error": "messages.create failed" }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const message = await client.messages.create({ to: event.To });
    return callback(null, message.sid);
  } catch (error) {
    console.error('could not send', error);
    return callback(error);
  }
};

//// fix: a catch behind which the handler goes on
//// key: AHOY1002
exports.handler = async function (context, event, callback) {
  const client = context.getTwilioClient();
  try {
    const message = await client.messages.create({ to: event.To });
    callback(null, message.sid);
  } catch (err) {
    console.error(err.message);
  [|}|]
  console.log('done');
};

//// gives
//// run: { "fail": true } => { "error": "messages.create failed" }
exports.handler = async function (context, event, callback) {
  const client = context.getTwilioClient();
  try {
    const message = await client.messages.create({ to: event.To });
    callback(null, message.sid);
  } catch (err) {
    console.error(err.message);
    callback(err);
  }
  console.log('done');
};

//// fix: one arm of an if, and a callback of another name
//// key: AHOY1002
exports.handler = (context, event, done) => {
  const response = new Twilio.Response();
  if (event.token === 'let me in') {
    response.setBody({ ok: true });
    done(null, response);
  } else {
    response.setStatusCode(403);
  [|}|]
};

//// gives
exports.handler = (context, event, done) => {
  const response = new Twilio.Response();
  if (event.token === 'let me in') {
    response.setBody({ ok: true });
    done(null, response);
  } else {
    response.setStatusCode(403);
    return done(null, response);
  }
};

//// fix: one case of a switch
//// key: AHOY1002
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      twiml.redirect('https://example.com/sales');
      callback(null, twiml);
      break;
    case '2':
      twiml.redirect('https://example.com/support');
      [|break;|]
    default:
      twiml.hangup();
      callback(null, twiml);
  }
};

//// gives
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      twiml.redirect('https://example.com/sales');
      callback(null, twiml);
      break;
    case '2':
      twiml.redirect('https://example.com/support');
      callback(null, twiml);
      break;
    default:
      twiml.hangup();
      callback(null, twiml);
  }
};

//// fix: two responses, of which neither can be known to be meant
//// key: AHOY1002
exports.handler = (context, event, callback) => {
  const voice = new Twilio.twiml.VoiceResponse();
  const sms = new Twilio.twiml.MessagingResponse();
  voice.hangup();
  sms.message('Hello');
[|}|];

//// gives
exports.handler = (context, event, callback) => {
  const voice = new Twilio.twiml.VoiceResponse();
  const sms = new Twilio.twiml.MessagingResponse();
  voice.hangup();
  sms.message('Hello');
  callback(null);
};

//// fix: an if without an else gets one
//// key: AHOY1002
exports.handler = function (context, event, done) {
  const twiml = new Twilio.twiml.MessagingResponse();

  if (event.Body === 'start') {
    twiml.message('Welcome aboard!');
    done(null, twiml);
  } else if (event.Body === 'stop') {
    twiml.message('Sorry to see you go.');
    done(null, twiml);
  }
[|}|];

//// gives
exports.handler = function (context, event, done) {
  const twiml = new Twilio.twiml.MessagingResponse();

  if (event.Body === 'start') {
    twiml.message('Welcome aboard!');
    done(null, twiml);
  } else if (event.Body === 'stop') {
    twiml.message('Sorry to see you go.');
    done(null, twiml);
  } else {
    done(null, twiml);
  }
};

//// none: a chain is not waited for by it
//// key: AHOY1002
exports.handler = (context, event, callback) => {
  import('nanoid').then(({ nanoid }) => {
    console.log(nanoid());
  });
[|}|];
