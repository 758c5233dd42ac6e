//// reports: an executor that awaits
exports.handler = async (context, event, callback) => {
  const total = await new Promise([|async|] (resolve, reject) => {
    const calls = await context.getTwilioClient().calls.list({ limit: 50 });
    resolve(calls.length);
  });
  callback(null, { total });
};

//// reports: a helper
const load = (url) => new Promise([|async|] (resolve) => {
  const response = await fetch(url);
  resolve(await response.json());
});

exports.handler = (context, event, callback) => {
  load(context.FEED_URL).then((feed) => callback(null, feed)).catch(callback);
};

//// reports: a function expression
function retry(work, times) {
  return new Promise([|async|] function (resolve, reject) {
    for (let i = 0; i < times; i++) {
      const result = await work();
      if (result.ok) {
        return resolve(result);
      }
    }
    reject(new Error('gave up'));
  });
}

exports.handler = (context, event, callback) => {
  retry(() => fetch(context.UPSTREAM), 3).then((result) => callback(null, result.status), callback);
};

//// reports: a function of the file
[|async|] function askBoth(resolve) {
  const [one, two] = await Promise.all([fetch('https://a.example.com'), fetch('https://b.example.com')]);
  resolve(one.ok && two.ok);
}

exports.handler = async (context, event, callback) => {
  const ok = await new Promise(askBoth);
  callback(null, { ok });
};

//// reports: only a part is in a try
exports.handler = async (context, event, callback) => {
  const name = await new Promise([|async|] (resolve, reject) => {
    const caller = await context.getTwilioClient().lookups.v1.phoneNumbers(event.From).fetch({ type: ['caller-name'] });
    try {
      resolve(JSON.parse(caller.callerName).caller_name);
    } catch (error) {
      reject(error);
    }
  });
  callback(null, name);
};

//// reports: try without catch
exports.handler = async (context, event, callback) => {
  const text = await new Promise([|async|] (resolve) => {
    try {
      const response = await fetch(context.FEED_URL);
      resolve(await response.text());
    } finally {
      console.log('asked');
    }
  });
  callback(null, text);
};

//// reports: something follows the try
exports.handler = async (context, event, callback) => {
  const value = await new Promise([|async|] (resolve, reject) => {
    let doc;
    try {
      doc = await Runtime.getSync().documents('count').fetch();
    } catch (error) {
      reject(error);
    }
    resolve(doc.data.value);
  });
  callback(null, value);
};

//// reports: an expression
const later = (ms, work) => new Promise([|async|] (resolve) => resolve(await work(ms)));

exports.handler = async (context, event, callback) => {
  callback(null, await later(10, async (ms) => ms * 2));
};

//// reports: in a list
exports.handler = async (context, event, callback) => {
  const pages = await Promise.all(
    event.urls.split(' ').map((url) => new Promise([|async|] (resolve) => {
      const response = await fetch(url);
      resolve(response.status);
    })),
  );
  callback(null, pages);
};

//// reports: nothing is awaited
exports.handler = async (context, event, callback) => {
  const parsed = await new Promise([|async|] (resolve) => {
    resolve(JSON.parse(event.payload));
  });
  callback(null, parsed);
};

//// reports: in a class
class Store {
  constructor(sync) {
    this.sync = sync;
  }

  read(name) {
    return new Promise([|async|] (resolve) => {
      const doc = await this.sync.documents(name).fetch();
      resolve(doc.data);
    });
  }
}

exports.handler = (context, event, callback) => {
  new Store(Runtime.getSync()).read(event.name).then((data) => callback(null, data)).catch(callback);
};

//// reports: in a library
//// file: assets/wait.private.js
module.exports.waitForCall = (client, sid) => new Promise([|async|] (resolve, reject) => {
  let call = await client.calls(sid).fetch();
  while (call.status !== 'completed') {
    await new Promise((next) => setTimeout(next, 250));
    call = await client.calls(sid).fetch();
  }
  resolve(call);
});

//// silent: a plain executor
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

exports.handler = async (context, event, callback) => {
  await sleep(500);
  callback(null, 'ok');
};

//// silent: all of it is caught
exports.handler = async (context, event, callback) => {
  const status = await new Promise(async (resolve, reject) => {
    try {
      const response = await fetch(context.UPSTREAM);
      resolve(response.status);
    } catch (error) {
      reject(error);
    }
  });
  callback(null, status);
};

//// silent: caught, and finally
exports.handler = async (context, event, callback) => {
  const text = await new Promise(async function (resolve, reject) {
    try {
      resolve(await (await fetch(context.FEED_URL)).text());
    } catch (error) {
      reject(error);
    } finally {
      console.log('asked');
    }
  });
  callback(null, text);
};

//// silent: an async function instead
const load = async (url) => {
  const response = await fetch(url);
  return response.json();
};

exports.handler = (context, event, callback) => {
  load(context.FEED_URL).then((feed) => callback(null, feed)).catch(callback);
};

//// silent: a node-style function
const fs = require('fs');

const read = (path) => new Promise((resolve, reject) => {
  fs.readFile(path, 'utf8', (error, text) => (error ? reject(error) : resolve(text)));
});

exports.handler = (context, event, callback) => {
  read(Runtime.getAssets()['/terms.txt'].path).then((text) => callback(null, text)).catch(callback);
};

//// silent: an async function inside of the executor
const poll = (client, sid) => new Promise((resolve, reject) => {
  const ask = async () => {
    const call = await client.calls(sid).fetch();
    return call.status;
  };
  ask().then(resolve, reject);
});

exports.handler = (context, event, callback) => {
  poll(context.getTwilioClient(), event.CallSid).then((status) => callback(null, status)).catch(callback);
};

//// silent: another class
class Job {
  constructor(work) {
    this.done = work();
  }
}

exports.handler = async (context, event, callback) => {
  const job = new Job(async () => 'ok');
  callback(null, await job.done);
};

//// silent: a Promise of the file's own
class Promise {
  constructor(work) {
    this.work = work;
  }
}

exports.handler = (context, event, callback) => {
  const lazy = new Promise(async () => 'ok');
  callback(null, typeof lazy.work);
};

//// silent: resolve and reject
exports.handler = async (context, event, callback) => {
  const first = await Promise.race([fetch(context.A), fetch(context.B)]);
  const second = await Promise.resolve(first.status);
  callback(null, second);
};

//// silent: async functions elsewhere
exports.handler = async (context, event, callback) => {
  const names = await Promise.all(['a', 'b'].map(async (name) => name.toUpperCase()));
  callback(null, names);
};

//// silent: an executor that is given
const { executor } = require(Runtime.getFunctions()['lib/executor'].path);

exports.handler = (context, event, callback) => {
  new Promise(executor).then((value) => callback(null, value)).catch(callback);
};

//// silent: promisify
const { promisify } = require('util');
const { exec } = require('child_process');

exports.handler = async (context, event, callback) => {
  const { stdout } = await promisify(exec)('node --version');
  callback(null, stdout.trim());
};

//// silent: an event
const { once } = require('events');

exports.handler = async (context, event, callback) => {
  const request = require('https').get(context.FEED_URL);
  const [response] = await once(request, 'response');
  callback(null, response.statusCode);
};

//// silent: a promise without arguments is somebody else's problem
exports.handler = (context, event, callback) => {
  let settle;
  const settled = new Promise((resolve) => {
    settle = resolve;
  });
  settled.then((value) => callback(null, value));
  settle('ok');
};

//// silent: an emitted async function
'use strict';
const wait = (ms) => new Promise((resolve) => {
  setTimeout(async () => {
    resolve(ms);
  }, ms);
});

exports.handler = async (context, event, callback) => {
  callback(null, await wait(10));
};
