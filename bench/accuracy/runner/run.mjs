// Runs a case's Function as the platform does, and says what was seen.
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { Clock } from './clock.mjs';
import { Services } from './services.mjs';
import { Response, isRestricted, sent, twimlOf } from './response.mjs';
import { builder, faultsOf, redirectOf } from './twiml.mjs';
import { dependencies, files, platform, resourceOf, secrets, variables } from './project.mjs';

const limit = 10_000;
const builtin = createRequire(import.meta.url);
const realTime = Date.now;

/** What is called when a rejection is nobody's, or an error leaves a timer. */
let lost = () => {};
process.on('unhandledRejection', (error) => lost(error));

/**
 * Runs a case once.
 * @returns {Promise<{ seen: Set<string>, answers: { text: string }[], calls: object[] }>} `seen` has the names of what went wrong.
 */
export async function run(testCase, event, fail, start = '/subject', visited = []) {
  const seen = new Set();
  const answers = [];
  const clock = new Clock();
  const services = new Services(clock, fail, testCase.gives);
  const all = { ...files, ...testCase.files, 'functions/subject.js': testCase.code };
  const resources = Object.keys(all).map(resourceOf);
  const world = worldOf({ seen, clock, services, all, resources });
  lost = () => seen.add('lost-failure');

  const answer = (error, value) => {
    const pending = services.calls.filter(({ ended }) => ended === undefined).length;
    const { text, faults } = error ? { text: `500 ${error?.message ?? error}`, faults: [] } : sent(value, realTime());
    answers.push({ text, calls: services.calls.length, pending });
    faults.forEach((fault) => seen.add(fault));
    if (answers.length > 1) seen.add('answered-twice');
  };

  const subject = resources.find(({ path, folder }) => path === start && folder === 'functions').file;
  try {
    const { handler } = world.load(subject);
    if (typeof handler !== 'function') {
      seen.add('no-handler');
      throw new TypeError('There is no handler.');
    }
    const returned = handler(contextOf(testCase, services, seen), eventOf(event, seen), answer);
    if (typeof returned?.then === 'function') {
      // The platform looks after the handler's own promise.
      returned.then((value) => value !== undefined && answers.length === 0 && seen.add('returned-value'), (error) => { seen.add('exception-left'); answer(error); });
    } else if (returned !== undefined && answers.length === 0) seen.add('returned-value');
  } catch (error) {
    seen.add(error.code === 'MODULE_NOT_FOUND' ? 'module-missing' : error instanceof SyntaxError && error.stack.startsWith('functions/') ? 'module-broken' : 'exception-left');
    answer(error);
  }
  await clock.run(limit, () => seen.add('lost-failure'));

  if (answers.length === 0) seen.add('no-answer');
  else if (answers[0].pending > 0 || services.calls.length > answers[0].calls) seen.add('work-cut-off');
  const parameters = Object.entries(event).filter(([key]) => key !== 'From' && key !== 'request').map(([, value]) => value);
  if (services.calls.some(({ name, parameters: sent }) => /(messages|calls|participants|verifications)\.create$/.test(name) && parameters.includes(sent?.to))) seen.add('sent-anywhere');
  const response = answers.length > 0 ? twimlOf(answers[0].text) : undefined;
  if (response) {
    faultsOf(response, resources, start).forEach((fault) => seen.add(fault));
    const next = redirectOf(response, start);
    if (next && [...visited, start].includes(next)) seen.add('redirects-for-ever');
    else if (next && resources.some(({ path, folder }) => path === next && folder === 'functions')) {
      const further = await run(testCase, event, fail, next, [...visited, start]);
      if (further.seen.has('redirects-for-ever')) seen.add('redirects-for-ever');
    }
  }
  return { seen, answers, calls: services.calls };
}

/** The globals, and what loads the files of the project. */
function worldOf({ seen, clock, services, all, resources }) {
  const print = (...values) => {
    const text = values.map((value) => (typeof value === 'string' ? value : typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value))).join(' ');
    if (secrets.some((secret) => text.includes(secret))) seen.add('secret-printed');
  };
  const assets = () => table(resources.filter(({ folder, visibility }) => folder === 'assets' && visibility === 'private'), (path) => path);
  const table = (list, keyOf) => new Proxy(Object.fromEntries(list.map((resource) => [keyOf(resource.path), { path: `/project/${resource.file}`, open: () => all[resource.file] }])), {
    get: (target, key) => (key in target || typeof key === 'symbol' ? target[key] : void seen.add('resource-missing')),
  });
  const sync = () => services.client().services('default');
  const twilio = Object.assign(() => services.client(), {
    Twilio: function Twilio() { return services.client(); }, Response,
    twiml: { VoiceResponse: function VoiceResponse() { return builder(); }, MessagingResponse: function MessagingResponse() { return builder(); } },
    validateRequest: (token, signature) => signature === 'right',
  });
  const globals = {
    setTimeout: (action, delay, ...rest) => clock.set(() => action(...rest), delay), clearTimeout: (timer) => clock.clear(timer),
    setInterval: (action, delay) => clock.set(action, delay, Math.max(1, delay)), clearInterval: (timer) => clock.clear(timer),
    setImmediate: (action, ...rest) => clock.set(() => action(...rest)),
    fetch: services.fetch,
    console: { log: print, info: print, warn: print, error: print, debug: print },
    Twilio: Object.assign(twilio, { Response }),
    Runtime: {
      getAssets: assets,
      getFunctions: () => table(resources.filter(({ folder }) => folder === 'functions'), (path) => path.slice(1)),
      getSync: sync,
    },
  };
  const loaded = new Map();
  const require = (name) => {
    if (name.startsWith('/project/')) return load(name.slice('/project/'.length));
    if (name === 'twilio') return twilio;
    if (name === 'https' || name === 'node:https') return services.https();
    if (name in dependencies) return services.module(name);
    const core = name.replace(/^node:/, '');
    if (core === 'timers/promises') return { setTimeout: (delay, value) => new Promise((resolve) => clock.set(() => resolve(value), delay)) };
    if (core === 'fs' || core === 'fs/promises') {
      const readFile = async (path) => all[path.slice('/project/'.length)] ?? Promise.reject(new Error(`no file ${path}`));
      const callback = (path, encoding, done) => readFile(path).then((text) => clock.set(() => done(null, text)), (error) => clock.set(() => done(error)));
      return core === 'fs' ? { readFile: callback, promises: { readFile }, readFileSync: (path) => all[path.slice('/project/'.length)] } : { readFile };
    }
    if (['crypto', 'util', 'path', 'events', 'querystring', 'url', 'assert'].includes(core)) return builtin(core);
    throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
  };
  const load = (file) => {
    if (file.endsWith('.json')) return JSON.parse(all[file]);
    if (loaded.has(file)) return loaded.get(file).exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const names = ['exports', 'module', 'require', ...Object.keys(globals)];
    vm.compileFunction(all[file], names, { filename: file })(module.exports, module, require, ...Object.values(globals));
    return module.exports;
  };
  return { load };
}

function contextOf(testCase, services, seen) {
  const values = { ...platform, ...variables, ...testCase.variables };
  Object.defineProperty(values, 'getTwilioClient', { value: () => services.client(), enumerable: false });
  return new Proxy(values, {
    get: (target, key) => (key in target || typeof key === 'symbol' || key === 'toJSON' || key === 'then' ? target[key] : void seen.add('variable-missing')),
  });
}

/** The event; asking for what the request has in another spelling is seen. */
function eventOf({ headers = {}, cookies = {}, ...event }, seen) {
  const arrived = Object.fromEntries(Object.entries(headers).filter(([name]) => !isRestricted(name)).map(([name, value]) => [name.toLowerCase(), value]));
  const spelt = (values, all, what) => new Proxy(values, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target) && Object.keys(all).some((name) => name.toLowerCase() === key.toLowerCase())) seen.add(what);
      return target[key];
    },
  });
  const whole = { ...event, request: { headers: spelt(arrived, headers, 'header-missing'), cookies } };
  return spelt(whole, event, 'parameter-missing');
}
