//// reports: forEach
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  event.numbers.split(',').forEach([|async|] (to) => {
    await client.messages.create({ to, from: context.SENDER, body: event.body });
  });
  callback(null, 'sent');
};

//// reports: a function expression
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const calls = await client.calls.list({ status: 'in-progress' });
  calls.forEach([|async|] function (call) {
    await call.update({ status: 'completed' });
  });
  callback(null, calls.length);
};

//// reports: filter
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  const urls = ['https://a.example.com', 'https://b.example.com'];
  const alive = urls.filter([|async|] (url) => {
    const { status } = await axios.get(url);
    return status === 200;
  });
  callback(null, alive);
};

//// reports: some
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const blocked = context.BLOCKLISTS.split(',').some([|async|] (list) => {
    const items = await Runtime.getSync().lists(list).syncListItems.list();
    return items.some((item) => item.data.number === event.From);
  });
  callback(null, { blocked, client: Boolean(client) });
};

//// reports: every
const isOpen = async (queue) => (await queue.fetch()).currentSize < 10;

exports.handler = (context, event, callback) => {
  const queues = ['sales', 'support'].map((name) => context.getTwilioClient().queues(name));
  const allOpen = queues.every([|async|] (queue) => isOpen(queue));
  callback(null, { allOpen });
};

//// reports: find
exports.handler = async (context, event, callback) => {
  const agents = JSON.parse(Runtime.getAssets()['/agents.json'].open());
  const free = agents.find([|async|] (agent) => {
    const worker = await context.getTwilioClient().taskrouter.v1.workspaces(context.WORKSPACE_SID).workers(agent.sid).fetch();
    return worker.available;
  });
  callback(null, free.name);
};

//// reports: findIndex
exports.handler = (context, event, callback) => {
  const mirrors = context.MIRRORS.split(' ');
  const index = mirrors.findIndex([|async|] (mirror) => (await fetch(mirror)).ok);
  callback(null, mirrors[index]);
};

//// reports: sort
exports.handler = async (context, event, callback) => {
  const rank = async (sid) => (await context.getTwilioClient().messages(sid).fetch()).dateSent;
  const sids = event.sids.split(',');
  sids.sort([|async|] (a, b) => (await rank(a)) - (await rank(b)));
  callback(null, sids);
};

//// reports: a Map
const people = new Map([['+15005550001', 'Ada'], ['+15005550002', 'Alan']]);

exports.handler = (context, event, callback) => {
  people.forEach([|async|] (name, to) => {
    await context.getTwilioClient().messages.create({ to, from: context.SENDER, body: `Hello ${name}` });
  });
  callback(null, people.size);
};

//// reports: a function of the file
const client = require('twilio')(process.env.ACCOUNT_SID, process.env.AUTH_TOKEN);

[|async|] function remove(recording) {
  await client.recordings(recording.sid).remove();
}

exports.handler = async (context, event, callback) => {
  const recordings = await client.recordings.list({ limit: 20 });
  recordings.forEach(remove);
  callback(null, recordings.length);
};

//// reports: the keys of an object
exports.handler = (context, event, callback) => {
  Object.keys(event).forEach([|async|] (key) => {
    await Runtime.getSync().maps('params').syncMapItems.create({ key, data: { value: event[key] } });
  });
  callback();
};

//// reports: all around it does not help
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  await Promise.all(event.numbers.split(',').forEach([|async|] (to) => {
    await client.messages.create({ to, from: context.SENDER, body: event.body });
  }));
  callback(null, 'sent');
};

//// reports: in a library
//// file: functions/lib/broadcast.private.js
exports.broadcast = (client, numbers, body) => {
  numbers.forEach([|async|] (to) => {
    await client.messages.create({ to, from: '+15005550006', body });
  });
};

//// silent: map inside of all
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const sids = await Promise.all(
    event.numbers.split(',').map(async (to) => {
      const message = await client.messages.create({ to, from: context.SENDER, body: event.body });
      return message.sid;
    }),
  );
  callback(null, sids);
};

//// silent: for of
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  for (const to of event.numbers.split(',')) {
    await client.messages.create({ to, from: context.SENDER, body: event.body });
  }
  callback(null, 'sent');
};

//// silent: a function that is not async
exports.handler = (context, event, callback) => {
  const lines = [];
  event.numbers.split(',').forEach((number) => {
    lines.push(number.trim());
  });
  callback(null, lines.filter((line) => line.startsWith('+')));
};

//// silent: a stream
const fs = require('fs');

exports.handler = async (context, event, callback) => {
  const rows = fs.createReadStream(Runtime.getAssets()['/people.csv'].path);
  await rows.forEach(async (chunk) => {
    await Runtime.getSync().lists('rows').syncListItems.create({ data: { text: chunk.toString() } });
  });
  callback(null, 'done');
};

//// silent: a stream made of a list
const { Readable } = require('stream');

exports.handler = async (context, event, callback) => {
  const mobile = await Readable.from(event.numbers.split(','))
    .filter(async (number) => (await context.getTwilioClient().lookups.v2.phoneNumbers(number).fetch()).valid)
    .toArray();
  callback(null, mobile);
};

//// silent: lodash
const _ = require('lodash');

exports.handler = (context, event, callback) => {
  const names = _.sortBy(event.names.split(','));
  _.forEach(names, async (name) => console.log(name));
  callback(null, names);
};

//// silent: an own class
class Batch {
  constructor(items) {
    this.items = items;
  }

  async forEach(work) {
    for (const item of this.items) {
      await work(item);
    }
  }
}

exports.handler = async (context, event, callback) => {
  const batch = new Batch(event.numbers.split(','));
  await batch.forEach(async (to) => {
    await context.getTwilioClient().messages.create({ to, from: context.SENDER, body: event.body });
  });
  callback(null, 'sent');
};

//// silent: reduce chains the promises
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  await event.numbers.split(',').reduce(async (before, to) => {
    await before;
    await client.messages.create({ to, from: context.SENDER, body: event.body });
  }, Promise.resolve());
  callback(null, 'sent');
};

//// silent: answers are awaited first
exports.handler = async (context, event, callback) => {
  const numbers = event.numbers.split(',');
  const valid = await Promise.all(numbers.map(async (n) => (await context.getTwilioClient().lookups.v2.phoneNumbers(n).fetch()).valid));
  callback(null, numbers.filter((number, index) => valid[index]));
};

//// silent: a client of a database
const { MongoClient } = require('mongodb');

exports.handler = async (context, event, callback) => {
  const mongo = await MongoClient.connect(context.MONGO_URL);
  const cursor = mongo.db('crm').collection('people').find({ phone: event.From });
  await cursor.forEach(async (person) => {
    console.log(person.name);
  });
  callback(null, 'done');
};

//// silent: another method of the array
exports.handler = async (context, event, callback) => {
  const tasks = ['a', 'b'].map(async (name) => `${name}!`);
  tasks.push(Promise.resolve('c'));
  callback(null, await Promise.all(tasks));
};

//// silent: the second argument
exports.handler = (context, event, callback) => {
  const seen = [];
  event.names.split(',').forEach(seen.push, seen);
  callback(null, seen);
};

//// silent: a function that returns a sync function
const by = (key) => (a, b) => a[key] - b[key];

exports.handler = async (context, event, callback) => {
  const calls = await context.getTwilioClient().calls.list({ limit: 20 });
  callback(null, calls.sort(by('duration')).map((call) => call.sid));
};

//// silent: async beside the loop
exports.handler = async (context, event, callback) => {
  const print = async (line) => console.log(line);
  event.lines.split('\n').forEach((line) => {
    void print(line);
  });
  callback();
};

//// silent: an async function in a variable that is called
exports.handler = async (context, event, callback) => {
  const find = async (sid) => context.getTwilioClient().messages(sid).fetch();
  const message = await find(event.sid);
  callback(null, message.body);
};

//// reports: every with a function that returns a promise
exports.handler = async (context, event, callback) => {
  const up = event.urls.every([|(url) =>|] fetch(url));
  callback(null, up ? 'all up' : 'some down');
};

//// reports: filter with a function of the file that is not async
function isGood(url) {
  return fetch(url).then((answer) => answer.ok);
}

exports.handler = async (context, event, callback) => {
  const good = event.urls.filter((url) => url.length > 0).filter([|isGood|]);
  callback(null, good);
};

//// reports: a block that returns a promise on each path
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const known = event.numbers.split(',').some([|function (number)|] {
    if (number.startsWith('+')) {
      return client.lookups.v2.phoneNumbers(number).fetch();
    }
    return Promise.resolve(false);
  });
  callback(null, known);
};

//// reports: from the end of the list
exports.handler = async (context, event, callback) => {
  const last = event.sids.findLast([|async|] (sid) => (await fetch(sid)).ok);
  const index = event.sids.findLastIndex([|(sid) =>|] fetch(sid));
  callback(null, { last, index });
};

//// reports: a function that promisify made
const fs = require('fs');
const { promisify } = require('util');

const access = promisify(fs.access);

exports.handler = async (context, event, callback) => {
  callback(null, event.files.filter([|access|]));
};

//// silent: predicates whose promises are for some elements only
exports.handler = async (context, event, callback) => {
  const ready = event.urls.filter((url) => url && url.length);
  const checks = event.urls.filter((url) => (url.startsWith('https') ? fetch(url) : null));
  callback(null, [ready, checks].length);
};

//// silent: an object that is not known, and whose answer is awaited
const store = require('./store.json');

exports.handler = async (context, event, callback) => {
  const person = await store.people.find(async (one) => one.number === event.From);
  const all = await store.people.filter((one) => fetch(one.url)).then((list) => list.length);
  callback(null, { person, all });
};
