//// reports: a message nobody waits for
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  [|client.messages.create({ to: context.ADMIN, from: context.SENDER, body: `Call from ${event.From}` })|];
  return {|also:callback(null, 'ok')|};
};

//// reports: in an async handler
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const call = await client.calls.create({ to: event.To, from: context.CALLER, url: context.TWIML_URL });
    [|client.messages.create({ to: event.To, from: context.SENDER, body: 'We are calling you' })|];
    callback(null, call.sid);
  } catch (error) {
    callback(error);
  }
};

//// reports: an async function of the file
async function remember(context, number) {
  const sync = Runtime.getSync();
  await sync.maps('callers').syncMapItems.create({ key: number, data: { at: Date.now() } });
}

exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  [|remember(context, event.From)|];
  twiml.say('Hello');
  callback(null, twiml);
};

//// reports: a variable that is never read
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const message = [|client.messages.create({ to: event.To, from: context.SENDER, body: event.Body })|];
  callback(null, 'sent');
};

//// reports: a member of the promise instead of the result
exports.handler = function (context, event, callback) {
  const message = [|context.getTwilioClient().messages.create({ to: event.To, from: event.From, body: 'Hi' })|];
  console.log('sent', message.sid);
  callback(null, { sid: message.sid });
};

//// reports: axios
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  [|axios.post(context.WEBHOOK_URL, { from: event.From, body: event.Body })|];
  callback(null, '');
};

//// reports: an instance of axios
const axios = require('axios');

const crm = axios.create({ baseURL: 'https://crm.example.com' });

exports.handler = (context, event, callback) => {
  if (event.From) {
    [|crm.patch(`/people/${event.From}`, { lastSeen: Date.now() })|];
  }
  callback();
};

//// reports: fetch in an arm
exports.handler = (context, event, callback) => {
  event.notify === 'yes' && [|fetch(context.HOOK, { method: 'POST', body: event.Body })|];
  callback(null, 'ok');
};

//// reports: each element of a list
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  event.numbers.split(',').forEach((to) => [|client.messages.create({ to, from: context.SENDER, body: event.body })|]);
  callback(null, 'sent');
};

//// reports: map whose result is dropped
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  [|event.numbers.split(',').map(async (to) => {
    await client.messages.create({ to, from: context.SENDER, body: event.body });
  })|];
  callback(null, 'sent');
};

//// reports: all of them, and nobody waits
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const calls = await client.calls.list({ status: 'in-progress' });
  [|Promise.all(calls.map((call) => call.update({ status: 'completed' })))|];
  callback(null, calls.length);
};

//// reports: a part of the client in a variable
exports.handler = (context, event, callback) => {
  const { messages } = context.getTwilioClient();
  const service = Runtime.getSync();
  [|messages.create({ to: event.To, from: context.SENDER, body: 'One' })|];
  [|service.documents('last').update({ data: { to: event.To } })|];
  callback();
};

//// reports: a client that a helper is given
function log(sync, text) {
  [|sync.lists('log').syncListItems.create({ data: { text } })|];
}

exports.handler = (context, event, callback) => {
  const sync = Runtime.getSync({ serviceName: context.SYNC_SID });
  log(sync, event.Body);
  callback(null, 'ok');
};

//// reports: files and timers of Node
const fs = require('fs');
const os = require('os');
const path = require('path');
const { promisify } = require('util');

const appendFile = promisify(fs.appendFile);

exports.handler = (context, event, callback) => {
  const file = path.join(os.tmpdir(), 'events.log');
  [|fs.promises.writeFile(file, '')|];
  [|appendFile(file, JSON.stringify(event))|];
  callback();
};

//// reports: in a library
//// file: functions/lib/notify.private.js
exports.notify = (context, text) => {
  const client = context.getTwilioClient();
  [|client.messages.create({ to: context.ADMIN, from: context.SENDER, body: text })|];
};

//// reports: an own client
const twilio = require('twilio');

exports.handler = (context, event, callback) => {
  const client = twilio(context.OTHER_SID, context.OTHER_TOKEN);
  [|client.studio.v2.flows(event.flow).executions.create({ to: event.To, from: context.SENDER })|];
  callback(null, 'started');
};

//// reports: an async function in place
exports.handler = (context, event, callback) => {
  [|(async () => {
    const doc = await Runtime.getSync().documents('stats').fetch();
    await doc.update({ data: { count: doc.data.count + 1 } });
  })()|];
  callback(null, 'counted');
};

//// reports: a chain beside another that answers
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  [|client.messages
    .create({ to: context.ADMIN, from: context.SENDER, body: 'New call' })
    .then((message) => console.log(message.sid))|];
  client.calls
    .create({ to: event.To, from: context.CALLER, url: context.TWIML_URL })
    .then((call) => callback(null, call.sid))
    .catch((error) => callback(error));
};

//// silent: awaited
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await client.messages.create({ to: event.To, from: context.SENDER, body: event.Body });
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// silent: the chain answers
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: event.To, from: context.SENDER, body: event.Body })
    .then((message) => callback(null, message.sid))
    .catch((error) => callback(error));
};

//// silent: an async function that answers
exports.handler = (context, event, callback) => {
  run(context, event, callback);
};

async function run(context, event, callback) {
  try {
    const doc = await Runtime.getSync().documents(event.doc).fetch();
    callback(null, doc.data);
  } catch (error) {
    callback(error);
  }
}

//// silent: an async function in place that answers
exports.handler = (context, event, callback) => {
  (async () => {
    try {
      const response = await fetch(context.FEED_URL);
      callback(null, await response.json());
    } catch (error) {
      callback(error);
    }
  })();
};

//// silent: meant
exports.handler = (context, event, callback) => {
  void context.getTwilioClient().messages.create({ to: context.ADMIN, from: context.SENDER, body: 'Ping' });
  callback(null, 'ok');
};

//// silent: waited for later
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const sending = client.messages.create({ to: event.To, from: context.SENDER, body: event.Body });
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('We have sent you a message');
  try {
    await sending;
    callback(null, twiml);
  } catch (error) {
    callback(error);
  }
};

//// silent: collected and waited for
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const sends = [];
  for (const to of event.numbers.split(',')) {
    sends.push(client.messages.create({ to, from: context.SENDER, body: event.body }));
  }
  const first = fetch(context.HOOK);
  try {
    await Promise.all([...sends, first]);
    callback(null, sends.length);
  } catch (error) {
    callback(error);
  }
};

//// silent: returned by a helper
const send = (client, to) => {
  return client.messages.create({ to, from: '+15005550006', body: 'Hi' });
};

exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  send(client, event.To).then(() => callback(null, 'sent')).catch(callback);
};

//// silent: map inside of all
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const messages = await Promise.all(
    event.numbers.split(',').map((to) => client.messages.create({ to, from: context.SENDER, body: event.body })),
  );
  callback(null, messages.map((message) => message.sid));
};

//// silent: each takes a callback
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const found = [];
  client.calls.each({ limit: 10, done: () => callback(null, found) }, (call) => found.push(call.sid));
};

//// silent: the old style with a callback
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages.create({ to: event.To, from: context.SENDER, body: event.Body }, (error, message) => {
    if (error) {
      callback(error);
    } else {
      callback(null, message.sid);
    }
  });
};

//// silent: a promise that is made around it
const load = (url) => new Promise((resolve, reject) => {
  fetch(url)
    .then((response) => response.text())
    .then((text) => resolve(text.trim()))
    .catch(reject);
});

exports.handler = async (context, event, callback) => {
  try {
    callback(null, await load(context.FEED_URL));
  } catch (error) {
    callback(error);
  }
};

//// silent: a library that reports by callback
//// file: functions/lib/lookup.private.js
exports.lookup = (client, number, done) => {
  client.lookups.v2.phoneNumbers(number).fetch()
    .then((found) => done(null, found.valid))
    .catch((error) => done(error));
};

//// silent: TwiML is no request
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  const message = twiml.message('Hello');
  message.media('https://example.com/dog.jpg');
  twiml.redirect('/next');
  callback(null, twiml);
};

//// silent: names that only look like it
const store = require('some-store');

exports.handler = (context, event, callback) => {
  const cart = store.open(event.cart);
  cart.items.create({ sku: event.sku });
  cart.totals.update();
  store.remove('old');
  callback(null, cart.totals.list());
};

//// silent: a chain that the callback cuts off is another rule's
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages
    .create({ to: context.ADMIN, from: context.SENDER, body: 'Ping' })
    .then((message) => console.log(message.sid))
    .catch((error) => console.error(error));
  callback(null, 'ok');
};

//// silent: a chain without any callback is another rule's
exports.handler = (context, event, callback) => {
  fetch(context.FEED_URL)
    .then((response) => response.json())
    .then((feed) => console.log(feed.items.length));
};

//// silent: read in a closure
exports.handler = (context, event, callback) => {
  const account = context.getTwilioClient().api.v2010.accounts(context.ACCOUNT_SID).fetch();
  const answer = async () => {
    const { friendlyName } = await account;
    callback(null, friendlyName);
  };
  answer().catch(callback);
};

//// silent: not known to be a promise
const { publish } = require(Runtime.getFunctions()['lib/events'].path);

exports.handler = (context, event, callback) => {
  publish('incoming', event);
  callback();
};

//// silent: a sync function of the file
function build(event) {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(event.text);
  return twiml;
}

exports.handler = (context, event, callback) => {
  build(event);
  callback(null, build(event));
};

//// silent: a function that sometimes returns a promise
function maybeSend(client, to) {
  if (!to) {
    return null;
  }
  return client.messages.create({ to, from: '+15005550006', body: 'Hi' });
}

exports.handler = (context, event, callback) => {
  maybeSend(context.getTwilioClient(), event.To);
  callback(null, 'ok');
};

//// reports: the method of a class
class Notifier {
  constructor(client) {
    this.client = client;
  }

  async send(to) {
    return this.client.messages.create({ to, from: '+15005550006', body: 'Hi' });
  }
}

exports.handler = async (context, event, callback) => {
  const notifier = new Notifier(context.getTwilioClient());
  [|notifier.send(event.To)|];
  callback(null, 'ok');
};

//// reports: parameters that are taken apart
const send = ({ client, to, body = 'Hi' }) => client.messages.create({ to, body, from: '+15005550006' });

exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  [|send({ client, to: event.To })|];
  callback(null, 'ok');
};

//// reports: an own export
exports.remember = async (event) => {
  await Runtime.getSync().documents('last').update({ data: event });
};

exports.handler = (context, event, callback) => {
  [|exports.remember(event)|];
  callback(null, 'ok');
};

//// silent: the chain answers by what a library made of the callback
const once = require('lodash.once');

exports.handler = (context, event, callback) => {
  const done = once(callback);
  setTimeout(() => done(null, 'took too long'), 3000);
  fetch(context.FEED).then((response) => done(null, response.status), done);
};

//// silent: the chain answers by an object that holds the callback
const { Responder } = require(Runtime.getFunctions()['lib/responder'].path);

exports.handler = (context, event, callback) => {
  const responder = new Responder(callback);
  fetch(context.FEED).then((response) => responder.ok(response.status));
};

//// reports: a private method
class Pager {
  async #page(to) {
    await fetch(`https://pager.example.com/${to}`);
  }

  all(numbers) {
    for (const to of numbers) {
      [|this.#page(to)|];
    }
  }
}

exports.handler = (context, event, callback) => {
  new Pager().all(event.numbers.split(','));
  callback(null, 'paged');
};

//// reports: a private field that holds a function
class Log {
  #send = async (text) => fetch('https://log.example.com', { method: 'POST', body: text });

  write(text) {
    [|this.#send(text)|];
  }
}

exports.handler = (context, event, callback) => {
  new Log().write(event.Body);
  callback(null, '');
};

//// reports: this inside an object literal
const crm = {
  async save(person) {
    await fetch('https://crm.example.com', { method: 'PUT', body: JSON.stringify(person) });
  },

  remember(event) {
    [|this.save({ number: event.From })|];
  },
};

exports.handler = (context, event, callback) => {
  crm.remember(event);
  callback(null, '');
};

//// reports: a method of a base class
class Channel {
  async deliver(text) {
    await fetch(this.url, { method: 'POST', body: text });
  }
}

class Chat extends Channel {
  greet() {
    [|this.deliver('Hello')|];
  }
}

exports.handler = (context, event, callback) => {
  const chat = new Chat();
  chat.greet();
  [|chat.deliver('Bye')|];
  callback(null, '');
};

//// reports: super
class Store {
  async put(key) {
    await fetch('https://store.example.com/' + key, { method: 'PUT' });
  }
}

class Cache extends Store {
  put(key) {
    console.log(key);
    [|super.put(key)|];
  }
}

exports.handler = (context, event, callback) => {
  new Cache().put(event.key);
  callback(null, '');
};

//// reports: a method right after new
class Fax {
  async send(to) {
    await fetch('https://fax.example.com/' + to);
  }
}

exports.handler = (context, event, callback) => {
  [|new Fax().send(event.To)|];
  callback(null, '');
};

//// reports: this in a static method is the class
class Jobs {
  static async start(name) {
    await fetch('https://jobs.example.com/' + name);
  }

  static startAll() {
    [|this.start('nightly')|];
  }
}

exports.handler = (context, event, callback) => {
  Jobs.startAll();
  callback(null, '');
};

//// reports: a function that the constructor assigns
class Client {
  constructor(url) {
    this.ping = () => fetch(url);
  }

  check() {
    [|this.ping()|];
  }
}

exports.handler = (context, event, callback) => {
  new Client(context.URL).check();
  callback(null, '');
};

//// reports: this through a name for it
class Feed {
  async load() {
    await fetch('https://feed.example.com');
  }

  refresh(list) {
    const self = this;
    list.forEach(function () {
      [|self.load()|];
    });
  }
}

exports.handler = (context, event, callback) => {
  new Feed().refresh([1]);
  callback(null, '');
};

//// reports: both sides of ??
const fromCache = async (key) => fetch('https://cache.example.com/' + key);
const fromStore = async (key) => fetch('https://store.example.com/' + key);

exports.handler = (context, event, callback) => {
  [|fromCache(event.key)|] ?? [|fromStore(event.key)|];
  callback(null, '');
};

//// reports: a catch that is none
//// file: functions/mail.private.js
const send = async (to) => fetch('https://mail.example.com/' + to);

exports.welcome = (to) => {
  [|send(to).catch(undefined)|];
  [|send(to).catch(null)|];
  [|send(to).then(() => console.log('sent'), null)|];
  [|send(to).catch()|];
};

//// reports: a link behind the catch that can fail
//// file: functions/report.private.js
const send = async (to) => fetch('https://mail.example.com/' + to);

exports.report = (to, store) => {
  [|send(to).catch(console.error).then(() => store.done(to))|];
  [|send(to).then((answer) => answer.json(), console.error).then(async () => store.done(to))|];
};

//// reports: a tagged template
const { host } = require('./settings.json');

async function query(strings, ...values) {
  return fetch(host, { method: 'POST', body: strings.join('?') });
}

exports.handler = (context, event, callback) => {
  [|query`insert into calls values (${event.CallSid})`|];
  callback(null, '');
};

//// reports: the global Promise by its full name
exports.handler = (context, event, callback) => {
  [|globalThis.Promise.all([fetch(context.A), fetch(context.B)])|];
  callback(null, '');
};

//// reports: functions in an array and in a table
const steps = [async () => fetch('https://a.example.com'), async () => fetch('https://b.example.com')];
const actions = {
  start: async () => fetch('https://c.example.com'),
  stop: async () => fetch('https://d.example.com'),
};

exports.handler = (context, event, callback) => {
  [|steps[0]()|];
  [|actions[event.action]()|];
  callback(null, '');
};

//// reports: a getter that starts work
class Session {
  get ready() {
    return fetch('https://session.example.com');
  }

  open() {
    [|this.ready|];
  }
}

exports.handler = (context, event, callback) => {
  new Session().open();
  callback(null, '');
};

//// reports: a promise spread into an object
const details = async (number) => (await fetch('https://crm.example.com/' + number)).json();

exports.handler = (context, event, callback) => {
  callback(null, { from: event.From, ...[|details(event.From)|] });
};

//// reports: a promise that is assigned to an object
const details = async (number) => (await fetch('https://crm.example.com/' + number)).json();

exports.handler = (context, event, callback) => {
  callback(null, Object.assign({ from: event.From }, [|details(event.From)|]));
};

//// reports: an array of promises that nobody reads
const save = async (row) => fetch('https://db.example.com', { method: 'POST', body: row });

exports.handler = (context, event, callback) => {
  const both = [|[save('a'), save('b')]|];
  const rest = [|[]|];
  for (const row of event.rows) rest.push(save(row));
  console.log(both.length, rest.length);
  callback(null, '');
};

//// reports: the head of a loop
const next = async () => fetch('https://queue.example.com/next');

exports.handler = (context, event, callback) => {
  for (let i = 0; i < 3; i++, [|next()|]) {
    console.log(i);
  }
  callback(null, '');
};

//// reports: a switch, each arm of which returns a promise
function route(kind) {
  switch (kind) {
    case 'sms':
      return fetch('https://sms.example.com');
    case 'call':
      return fetch('https://call.example.com');
    default:
      throw new Error(`unknown: ${kind}`);
  }
}

exports.handler = (context, event, callback) => {
  [|route(event.kind)|];
  callback(null, '');
};

//// reports: a class that is a promise
class Task extends Promise {}

exports.handler = (context, event, callback) => {
  [|new Task((resolve) => setTimeout(resolve, 5000))|];
  callback(null, '');
};

//// silent: a promise by another name
const send = async (to) => fetch('https://mail.example.com/' + to);

exports.handler = async (context, event, callback) => {
  const first = send(event.To);
  const again = first;
  await first;
  const second = send(event.From);
  const other = second;
  await other;
  console.log(again);
  callback(null, 'sent');
};

//// silent: a catch in brackets
//// file: functions/mail.private.js
const send = async (to) => fetch('https://mail.example.com/' + to);

exports.welcome = (to, log) => {
  send(to)['catch'](log);
  send(to)?.catch(log);
};

//// silent: links behind the catch that can't fail
//// file: functions/mail.private.js
const send = async (to) => fetch('https://mail.example.com/' + to);

exports.welcome = (to, connection) => {
  send(to).catch(console.error).finally(() => connection.close());
  send(to).catch(console.error).then(() => console.log('done'));
  send(to).then((answer) => answer.ok, console.error);
};

//// silent: a function that returns a promise on some paths
const touch = (url) => (url ? fetch(url) : undefined);
const ping = (url) => url && fetch(url);

function poke(url) {
  if (!url) return;
  return fetch(url);
}

exports.handler = (context, event, callback) => {
  touch(event.url);
  ping(event.url);
  poke(event.url);
  callback(null, '');
};

//// silent: this in a function that anybody may call
class Form {
  async save() {
    await fetch('https://forms.example.com', { method: 'POST' });
  }

  bind(button) {
    button.on('click', function () {
      this.save();
    });
    return {
      save() {
        return true;
      },
      store() {
        this.save();
      },
    };
  }

  static reset() {
    this.save();
  }

  static save() {
    console.log('nothing to save');
  }
}

exports.handler = (context, event, callback) => {
  Form.reset();
  callback(null, '');
};

//// silent: a method that a derived class replaces
class Sink {
  async put(line) {
    await fetch('https://sink.example.com', { method: 'POST', body: line });
  }

  all(lines) {
    for (const line of lines) this.put(line);
  }
}

class Memory extends Sink {
  put(line) {
    this.lines = [...(this.lines || []), line];
  }
}

exports.handler = (context, event, callback) => {
  new Memory().all(event.lines);
  callback(null, '');
};

//// silent: a member that is assigned in two ways
class Probe {
  constructor(dry) {
    this.run = async () => fetch('https://probe.example.com');
    if (dry) this.run = () => console.log('dry');
  }

  start() {
    this.run();
  }
}

exports.handler = (context, event, callback) => {
  new Probe(event.dry).start();
  callback(null, '');
};

//// silent: promises that were pushed and are awaited
const save = async (row) => fetch('https://db.example.com', { method: 'POST', body: row });

exports.handler = async (context, event, callback) => {
  const jobs = [];
  for (const row of event.rows) jobs.push(save(row));
  await Promise.all(jobs);
  callback(null, `${jobs.length} rows`);
};

//// silent: a chain with an empty link in it
exports.handler = (context, event, callback) => {
  fetch(context.URL)
    .then((answer) => answer.text())
    .then()
    .catch(() => '')
    .then((text) => callback(null, text));
};

//// silent: an awaited promise spread into an object
const details = async (number) => (await fetch('https://crm.example.com/' + number)).json();

exports.handler = async (context, event, callback) => {
  callback(null, { from: event.From, ...(await details(event.From)) });
};

//// reports: a call that was fetched is changed, and the messages of a list are removed
exports.handler = async (context, event, callback) => {
  try {
    const call = await context.getTwilioClient().calls(event.CallSid).fetch();
    [|call.update({ status: 'completed' })|];
    for (const message of await context.getTwilioClient().messages.list({ limit: 50 })) [|message.remove()|];
    callback(null, 'hung up');
  } catch (error) {
    callback(error);
  }
};

//// reports: each message of a list is removed by forEach
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages.list({ limit: 50 }).then((messages) => {
    messages.forEach((message) => { [|message.remove()|]; });
    callback(null, { removed: messages.length });
  }).catch(callback);
};

//// reports: a mail
const mail = require('@sendgrid/mail');

exports.handler = (context, event, callback) => {
  mail.setApiKey(context.MAIL_KEY);
  [|mail.send({ to: 'crew@example.com', from: 'office@example.com', subject: 'Tide', text: event.text })|];
  callback(null, 'sent');
};

//// reports: the steps of a list
const steps = [async () => { await fetch('https://one.example.com'); }, async () => { await fetch('https://two.example.com'); }];

exports.handler = (context, event, callback) => {
  for (const step of steps) {
    [|step()|];
  }
  callback(null, 'ok');
};

//// silent: what was fetched is changed, and waited for
exports.handler = async (context, event, callback) => {
  try {
    const client = context.getTwilioClient();
    const call = await client.calls(event.CallSid).fetch();
    await call.update({ status: 'completed' });
    for (const message of await client.messages.list({ limit: 50 })) await message.remove();
    callback(null, 'hung up');
  } catch (error) {
    callback(error);
  }
};

//// silent: what belongs to a document is no request
exports.handler = async (context, event, callback) => {
  try {
    const document = await Runtime.getSync().documents('state').fetch();
    const { data } = document;
    data.update?.(event.key);
    document.data.remove?.();
    callback(null, data);
  } catch (error) {
    callback(error);
  }
};
