//// reports: a message
exports.handler = [|async|] (context, event, callback) => {
  const client = context.getTwilioClient();
  const message = await client.messages.create({ to: event.To, from: context.SENDER, body: 'Hi' });
  return callback(null, message.sid);
};

//// reports: a function expression
const axios = require('axios');

exports.handler = [|async|] function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  const { data } = await axios.get('https://example.com/headline');
  twiml.say(data.title);
  callback(null, twiml);
};

//// reports: a function declaration
[|async|] function handler(context, event, callback) {
  const doc = await Runtime.getSync().documents('motd').fetch();
  callback(null, doc.data.text);
}

exports.handler = handler;

//// reports: a method
module.exports = {
  [|async|] handler(context, event, callback) {
    const response = await fetch(context.FEED_URL);
    callback(null, await response.json());
  },
};

//// reports: before the try
exports.handler = [|async|] (context, event, callback) => {
  const client = context.getTwilioClient();
  const account = await client.api.v2010.accounts(context.ACCOUNT_SID).fetch();
  try {
    const balance = await client.balance.fetch();
    callback(null, { name: account.friendlyName, balance: balance.balance });
  } catch (error) {
    callback(error);
  }
};

//// reports: try without catch
exports.handler = [|async|] (context, event, callback) => {
  console.time('lookup');
  try {
    const found = await context.getTwilioClient().lookups.v2.phoneNumbers(event.From).fetch();
    callback(null, found.countryCode);
  } finally {
    console.timeEnd('lookup');
  }
};

//// reports: in a loop
exports.handler = [|async|] (context, event, callback) => {
  const client = context.getTwilioClient();
  for (const to of event.numbers.split(',')) {
    await client.messages.create({ to, from: context.SENDER, body: event.body });
  }
  callback(null, 'sent');
};

//// reports: several at once
exports.handler = [|async|] (context, event, callback) => {
  const client = context.getTwilioClient();
  const [calls, messages] = await Promise.all([
    client.calls.list({ limit: 5 }),
    client.messages.list({ limit: 5 }),
  ]);
  callback(null, { calls: calls.length, messages: messages.length });
};

//// reports: a helper that does not catch either
async function findAgent(context, skill) {
  const workers = await context.getTwilioClient().taskrouter.v1.workspaces(context.WORKSPACE_SID)
    .workers.list({ targetWorkersExpression: `skills HAS "${skill}"` });
  return workers[0];
}

exports.handler = [|async|] (context, event, callback) => {
  const agent = await findAgent(context, event.skill);
  callback(null, agent ? agent.friendlyName : 'nobody');
};

//// reports: in an arm only
exports.handler = [|async|] (context, event, callback) => {
  let name = event.name;
  if (!name) {
    const caller = await context.getTwilioClient().lookups.v1.phoneNumbers(event.From).fetch({ type: ['caller-name'] });
    name = caller.callerName.caller_name;
  }
  callback(null, `Hello ${name}`);
};

//// reports: an unknown function
const db = require('some-database');

exports.handler = [|async|] (context, event, callback) => {
  const rows = await db.query('select name from people where phone = $1', [event.From]);
  callback(null, rows.length ? rows[0].name : 'unknown');
};

//// reports: a chain that is returned
exports.handler = [|async|] (context, event, callback) => {
  return fetch(context.FEED_URL)
    .then((response) => response.json())
    .then((feed) => callback(null, feed.items[0]));
};

//// reports: a chain that is awaited
exports.handler = [|async|] (context, event, callback) => {
  await context.getTwilioClient().calls(event.CallSid).update({ status: 'completed' })
    .then((call) => callback(null, call.status));
};

//// silent: all of it in a try
exports.handler = async (context, event, callback) => {
  try {
    const client = context.getTwilioClient();
    const message = await client.messages.create({ to: event.To, from: context.SENDER, body: 'Hi' });
    return callback(null, message.sid);
  } catch (error) {
    return callback(error);
  }
};

//// silent: catch behind the promise
exports.handler = async (context, event, callback) => {
  const doc = await Runtime.getSync().documents('motd').fetch().catch(() => ({ data: { text: 'Hello' } }));
  callback(null, doc.data.text);
};

//// silent: then with both functions
exports.handler = async (context, event, callback) => {
  await fetch(context.FEED_URL).then(
    (response) => callback(null, response.status),
    (error) => callback(error),
  );
};

//// silent: nothing is awaited
exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`Thanks, ${event.From}`);
  return callback(null, twiml);
};

//// silent: a pause
const sleep = (delay) => new Promise((resolve) => setTimeout(resolve, delay));

exports.handler = async (context, event, callback) => {
  await sleep(Number(event.delay) || 3000);
  return callback(null, 'Timer up');
};

//// silent: a pause of another file
exports.handler = async (context, event, callback) => {
  const { sleep } = require(Runtime.getFunctions().utils.path);
  await sleep(3000);
  callback(null, 'Timer up');
};

//// silent: a pause of Node
const { setTimeout: pause } = require('timers/promises');

exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  await pause(1500);
  twiml.say('Thanks for holding');
  callback(null, twiml);
};

//// silent: loading a package
exports.handler = async (context, event, callback) => {
  const { default: got } = await import('got');
  try {
    const status = await got('https://example.com/status').json();
    callback(null, status);
  } catch (error) {
    callback(error);
  }
};

//// silent: allSettled
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const results = await Promise.allSettled(
    event.numbers.split(',').map((to) => client.messages.create({ to, from: context.SENDER, body: event.body })),
  );
  callback(null, results.map((result) => result.status));
};

//// silent: a helper that catches
async function readSettings() {
  try {
    const doc = await Runtime.getSync().documents('settings').fetch();
    return doc.data;
  } catch (error) {
    return { language: 'en' };
  }
}

exports.handler = async (context, event, callback) => {
  const settings = await readSettings();
  callback(null, settings.language);
};

//// silent: each part catches
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const sids = await Promise.all(
    event.numbers.split(',').map(async (to) => {
      try {
        const message = await client.messages.create({ to, from: context.SENDER, body: event.body });
        return message.sid;
      } catch (error) {
        return null;
      }
    }),
  );
  callback(null, sids.filter(Boolean));
};

//// silent: a wrapper catches
const withErrors = (handler) => async (context, event, callback) => {
  try {
    await handler(context, event, callback);
  } catch (error) {
    console.error(error);
    callback(error);
  }
};

exports.handler = withErrors(async (context, event, callback) => {
  const message = await context.getTwilioClient().messages(event.sid).fetch();
  callback(null, message.status);
});

//// silent: the request is answered already
exports.handler = async (context, event, callback) => {
  callback(null, 'accepted');
  await Runtime.getSync().lists('jobs').syncListItems.create({ data: event });
};

//// silent: the handler is not async
exports.handler = (context, event, callback) => {
  const load = async () => {
    const response = await fetch(context.FEED_URL);
    return response.json();
  };
  load().then((feed) => callback(null, feed)).catch(callback);
};

//// silent: thrown again on purpose
exports.handler = async (context, event, callback) => {
  try {
    const task = await context.getTwilioClient().taskrouter.v1.workspaces(context.WORKSPACE_SID).tasks(event.sid).fetch();
    callback(null, task.attributes);
  } catch (error) {
    console.error('task lookup failed', error);
    throw error;
  }
};

//// silent: try around an inner try
exports.handler = async (context, event, callback) => {
  try {
    const client = context.getTwilioClient();
    try {
      await client.conferences(event.sid).update({ status: 'completed' });
    } finally {
      console.log('tried to end', event.sid);
    }
    callback(null, 'ended');
  } catch (error) {
    callback(error);
  }
};

//// silent: an endpoint that is none
//// file: functions/lib/fetch.private.js
exports.handler = async (context, event, callback) => {
  const response = await fetch(context.FEED_URL);
  callback(null, await response.json());
};

//// silent: an array is no promise
exports.handler = async (context, event, callback) => {
  const lines = await event.to.map((to) => `to ${to}`);
  callback(null, lines);
};

//// reports: not each of an array catches
exports.handler = [|async|] (context, event, callback) => {
  const client = context.getTwilioClient();
  const sids = [];
  for await (const message of event.to.map((to) => client.messages.create({ to, from: context.FROM, body: 'x' }))) {
    sids.push(message.sid);
  }
  callback(null, sids);
};
