//// reports: a chain with a log
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  [|client.messages
    .create({ to: context.ADMIN, from: context.SENDER, body: `Call from ${event.From}` })
    .then((message) => console.log(message.sid))|];
  {|also:callback(null, 'ok')|};
};

//// reports: errors are logged too
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  [|Runtime.getSync().lists('calls').syncListItems
    .create({ data: { from: event.From } })
    .then((item) => {
      console.log('stored', item.index);
    })
    .catch((error) => {
      console.error('not stored', error);
    })|];
  twiml.say('Hello');
  return callback(null, twiml);
};

//// reports: only errors are logged
const axios = require('axios');

exports.handler = function (context, event, callback) {
  [|axios.post(context.WEBHOOK_URL, event).catch(console.error)|];
  callback();
};

//// reports: in an async handler
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  [|client.messages
    .create({ to: event.To, from: context.SENDER, body: 'We are calling you' })
    .then((message) => console.log(message.status))|];
  try {
    const call = await client.calls.create({ to: event.To, from: context.CALLER, url: context.TWIML_URL });
    callback(null, call.sid);
  } catch (error) {
    callback(error);
  }
};

//// reports: in an arm
exports.handler = (context, event, callback) => {
  if (event.Body === 'stop') {
    [|fetch(`${context.CRM}/people/${event.From}`, { method: 'DELETE' })
      .then((response) => console.log('removed', response.status))|];
  }
  callback(null, '');
};

//// reports: finally
exports.handler = (context, event, callback) => {
  console.time('update');
  [|context.getTwilioClient().calls(event.CallSid)
    .update({ url: context.NEXT_URL })
    .finally(() => console.timeEnd('update'))|];
  callback(null, 'ok');
};

//// reports: in a variable that is not read
exports.handler = (context, event, callback) => {
  const stored = [|fetch(context.STORE, { method: 'PUT', body: event.Body }).then((response) => response.ok)|];
  callback(null, 'stored');
};

//// reports: in a helper
function track(context, name) {
  [|fetch(context.ANALYTICS, { method: 'POST', body: name })
    .then(() => console.log('tracked', name))
    .catch((error) => console.warn(error))|];
}

exports.handler = (context, event, callback) => {
  track(context, 'incoming');
  callback(null, 'ok');
};

//// reports: the answer comes by a helper
exports.handler = (context, event, callback) => {
  const respond = (text) => {
    const twiml = new Twilio.twiml.MessagingResponse();
    twiml.message(text);
    callback(null, twiml);
  };

  [|Runtime.getSync().documents('last').update({ data: event }).then((doc) => console.log(doc.revision))|];
  respond('Thanks');
};

//// reports: in the continuation that answers
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: event.To, from: context.SENDER, body: event.Body })
    .then((message) => {
      [|Runtime.getSync().maps('sent').syncMapItems
        .create({ key: message.sid, data: {} })
        .catch((error) => console.error(error))|];
      callback(null, message.sid);
    })
    .catch(callback);
};

//// reports: all of several
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const sends = event.numbers.split(',').map((to) => client.messages.create({ to, from: context.SENDER, body: event.body }));
  [|Promise.all(sends).then((messages) => console.log(messages.length, 'sent'))|];
  callback(null, 'sending');
};

//// reports: an import
exports.handler = (context, event, callback) => {
  [|import('got').then(({ default: got }) => got.post(context.HOOK, { json: event }))|];
  callback(null, 'ok');
};

//// reports: an async function of the file
async function store(event) {
  await Runtime.getSync().documents('last').update({ data: event });
}

exports.handler = (context, event, callback) => {
  [|store(event).catch((error) => console.error('not stored', error))|];
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Thanks');
  callback(null, twiml);
};

//// silent: the chain answers
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages
    .create({ to: event.To, from: context.SENDER, body: event.Body })
    .then((message) => {
      console.log(message.sid);
      callback(null, message.sid);
    })
    .catch((error) => callback(error));
};

//// silent: the chain is awaited
exports.handler = async (context, event, callback) => {
  try {
    await context.getTwilioClient().messages
      .create({ to: context.ADMIN, from: context.SENDER, body: 'Ping' })
      .then((message) => console.log(message.sid));
    callback(null, 'ok');
  } catch (error) {
    callback(error);
  }
};

//// silent: the chain is awaited before the answer
exports.handler = async (context, event, callback) => {
  const stored = fetch(context.STORE, { method: 'PUT', body: event.Body })
    .then((response) => response.ok)
    .catch(() => false);
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message((await stored) ? 'Stored' : 'Sorry');
  callback(null, twiml);
};

//// silent: the chain is a part of all
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const first = client.calls.list({ limit: 5 }).then((calls) => calls.length);
  const second = client.messages.list({ limit: 5 }).then((messages) => messages.length);
  try {
    const [calls, messages] = await Promise.all([first, second]);
    callback(null, { calls, messages });
  } catch (error) {
    callback(error);
  }
};

//// silent: no callback on the chain's path
exports.handler = (context, event, callback) => {
  if (event.ping) {
    return callback(null, 'pong');
  }
  return fetch(context.FEED_URL)
    .then((response) => response.text())
    .then((text) => callback(null, text))
    .catch(callback);
};

//// silent: simply dropped, which is another rule's
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages.create({ to: context.ADMIN, from: context.SENDER, body: 'Ping' });
  callback(null, 'ok');
};

//// silent: meant
exports.handler = (context, event, callback) => {
  void fetch(context.ANALYTICS, { method: 'POST' }).catch(() => {});
  callback(null, 'ok');
};

//// silent: the answer waits for the chain by another chain
exports.handler = (context, event, callback) => {
  const stored = fetch(context.STORE, { method: 'PUT', body: event.Body }).then((response) => response.ok);
  stored.then((ok) => callback(null, { ok })).catch((error) => callback(error));
};

//// silent: a chain that is passed on
const { waitFor } = require(Runtime.getFunctions()['lib/background'].path);

exports.handler = (context, event, callback) => {
  waitFor(fetch(context.STORE, { method: 'PUT', body: event.Body }).then((response) => response.ok));
  callback(null, 'ok');
};

//// silent: collected and awaited
exports.handler = async (context, event, callback) => {
  const sends = [];
  for (const to of event.numbers.split(',')) {
    sends.push(
      context.getTwilioClient().messages
        .create({ to, from: context.SENDER, body: event.body })
        .then((message) => message.sid),
    );
  }
  try {
    callback(null, await Promise.all(sends));
  } catch (error) {
    callback(error);
  }
};

//// silent: returned from a continuation
exports.handler = (context, event, callback) => {
  const sync = Runtime.getSync();
  sync.documents('count').fetch()
    .then((doc) => doc.update({ data: { value: doc.data.value + 1 } }).then((updated) => updated.data.value))
    .then((value) => callback(null, value))
    .catch(callback);
};

//// silent: another path
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  switch (event.action) {
    case 'hangup':
      client.calls(event.CallSid).update({ status: 'completed' })
        .then(() => callback(null, 'done'))
        .catch((error) => callback(error));
      break;
    default:
      callback(null, 'nothing to do');
  }
};

//// silent: the promise is made around the chain
const load = (url) => new Promise((resolve) => {
  fetch(url).then((response) => response.json()).then(resolve).catch(() => resolve(null));
});

exports.handler = async (context, event, callback) => {
  const feed = await load(context.FEED_URL);
  callback(null, feed);
};

//// silent: a library
//// file: functions/lib/track.private.js
exports.track = (context, name, callback) => {
  fetch(context.ANALYTICS, { method: 'POST', body: name }).then(() => console.log('tracked'));
  callback(null, 'ok');
};

//// silent: timers are no chains
exports.handler = (context, event, callback) => {
  const timer = setTimeout(() => console.log('slow'), 5000);
  callback(null, 'ok');
  clearTimeout(timer);
};

//// silent: several chains in a list that is awaited
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await Promise.all([
      client.messages.create({ to: event.To, from: context.SENDER, body: 'Hi' }).then((message) => console.log(message.sid)),
      client.calls.create({ to: event.To, from: context.CALLER, url: context.TWIML_URL }).then((call) => console.log(call.sid)),
    ]);
    callback(null, 'ok');
  } catch (error) {
    callback(error);
  }
};

//// silent: an element of an array is waited for
exports.handler = async (context, event, callback) => {
  const jobs = [fetch('https://a.example.com').catch(() => undefined)];
  await jobs[0];
  callback(null, 'ok');
};

//// reports: another element of the array is waited for
exports.handler = async (context, event, callback) => {
  const jobs = [fetch('https://a.example.com').catch(() => undefined), [|fetch('https://b.example.com').catch(() => undefined)|]];
  await jobs[0];
  callback(null, 'ok');
};
