// Runs one handler: node harness.cjs RUNTIME FUNCTION EVENT. Says on stdout, as JSON, what it did once nothing is left to do.
// RUNTIME is the folder of the host's worker, whose Twilio, Runtime, Response and context the handler gets. What the host's would ask over
// the network takes notes instead.
'use strict';

const path = require('node:path');

const [, , runtime, file, eventText] = process.argv;
const { installGlobals } = require(path.join(runtime, 'globals.js'));
const { createPrototype } = require(path.join(runtime, 'context.js'));

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

const folder = path.dirname(file);
const configuration = {
  folder: path.dirname(folder),
  context: { FROM: '+15550100' },
  functions: [{ path: '/lib/greeting', file: path.join(folder, 'lib', 'greeting.private.js') }],
  assets: [{ path: '/words.json', file: path.join(folder, 'words.private.json') }],
};

installGlobals(configuration);
const context = Object.assign(Object.create(createPrototype(configuration, { createClient: () => resource('') })), configuration.context);

globalThis.fetch = (...args) => serve('fetch', args);
for (const level of ['log', 'warn', 'error']) {
  console[level] = (...args) => outcome.logs.push(args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(' '));
}

// A response as the client would see it.
const shown = (value) => (value instanceof Response
  ? { status: value.statusCode, headers: value.headers, ...(value.body === null ? {} : { body: value.body }) }
  : value ?? null);

function callback(error, value) {
  outcome.completions.push({
    error: error instanceof Error ? error.message : error ?? null,
    value: shown(value),
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
