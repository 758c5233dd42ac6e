//// reports: the handler is not async
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const message = [|await|] client.messages.create({ to: event.To, from: event.From, body: 'Hi' });
  callback(null, message.sid);
};

//// reports: a function expression
exports.handler = function (context, event, callback) {
  const response = [|await|] fetch('https://example.com/status');
  callback(null, response.status);
};

//// reports: a callback inside an async handler
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const numbers = event.To.split(',');
  numbers.forEach((to) => {
    [|await|] client.messages.create({ to, from: context.SENDER, body: event.Body });
  });
  callback(null, numbers.length);
};

//// reports: a helper that forgot the keyword
const axios = require('axios');

function loadRates(base) {
  const { data } = [|await|] axios.get(`https://example.com/rates/${base}`);
  return data.rates;
}

exports.handler = async (context, event, callback) => {
  try {
    callback(null, loadRates(event.base));
  } catch (error) {
    callback(error);
  }
};

//// reports: at the top of a CommonJS file
const { default: got } = [|await|] import('got');

exports.handler = (context, event, callback) => {
  got(event.url).then((r) => callback(null, r.body), callback);
};

//// reports: for await
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  for [|await|] (const page of pages(client)) {
    console.log(page);
  }
  callback();
};

//// reports: several in one function
exports.handler = (context, event, callback) => {
  const sync = Runtime.getSync();
  const list = [|await|] sync.lists('callers').fetch();
  const items = [|await|] sync.lists('callers').syncListItems.list();
  callback(null, { list: list.sid, items: items.length });
};

//// reports: a method
module.exports = {
  handler(context, event, callback) {
    const sid = [|await|] this.send(context, event);
    callback(null, sid);
  },
  async send(context, event) {
    const message = await context.getTwilioClient().messages.create({ to: event.To, from: event.From, body: 'x' });
    return message.sid;
  },
};

//// reports: a then callback
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then((response) => {
      const body = [|await|] response.json();
      return callback(null, body);
    })
    .catch(callback);
};

//// reports: a function called await that nobody declared
exports.handler = (context, event, callback) => {
  const data = [|await|](fetch(event.url));
  callback(null, data);
};

//// reports: in a condition
exports.handler = (context, event, callback) => {
  if ([|await|] isBlocked(event.From)) {
    return callback(null, 'blocked');
  }
  return callback(null, 'welcome');
};

async function isBlocked(number) {
  const response = await fetch(`https://example.com/blocked/${number}`);
  return response.ok;
}

//// reports: a generator is not async
function* pages(client) {
  let page = [|await|] client.messages.page({ pageSize: 20 });
  while (page) {
    yield page.instances;
    page = [|await|] page.nextPage();
  }
}

exports.handler = (context, event, callback) => callback(null, typeof pages);

//// reports: a getter
const config = {
  get rates() {
    return [|await|] fetch('https://example.com/rates');
  },
};

exports.handler = (context, event, callback) => callback(null, Object.keys(config));

//// silent: an async handler
exports.handler = async (context, event, callback) => {
  try {
    const message = await context.getTwilioClient().messages.create({ to: event.To, from: event.From, body: 'Hi' });
    callback(null, message.sid);
  } catch (error) {
    callback(error);
  }
};

//// silent: an async arrow inside a plain handler
exports.handler = (context, event, callback) => {
  const send = async (to) => {
    const message = await context.getTwilioClient().messages.create({ to, from: event.From, body: 'Hi' });
    return message.sid;
  };
  send(event.To).then((sid) => callback(null, sid)).catch(callback);
};

//// silent: an async method
module.exports = {
  async handler(context, event, callback) {
    try {
      callback(null, await lookup(event.From));
    } catch (error) {
      callback(error);
    }
  },
};

const lookup = async (number) => (await fetch(`https://example.com/${number}`)).json();

//// silent: for await in an async function
exports.handler = async (context, event, callback) => {
  const lines = [];
  try {
    for await (const line of reader(event.file)) {
      lines.push(line);
    }
    callback(null, lines);
  } catch (error) {
    callback(error);
  }
};

//// silent: an immediately called async function
exports.handler = (context, event, callback) => {
  (async () => {
    const response = await fetch(event.url);
    callback(null, await response.text());
  })().catch(callback);
};

//// silent: a variable called await
const await = (value) => value;

exports.handler = (context, event, callback) => {
  callback(null, await(event.Body));
};

//// silent: a parameter called await
const run = function (await, value) {
  return await(value);
};

exports.handler = (context, event, callback) => {
  callback(null, run(String, 1));
};

//// silent: a property called await
const async = require('asyncawait/async');
const tools = { await: require('asyncawait/await') };

exports.handler = (context, event, callback) => {
  const load = async(() => tools.await(fetch(event.url)));
  load().then((r) => callback(null, r.status), callback);
};

//// silent: an async generator
async function* pages(client) {
  let page = await client.messages.page({ pageSize: 20 });
  while (page) {
    yield page.instances;
    page = await page.nextPage();
  }
}

exports.handler = (context, event, callback) => callback(null, typeof pages);

//// silent: the word in a comment and a string
exports.handler = (context, event, callback) => {
  // await is not needed here
  callback(null, 'await your call');
};

//// silent: await in parameters' place of an inner async function
exports.handler = (context, event, callback) => {
  Promise.all([event.a, event.b].map(async (url) => (await fetch(url)).status))
    .then((codes) => callback(null, codes))
    .catch(callback);
};

//// silent: then instead of await
exports.handler = (context, event, callback) => {
  context.getTwilioClient().lookups.phoneNumbers(event.From).fetch()
    .then((result) => callback(null, result.nationalFormat))
    .catch((error) => callback(error));
};

//// silent: an async class method with a private helper
class Mailer {
  #send = async (body) => {
    await fetch('https://example.com/mail', { method: 'POST', body });
  };

  async deliver(bodies) {
    for (const body of bodies) {
      await this.#send(body);
    }
  }
}

exports.handler = (context, event, callback) => {
  new Mailer().deliver([event.Body]).then(() => callback(), callback);
};

//// silent: an async function in a condition
exports.handler = (context, event, callback) => {
  const load = event.cached ? () => Promise.resolve('cached') : async () => (await fetch(event.url)).text();
  load().then((text) => callback(null, text), callback);
};

//// silent: a file that is a module anyway
import { readFile } from 'node:fs/promises';

const greeting = await readFile('/tmp/greeting.txt', 'utf8');

exports.handler = (context, event, callback) => {
  callback(null, greeting);
};
