// Runs one handler: node harness.cjs FUNCTION EVENT. Says on stdout, as JSON, what it did once nothing is left to do.
'use strict';

const path = require('node:path');

const [, , file, eventText] = process.argv;
const event = JSON.parse(eventText);
const outcome = { completions: [], thrown: null, unhandled: null, calls: [], logs: [] };

const wait = () => new Promise((resolve) => setImmediate(resolve));

// A Twilio resource or any other service: each method logs its call, and fails where the event says so.
async function serve(name, args) {
  outcome.calls.push(args.length > 0 ? `${name}(${JSON.stringify(args[0])})` : `${name}()`);
  await wait();
  outcome.calls.push(`${name} done`);
  if (event.fail) {
    throw new Error(`${name} failed`);
  }

  return { sid: 'SM1', ok: true, json: async () => ({ from: args[0] }), ...(typeof args[0] === 'object' ? args[0] : {}) };
}

function resource(name) {
  return new Proxy(() => {}, {
    get: (_, property) => (property === 'then' ? undefined : resource(name ? `${name}.${String(property)}` : String(property))),
    // client.messages.create(…) asks the service, client.calls(sid) only names a part of it.
    apply: (_, __, args) => (name.includes('.') ? serve(name, args) : resource(name)),
  });
}

class Response {
  constructor() {
    this.status = 200;
    this.headers = {};
    this.cookies = [];
  }

  setStatusCode(status) {
    this.status = status;
    return this;
  }

  setBody(body) {
    this.body = body;
    return this;
  }

  appendHeader(name, value) {
    this.headers[name] = value;
    return this;
  }

  setCookie(name, value, attributes = []) {
    this.cookies.push([`${name}=${value}`, ...attributes].join('; '));
    return this;
  }
}

const listing = (folder, name) => ({ path: path.join(path.dirname(file), folder, name) });

global.Twilio = { Response };
global.Runtime = {
  getFunctions: () => ({ 'lib/greeting': listing('lib', 'greeting.private.js') }),
  getAssets: () => ({ '/words.json': listing('.', 'words.private.json') }),
};
global.fetch = (...args) => serve('fetch', args);
for (const level of ['log', 'warn', 'error']) {
  console[level] = (...args) => outcome.logs.push(args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(' '));
}

const context = { getTwilioClient: () => resource(''), FROM: '+15550100' };

function callback(error, value) {
  outcome.completions.push({
    error: error instanceof Error ? error.message : error ?? null,
    value: value ?? null,
    // What has been called, but not answered, when the invocation is over would be cut off.
    callsBefore: outcome.calls.length,
  });
}

process.on('unhandledRejection', (error) => {
  outcome.unhandled = error.message;
});
process.on('beforeExit', () => {
  process.stdout.write(JSON.stringify(outcome));
  process.exit(0);
});

(async () => {
  try {
    await require(file).handler(context, event, callback);
  } catch (error) {
    outcome.thrown = error.message;
  }
})();
