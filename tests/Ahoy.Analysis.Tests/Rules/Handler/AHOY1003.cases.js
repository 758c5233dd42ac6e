//// reports: then and nothing else
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: event.To, from: context.SENDER, body: 'Your table is ready' })
    .[|then|]((message) => {
      callback(null, message.sid);
    });
};

//// reports: catch only logs
exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.MessagingResponse();
  fetch('https://example.com/fact')
    .then((response) => response.json())
    .then((fact) => {
      twiml.message(fact.text);
      callback(null, twiml);
    })
    .[|catch|]((error) => {
      console.error('no fact today', error);
    });
};

//// reports: catch is given console.error
exports.handler = (context, event, callback) => {
  Runtime.getSync()
    .documents('settings')
    .fetch()
    .then((doc) => callback(null, doc.data))
    .[|catch|](console.error);
};

//// reports: the second function of then only logs
const axios = require('axios');

exports.handler = (context, event, callback) => {
  axios.get(`https://example.com/users/${event.id}`).[|then|](
    ({ data }) => {
      callback(null, data);
    },
    (error) => {
      console.log(error.message);
    },
  );
};

//// reports: catch answers in one case only
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.lookups.v2
    .phoneNumbers(event.number)
    .fetch()
    .then((found) => callback(null, { valid: found.valid }))
    .[|catch|]((error) => {
      if (error.status === 404) {
        callback(null, { valid: false });
      }
    });
};

//// reports: finally is no catch
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  console.time('call');
  client.calls
    .create({ to: event.To, from: context.CALLER, url: context.TWIML_URL })
    .then((call) => callback(null, call.sid))
    .[|finally|](() => console.timeEnd('call'));
};

//// reports: a chain that is returned to nobody
exports.handler = (context, event, callback) => {
  const sync = Runtime.getSync();
  return sync.lists('visitors').syncListItems
    .create({ data: { name: event.name } })
    .[|then|]((item) => callback(null, item.index));
};

//// reports: an arrow without braces
exports.handler = (context, event, callback) =>
  import('got')
    .then(({ default: got }) => got('https://example.com/status').json())
    .[|then|]((status) => callback(null, status));

//// reports: all of several
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const people = event.people.split(',');
  Promise.all(people.map((to) => client.messages.create({ to, from: context.SENDER, body: event.body })))
    .[|then|]((messages) => callback(null, `${messages.length} sent`));
};

//// reports: a chain inside of a continuation that is not returned
exports.handler = function (context, event, callback) {
  const client = context.getTwilioClient();
  const sync = Runtime.getSync();
  sync.documents('counter').fetch()
    .then((doc) => {
      doc.update({ data: { count: doc.data.count + 1 } })
        .[|then|]((updated) => {
          callback(null, updated.data);
        });
    })
    .catch((error) => callback(error));
};

//// reports: a helper that returns the promise
const notify = (client, to, body) => client.messages.create({ to, from: '+15005550006', body });

exports.handler = (context, event, callback) => {
  notify(context.getTwilioClient(), event.To, 'Hi').[|then|](() => callback(null, 'sent'));
};

//// reports: an async helper
async function countCalls(context) {
  const calls = await context.getTwilioClient().calls.list({ status: 'completed', limit: 100 });
  return calls.length;
}

exports.handler = function (context, event, callback) {
  countCalls(context).[|then|](function (count) {
    callback(null, { count });
  });
};

//// reports: what the error passes by
exports.handler = (context, event, callback) => {
  context.getTwilioClient().conferences(event.ConferenceSid)
    .update({ status: 'completed' })
    .catch((error) => {
      console.error(error);
      throw error;
    })
    .[|then|](() => callback(null, 'closed'));
};

//// silent: catch answers
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: event.To, from: context.SENDER, body: 'Your table is ready' })
    .then((message) => {
      callback(null, message.sid);
    })
    .catch((error) => {
      console.error(error);
      callback(error);
    });
};

//// silent: catch is given the callback
exports.handler = (context, event, callback) => {
  context.getTwilioClient().api.v2010.accounts(context.ACCOUNT_SID)
    .fetch()
    .then((account) => callback(null, account.friendlyName))
    .catch(callback);
};

//// silent: then is given both
exports.handler = function (context, event, cb) {
  Runtime.getSync().maps('ships').syncMapItems(event.key).fetch().then(
    function (item) {
      cb(null, item.data);
    },
    function (error) {
      cb(error);
    },
  );
};

//// silent: then is given the callback twice
exports.handler = (context, event, callback) => {
  fetch(event.url).then((response) => response.text()).then(callback.bind(null, null), callback);
};

//// silent: finally answers
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  fetch('https://example.com/weather')
    .then((response) => response.json())
    .then((weather) => twiml.say(weather.summary))
    .catch(() => twiml.say('No weather today'))
    .finally(() => callback(null, twiml));
};

//// silent: errors are taken before the answer
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: event.To, from: context.SENDER, body: event.Body })
    .catch((error) => {
      console.error('not sent', error);
      return null;
    })
    .then((message) => callback(null, message ? message.sid : 'failed'));
};

//// silent: errors are answered by a helper
exports.handler = (context, event, callback) => {
  const fail = (error) => {
    const response = new Twilio.Response();
    response.setStatusCode(error.status || 500);
    callback(null, response);
  };

  context.getTwilioClient().queues(event.queue).members('Front')
    .update({ url: '/next', method: 'POST' })
    .then((member) => callback(null, member.callSid))
    .catch(fail);
};

//// silent: a helper makes the function that answers errors
const failWith = (callback, status) => (error) => {
  console.error(error);
  const response = new Twilio.Response();
  response.setStatusCode(status);
  callback(null, response);
};

exports.handler = (context, event, callback) => {
  fetch(context.UPSTREAM)
    .then((response) => response.json())
    .then((body) => callback(null, body))
    .catch(failWith(callback, 502));
};

//// silent: the chain goes through the continuation
exports.handler = function (context, event, callback) {
  const sync = Runtime.getSync();
  sync.documents('counter').fetch()
    .then((doc) => {
      return doc.update({ data: { count: doc.data.count + 1 } })
        .then((updated) => callback(null, updated.data));
    })
    .catch((error) => callback(error));
};

//// silent: awaited inside of a try that answers
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await client.messages
      .create({ to: event.To, from: context.SENDER, body: event.Body })
      .then((message) => callback(null, message.sid));
  } catch (error) {
    callback(error);
  }
};

//// silent: awaited by an async handler
exports.handler = async (context, event, callback) => {
  await fetch('https://example.com/jobs', { method: 'POST' })
    .then((response) => callback(null, response.status));
};

//// silent: returned by an async handler
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  return client.calls(event.CallSid)
    .update({ status: 'completed' })
    .then((call) => callback(null, call.status));
};

//// silent: the promise has two ends
exports.handler = (context, event, callback) => {
  const sending = context.getTwilioClient().messages.create({ to: event.To, from: event.From, body: 'Hi' });
  sending.then((message) => callback(null, message.sid));
  sending.catch((error) => callback(error));
};

//// silent: a chain that answers nothing
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: context.ADMIN, from: context.SENDER, body: 'Somebody called' })
    .then((message) => console.log(message.sid));
  callback(null, 'ok');
};

//// silent: a timer cannot be rejected
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Sorry for the wait');
  sleep(2000).then(() => callback(null, twiml));
};

//// silent: a helper that never rejects
async function readCount(sync) {
  try {
    const doc = await sync.documents('count').fetch();
    return doc.data.value;
  } catch (error) {
    return 0;
  }
}

exports.handler = (context, event, callback) => {
  readCount(Runtime.getSync()).then((count) => callback(null, { count }));
};

//// silent: allSettled is never rejected
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const sends = event.numbers.split(',').map((to) => client.messages.create({ to, from: context.SENDER, body: event.body }));
  Promise.allSettled(sends).then((results) => {
    callback(null, results.filter((result) => result.status === 'fulfilled').length);
  });
};

//// silent: a library
//// file: functions/lib/send.private.js
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages.create(event).then((message) => callback(null, message));
};

//// silent: one catch for some errors, and one for the rest
const Promise = require('bluebird');

exports.handler = (context, event, callback) => {
  Promise.try(() => JSON.parse(event.payload))
    .then((payload) => callback(null, payload.id))
    .catch(SyntaxError, () => callback(null, 'no JSON'))
    .catch((error) => callback(error));
};

//// reports: a catch for some errors only
const Promise = require('bluebird');

exports.handler = (context, event, callback) => {
  Promise.try(() => JSON.parse(event.payload))
    .then((payload) => callback(null, payload.id))
    .[|catch|](SyntaxError, () => callback(null, 'no JSON'));
};

//// reports: what the catch leaves behind has no members
exports.handler = (context, event, callback) => {
  fetch(context.RATES)
    .catch((error) => {
      console.warn('no rates', error);
    })
    .[|then|]((response) => callback(null, response.status));
};

//// reports: an async function that answers is called without a catch
const work = async (context, event, callback) => {
  const message = await context.getTwilioClient().messages.create({ to: event.To, from: context.SENDER, body: event.Body });
  callback(null, { sid: message.sid });
};

exports.handler = (context, event, callback) => {
  [|work|](context, event, callback);
};

//// reports: an async function that answers is called at once
exports.handler = function (context, event, callback) {
  ([|async|] () => {
    const response = await fetch('https://tides.example.com/now');
    callback(null, await response.text());
  })();
};

//// silent: an async function that answers is called, and its rejection answered
const work = async (context, event, callback) => {
  const message = await context.getTwilioClient().messages.create({ to: event.To, from: context.SENDER, body: event.Body });
  callback(null, { sid: message.sid });
};

exports.handler = (context, event, callback) => {
  work(context, event, callback).catch(callback);
};

//// silent: an async function that is called at once catches what it awaits
exports.handler = function (context, event, callback) {
  (async () => {
    try {
      const response = await fetch('https://tides.example.com/now');
      callback(null, await response.text());
    } catch (error) {
      callback(error);
    }
  })();
};

//// silent: an async function that answers is returned by an async handler
const work = async (context, callback) => {
  const queues = await context.getTwilioClient().queues.list({ limit: 5 });
  callback(null, queues.length);
};

exports.handler = async (context, event, callback) => work(context, callback);
