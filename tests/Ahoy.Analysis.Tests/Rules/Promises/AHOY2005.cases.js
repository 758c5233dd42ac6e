//// reports: an async check of the file
async function isOnDuty(context, number) {
  const item = await Runtime.getSync().maps('duty').syncMapItems(number).fetch();
  return item.data.active;
}

exports.handler = async (context, event, callback) => {
  if ([|isOnDuty(context, event.From)|]) {
    return callback(null, 'You are on duty.');
  }

  return callback(null, 'You are off duty.');
};

//// reports: the opposite of a promise
const isBlocked = async (number) => {
  const answer = await fetch(`https://blocklist.example.com/${number}`);
  return answer.status === 200;
};

exports.handler = async function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (![|isBlocked(event.From)|]) twiml.dial(context.OFFICE);
  else twiml.reject();
  callback(null, twiml);
};

//// reports: a choice between two texts
async function isOpen(context) {
  const hours = await fetch(context.HOURS_URL);
  return (await hours.json()).open;
}

exports.handler = async (context, event, callback) => {
  const text = [|isOpen(context)|] ? 'We are open.' : 'Call again tomorrow.';
  callback(null, text);
};

//// reports: one of two conditions
const mayCall = async (to) => (await fetch('https://numbers.example.com/' + to)).ok;

exports.handler = async (context, event, callback) => {
  if (event.To && [|mayCall(event.To)|]) {
    await context.getTwilioClient().calls.create({ to: event.To, from: context.CALLER, url: context.TWIML });
  }
  callback(null, 'done');
};

//// reports: the left side of a fallback
function lookUp(client, number) {
  return client.lookups.v2.phoneNumbers(number).fetch();
}

exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const found = await ([|lookUp(client, event.From)|] || { callerName: 'nobody' });
  callback(null, found.callerName);
};

//// reports: what is done if that is true
class Door {
  async isLocked() {
    return (await fetch(this.url)).status === 423;
  }

  async open() {
    [|this.isLocked()|] && await fetch(this.url, { method: 'DELETE' });
  }
}

exports.handler = async (context, event, callback) => {
  await new Door().open();
  callback(null, 'open');
};

//// reports: a loop that never ends
const axios = require('axios');

const isPending = async (id) => (await axios.get(`/jobs/${id}`)).data.pending;

exports.handler = async (context, event, callback) => {
  while ([|isPending(event.id)|]) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  callback(null, 'ready');
};

//// reports: a request to Twilio
exports.handler = async (context, event, callback) => {
  const verify = context.getTwilioClient().verify.v2.services(context.VERIFY_SID);
  if (!([|verify.verificationChecks.create({ to: event.to, code: event.code })|])) {
    return callback(null, { ok: false });
  }
  return callback(null, { ok: true });
};

//// reports: a variable that holds the promise
async function isMember(number) {
  return (await fetch(`https://crm.example.com/${number}`)).ok;
}

exports.handler = async (context, event, callback) => {
  const member = isMember(event.From);
  const twiml = new Twilio.twiml.MessagingResponse();
  if ([|member|]) {
    twiml.message('Welcome back');
  }
  callback(null, twiml);
};

//// reports: in a library
//// file: functions/guard.private.js
const users = { has: async (name) => (await fetch('https://users.example.com/' + name)).ok };

exports.check = async (event) => {
  if (!event.name || ![|users.has(event.name)|]) {
    throw new Error('unknown user');
  }
};

//// reports: a file that may be there
const fs = require('fs/promises');

exports.handler = async (context, event, callback) => {
  if ([|fs.stat('/tmp/cache.json').then(() => true, () => false)|]) {
    return callback(null, 'warm');
  }
  return callback(null, 'cold');
};

//// reports: both arms of a choice
const viaApi = async (name) => (await fetch('https://a.example.com/' + name)).ok;
const viaCache = async (name) => (await fetch('https://b.example.com/' + name)).ok;

exports.handler = async (context, event, callback) => {
  if (event.fresh ? [|viaApi(event.name)|] : [|viaCache(event.name)|]) {
    return callback(null, 'found');
  }
  return callback(null, 'not found');
};

//// reports: an old-fashioned variable
var got = require('got');

exports.handler = async function (context, event, callback) {
  var answer = got(context.STATUS_URL).json();
  if ([|answer|]) {
    callback(null, 'up');
  } else {
    callback(null, 'down');
  }
};

//// reports: a condition that is assigned
const load = async (key) => (await fetch('https://kv.example.com/' + key)).text();

exports.handler = async (context, event, callback) => {
  let text;
  if ([|text = load(event.key)|]) {
    return callback(null, await text);
  }
  return callback(null, '');
};

//// silent: the answer is awaited
async function isOnDuty(number) {
  return (await fetch('https://duty.example.com/' + number)).ok;
}

exports.handler = async (context, event, callback) => {
  if (await isOnDuty(event.From)) {
    return callback(null, 'on duty');
  }
  return callback(null, 'off duty');
};

//// silent: the answer is awaited, and negated
const isKnown = async (number) => (await fetch('https://crm.example.com/' + number)).ok;

exports.handler = async (context, event, callback) => {
  if (!(await isKnown(event.From))) return callback(null, 'Who are you?');
  return callback(null, 'Hello');
};

//// silent: a promise that is only there on some paths
exports.handler = async (context, event, callback) => {
  let sending;
  if (event.notify) {
    sending = context.getTwilioClient().messages.create({ to: event.notify, from: context.SENDER, body: 'Hi' });
  }
  if (sending) await sending;
  callback(null, 'done');
};

//// silent: a promise that is kept for the next request
let connecting;

const connect = async () => (await fetch('https://db.example.com/session')).json();

exports.handler = async (context, event, callback) => {
  if (!connecting) connecting = connect();
  const session = await connecting;
  callback(null, session.id);
};

//// silent: the same in one line
let token;

async function login(context) {
  return (await fetch(context.LOGIN_URL)).text();
}

exports.handler = async (context, event, callback) => {
  token = token || login(context);
  callback(null, await token);
};

//// silent: a function that promises on one of its paths only
function refresh(event) {
  return event.stale ? fetch('https://cache.example.com/refresh') : null;
}

exports.handler = async (context, event, callback) => {
  const refreshing = refresh(event);
  if (refreshing) await refreshing;
  callback(null, 'fresh');
};

//// silent: a function that returns early
function track(context, event) {
  if (!context.TRACKING_URL) return;
  return fetch(context.TRACKING_URL, { method: 'POST', body: event.Body });
}

exports.handler = async (context, event, callback) => {
  const tracking = track(context, event);
  if (tracking) await tracking;
  callback(null, '');
};

//// silent: an answer that is a plain value
const isWeekend = (date) => date.getDay() % 6 === 0;

exports.handler = (context, event, callback) => {
  if (isWeekend(new Date())) return callback(null, 'Call on Monday.');
  return callback(null, 'One moment.');
};

//// silent: the function itself is asked for
const notify = async (text) => fetch('https://chat.example.com', { method: 'POST', body: text });

exports.handler = async (context, event, callback) => {
  const send = event.quiet ? null : notify;
  if (send) await send(event.Body);
  if (notify) await notify('done');
  callback(null, '');
};

//// silent: the right side of a condition that is a value
const audit = async (text) => fetch('https://audit.example.com', { method: 'POST', body: text });

exports.handler = async (context, event, callback) => {
  await (event.audit && audit(event.Body));
  callback(null, '');
};

//// silent: a client that may be missing
exports.handler = async (context, event, callback) => {
  const client = event.dry ? null : context.getTwilioClient();
  if (client?.messages.create({ to: event.To, from: context.SENDER, body: 'Hi' })) {
    return callback(null, 'sent');
  }
  return callback(null, 'dry run');
};

//// silent: a member of an object that may be filled later
const cache = { rates: undefined };

const load = async () => (await fetch('https://rates.example.com')).json();

exports.handler = async (context, event, callback) => {
  if (!cache.rates) cache.rates = load();
  callback(null, await cache.rates);
};

//// silent: a parameter that some calls give a promise
function run(context, work) {
  if (work()) console.log('started');
}

exports.handler = async (context, event, callback) => {
  run(context, () => Boolean(event.Body));
  run(context, event.log);
  callback(null, '');
};

//// silent: what a promise is compared with
const ping = async () => fetch('https://example.com');

exports.handler = async (context, event, callback) => {
  const first = ping();
  const fastest = await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 50))]);
  if (fastest === undefined) return callback(null, 'slow');
  await first;
  return callback(null, 'fast');
};

//// silent: an old-fashioned variable that may have been skipped
exports.handler = async function (context, event, callback) {
  if (event.Body) {
    var sending = context.getTwilioClient().messages.create({ to: event.To, from: event.From, body: event.Body });
  }
  if (sending) {
    await sending;
  }
  callback(null, 'ok');
};

//// silent: a stream's method of the same name
const queue = { isEmpty: () => true, async drain() {} };

exports.handler = async (context, event, callback) => {
  while (!queue.isEmpty()) await queue.drain();
  callback(null, '');
};
