//// reports: behind a redirect
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/next');
  twiml.[|say|]('We put you through.');
  callback(null, twiml);
};

//// reports: behind a hang-up
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Goodbye.');
  twiml.hangup();
  twiml.[|dial|](context.SUPPORT);
  callback(null, twiml);
};

//// reports: behind a rejection
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.reject({ reason: 'busy' });
  twiml.[|say|]('You are blocked.');
  callback(null, twiml);
};

//// reports: the first of several
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.hangup();
  twiml.[|pause|]({ length: 1 });
  twiml.say('Hello?');
  twiml.redirect('/again');
  callback(null, twiml);
};

//// reports: in an arm
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (context.CLOSED) {
    twiml.hangup();
    twiml.[|say|]('We are closed.');
  } else {
    twiml.dial(context.SUPPORT);
  }
  callback(null, twiml);
};

//// reports: behind both arms
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.Digits === '1') {
    twiml.redirect('/bread');
  } else {
    twiml.redirect('/support');
  }
  twiml.[|say|]('Thank you.');
  callback(null, twiml);
};

//// reports: a message behind a redirect
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.redirect('/sms');
  twiml.[|message|]('Thanks!');
  callback(null, twiml);
};

//// reports: as text
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody('<Response><Hangup/><[|Say|]>Bye</Say></Response>');
  callback(null, response);
};

//// reports: in an Asset
//// file: assets/closed.xml
<Response>
  <Reject reason="busy"/>
  <[|Play|]>https://example.com/closed.mp3</Play>
</Response>

//// reports: a helper that ends the call
function end(twiml) {
  twiml.say('Goodbye.');
  twiml.hangup();
}

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  end(twiml);
  twiml.[|redirect|]('/survey');
  callback(null, twiml);
};

//// reports: behind every case
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      twiml.redirect('/one');
      break;
    default:
      twiml.hangup();
  }
  twiml.[|gather|]({ numDigits: 1 }).say('Once more?');
  twiml.redirect('/menu');
  callback(null, twiml);
};

//// reports: a nested element does not reach what follows either
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('/next');
  const dial = twiml.[|dial|]();
  dial.conference('Room');
  callback(null, twiml);
};

//// silent: the redirect last
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('One moment.');
  twiml.redirect('/next');
  callback(null, twiml);
};

//// silent: in another arm
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.Digits === '1') {
    twiml.redirect('/bread');
  } else {
    twiml.say('Goodbye.');
  }
  callback(null, twiml);
};

//// silent: one arm goes on
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.Digits === '1') {
    twiml.redirect('/bread');
  }
  twiml.say('Goodbye.');
  callback(null, twiml);
};

//// silent: a path that returns
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (context.CLOSED) {
    twiml.hangup();
    return callback(null, twiml);
  }
  twiml.dial(context.SUPPORT);
  return callback(null, twiml);
};

//// silent: behind what waits
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.dial({ timeout: 10 }, context.SUPPORT);
  twiml.say('Nobody answers.');
  twiml.record({ maxLength: 30 });
  twiml.hangup();
  callback(null, twiml);
};

//// silent: two responses
exports.handler = (context, event, callback) => {
  const goodbye = new Twilio.twiml.VoiceResponse();
  goodbye.hangup();
  const hello = new Twilio.twiml.VoiceResponse();
  hello.say('Hello.');
  callback(null, event.hello ? hello : goodbye);
};

//// silent: a loop whose first round reaches it
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  for (const step of ['/a', '/b']) {
    twiml.say('Next.');
    twiml.redirect(step);
  }
  callback(null, twiml);
};

//// silent: a case that breaks
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      twiml.redirect('/one');
      break;
    case '2':
      twiml.say('Two.');
      break;
  }
  callback(null, twiml);
};

//// silent: a redirect of another kind
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setStatusCode(302);
  response.appendHeader('Location', '/next');
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Hi');
  callback(null, response);
};

//// silent: in the gather before
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  const gather = twiml.gather({ numDigits: 1 });
  twiml.redirect('/menu');
  gather.say('Press a key.');
  callback(null, twiml);
};

//// silent: a link of a chain that runs when the other one does not
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  context.getTwilioClient().queues('QU1').fetch()
    .then(() => {
      twiml.redirect('/queue');
      callback(null, twiml);
    })
    .catch(() => {
      twiml.say('Sorry.');
      callback(null, twiml);
    });
};

//// silent: a catch
exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  try {
    await context.getTwilioClient().queues('QU1').fetch();
    twiml.redirect('/queue');
  } catch (error) {
    twiml.say('Sorry.');
  }
  callback(null, twiml);
};

//// silent: an Asset that is right
//// file: assets/bye.xml
<Response>
  <Say>Goodbye.</Say>
  <Hangup/>
</Response>

//// silent: a helper that ends the call in one of its arms
function endIfClosed(twiml, context) {
  if (context.CLOSED) {
    twiml.hangup();
    return true;
  }
  return false;
}

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  endIfClosed(twiml, context);
  twiml.say('Welcome.');
  callback(null, twiml);
};

//// silent: enqueue and connect
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.connect({ action: '/done' }).stream({ url: 'wss://example.com' });
  twiml.enqueue('support');
  twiml.leave();
  callback(null, twiml);
};

//// silent: a response that is not followed
exports.handler = (context, event, callback) => {
  const answers = { hello: new Twilio.twiml.VoiceResponse() };
  answers.hello.redirect('/a');
  answers.hello.say('Hello');
  callback(null, answers.hello);
};
