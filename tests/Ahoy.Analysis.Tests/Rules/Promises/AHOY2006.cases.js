//// reports: map, the forgotten Promise.all
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    [|await|] event.to.split(',').map((to) => client.messages.create({ to, from: context.SENDER, body: event.body }));
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// reports: an array in a variable
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const jobs = event.numbers.map(async (to) => client.calls.create({ to, from: context.CALLER, url: context.TWIML }));
  [|await|] jobs;
  callback(null, `${jobs.length} calls`);
};

//// reports: a literal
const save = async (row) => fetch('https://db.example.com', { method: 'POST', body: JSON.stringify(row) });

const tell = async (text) => fetch('https://chat.example.com', { method: 'POST', body: text });

exports.handler = async (context, event, callback) => {
  [|await|] [save({ from: event.From }), tell(event.Body)];
  callback(null, '');
};

//// reports: the results of nothing
const axios = require('axios');

exports.handler = async function (context, event, callback) {
  const answers = [|await|] event.urls.map(url => axios.get(url));
  callback(null, answers.map(answer => answer.data));
};

//// reports: promises that were pushed
exports.handler = async (context, event, callback) => {
  const sending = [];
  for (const to of event.to.split(',')) {
    sending.push(context.getTwilioClient().messages.create({ to, from: context.SENDER, body: 'Hi' }));
  }
  [|await|] sending;
  callback(null, 'sent');
};

//// reports: flatMap
const notify = (person) => [fetch(person.mail), fetch(person.phone)];

exports.handler = async (context, event, callback) => {
  [|await|] event.people.flatMap(notify);
  callback(null, 'told');
};

//// reports: Array.from with a function
async function ring(number) {
  return fetch('https://bells.example.com/' + number);
}

exports.handler = async (context, event, callback) => {
  [|await|] Array.from({ length: 3 }, (_, index) => ring(index));
  callback(null, 'rung');
};

//// reports: a part of an array
const remove = async (sid) => fetch(`https://files.example.com/${sid}`, { method: 'DELETE' });

exports.handler = async (context, event, callback) => {
  const removals = event.sids.map(remove);
  [|await|] removals.slice(0, 10);
  callback(null, '');
};

//// reports: an array without its gaps
const push = async (device) => fetch(device.url);

exports.handler = async (context, event, callback) => {
  [|await|] event.devices.map((device) => push(device)).filter(Boolean);
  callback(null, 'pushed');
};

//// reports: what a function of the file gives
function startAll(client, numbers) {
  return numbers.map((to) => client.messages.create({ to, body: 'Start' }));
}

exports.handler = async (context, event, callback) => {
  [|await|] startAll(context.getTwilioClient(), event.numbers);
  callback(null, 'started');
};

//// reports: in a library
//// file: assets/mail.private.js
class Mailer {
  async send(to) {
    await fetch(this.url, { method: 'POST', body: to });
  }

  async sendAll(list) {
    return [|await|] list.map((to) => this.send(to));
  }
}

module.exports = Mailer;

//// reports: parentheses around it
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const gone = ([|await|] (event.sids.map((sid) => client.messages(sid).remove()))).length;
  callback(null, gone);
};

//// reports: several arrays in one
const load = async (name) => (await fetch('https://data.example.com/' + name)).json();

exports.handler = async (context, event, callback) => {
  const first = event.first.map(load);
  [|await|] [...first, load('rest')];
  callback(null, 'loaded');
};

//// silent: Promise.all
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  await Promise.all(event.to.split(',').map((to) => client.messages.create({ to, from: context.SENDER, body: 'Hi' })));
  callback(null, 'sent');
};

//// silent: an array in a variable, all of which is awaited
exports.handler = async (context, event, callback) => {
  const jobs = event.urls.map(async (url) => fetch(url));
  const answers = await Promise.allSettled(jobs);
  callback(null, answers.length);
};

//// silent: an element
const load = async (name) => (await fetch('https://data.example.com/' + name)).json();

exports.handler = async (context, event, callback) => {
  const loads = [load('a'), load('b')];
  const a = await loads[0];
  const b = await loads[1];
  callback(null, { a, b });
};

//// silent: one after the other
exports.handler = async (context, event, callback) => {
  const jobs = event.urls.map((url) => fetch(url));
  for (const job of jobs) {
    await job;
  }
  callback(null, 'done');
};

//// silent: for await
exports.handler = async (context, event, callback) => {
  let count = 0;
  for await (const answer of event.urls.map((url) => fetch(url))) {
    count += answer.ok ? 1 : 0;
  }
  callback(null, count);
};

//// silent: map without promises
exports.handler = async (context, event, callback) => {
  const upper = await event.names.map((name) => name.toUpperCase());
  callback(null, upper);
};

//// silent: a function that waits by itself
async function mapAll(list, work) {
  return Promise.all(list.map(work));
}

exports.handler = async (context, event, callback) => {
  await mapAll(event.urls, (url) => fetch(url));
  callback(null, 'done');
};

//// silent: the first of them
const ask = async (host) => (await fetch(host)).text();

exports.handler = async (context, event, callback) => {
  const answer = await Promise.any([ask('https://a.example.com'), ask('https://b.example.com')]);
  callback(null, answer);
};

//// silent: a chain of promises
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  await event.numbers.reduce((before, to) => before.then(() => client.messages.create({ to, body: 'Hi' })), Promise.resolve());
  callback(null, 'sent');
};

//// silent: a cursor of a database
const { MongoClient } = require('mongodb');

exports.handler = async (context, event, callback) => {
  const mongo = await MongoClient.connect(context.MONGO_URL);
  const people = await mongo.db('crew').collection('people').find().map(async (person) => person.name).toArray();
  callback(null, people);
};

//// silent: a stream
const { Readable } = require('stream');

exports.handler = async (context, event, callback) => {
  const lines = Readable.from(event.lines);
  const texts = await lines.map(async (line) => (await fetch(line)).text()).toArray();
  callback(null, texts);
};

//// silent: an array of values
exports.handler = async (context, event, callback) => {
  const parts = await [event.From, event.To, event.Body];
  callback(null, parts.join(' '));
};

//// silent: an array to which other things are pushed, too
const load = async (name) => (await fetch('https://data.example.com/' + name)).json();

exports.handler = async (context, event, callback) => {
  const parts = [];
  parts.push('head');
  parts.push(await load('body'));
  await parts;
  callback(null, parts.join('\n'));
};

//// silent: functions, not promises
const steps = [async () => fetch('https://a.example.com'), async () => fetch('https://b.example.com')];

exports.handler = async (context, event, callback) => {
  for (const step of steps) await step();
  await steps[0]();
  callback(null, 'done');
};

//// silent: the array goes on to another function
const pAll = require('p-all');

exports.handler = async (context, event, callback) => {
  await pAll(event.urls.map((url) => () => fetch(url)), { concurrency: 2 });
  callback(null, 'done');
};

//// silent: a list of Twilio's
exports.handler = async (context, event, callback) => {
  const messages = await context.getTwilioClient().messages.list({ limit: 20 });
  callback(null, messages.map((message) => message.sid));
};
