'use strict';

// One run of a Function: with the values, answers and times that a choice names, from the first line of its file to the last thing that it does.

const Module = require('node:module');
const modules = require('./modules');
const { Service } = require('./service');
const { encodeResult, Kind } = require('./reply');
const { format } = require('./levels');
const { absent, snakeOf } = require('./values');
const { isTwilio } = require('./network');
const { usualStart } = require('./time');

// As long as the platform waits for an answer, and then as long again for what comes after it.
const limit = 10_000;

// How a request to somebody else can end: the first is the usual one.
const ways = ['ok', '500', 'reset', '404', '429', 'slow', 'timeout'];

const hour = 3_600_000;
const mostStarts = 12;

// Times at which code that asks for the time does something else: at night, at the weekend, on the last day of a year, and at the hours and on the days that it compares with.
function startsOf(values) {
  const midnight = usualStart - 12 * hour;
  const told = [...new Set(values.numbers)].filter((number) => number >= 0 && number < 24);
  return [usualStart, Date.UTC(2026, 2, 8, 3), Date.UTC(2026, 2, 3, 22), Date.UTC(2026, 11, 31, 8), ...told.map((number) => midnight + number * hour + hour / 2), ...told.filter((number) => number < 7).map((number) => usualStart + (number - 2) * 24 * hour)].slice(0, mostStarts);
}

const shapes = ['object', 'array', 'text'];
const counts = [1, 0, 2];
const slowDelay = 3000;
const timeoutDelay = 5000;
const hex = '0123456789abcdef0123456789abcdef';

// What resources have, whatever the code reads of them.
const usualFields = { sid: `SM${hex}`, account_sid: `AC${hex}`, id: 1 };

const loadUsually = Module._extensions['.js'];
const credentials = { ACCOUNT_SID: `AC${'0'.repeat(32)}`, AUTH_TOKEN: '0'.repeat(32) };
const givenByPlatform = new Set([...Object.keys(credentials), 'DOMAIN_NAME', 'PATH', 'SERVICE_SID', 'ENVIRONMENT_SID', 'TWILIO_REGION', 'TWILIO_EDGE', 'getTwilioClient']);

class Trials {
  #configuration;
  #index;
  #time;
  #network;
  #course;
  #values;
  #clues;
  #loaded = null;
  static #active = null;

  constructor({ configuration, index, clues }, { time, network, course, values }) {
    this.#configuration = { ...configuration, context: { ...credentials, ...withoutNulls(configuration.context) } };
    this.#index = index;
    this.#clues = clues;
    this.#time = time;
    this.#network = network;
    this.#course = course;
    this.#values = values;
    this.starts = startsOf(values);
    network.answer = (request) => this.#current?.answer(request) ?? null;
  }

  // What happens outside of all code is put down to the run.
  static follow(course) {
    process.on('unhandledRejection', (reason, promise) => {
      const way = course.wayOf(promise);
      if (way !== undefined) {
        Trials.#active?.onRejection(reason, way);
      }
    });
    process.on('uncaughtException', (error) => Trials.#active?.onException(error));
    process.exit = (code) => {
      const error = new Error(`The Function called process.exit(${code ?? ''}), which ends its process.`);
      Trials.#active?.onException(error);
      throw error;
    };
  }

  get #current() {
    return Trials.#active;
  }

  // Runs once. `isPlain` gives the Function nothing but ordinary objects with what the choice says: as a request from outside has it.
  async run(choice, isPlain = false) {
    // What the run before left behind ends first.
    this.#time.reset(this.starts[choice.start ?? 0]);
    this.#network.reset();
    await this.#time.settle();
    this.#time.reset(this.starts[choice.start ?? 0]);
    this.#forget();
    const trial = (Trials.#active = new Trial(choice, this.#clues, this.#values, this.#time, this.#course));
    const configuration = { ...this.#configuration, context: trial.variables(this.#configuration.context) };
    try {
      this.#course.run(() => {
        const target = new Service(configuration, false).functionAt(this.#index);
        trial.begin(target, isPlain);
      });
    } catch (error) {
      trial.onLoadError(error);
    }

    await this.#time.runUntil(limit, () => trial.isSettled);
    trial.endOfTurn();
    if (trial.outcome === null) {
      trial.outcome = { kind: 'none' };
    } else if (trial.outcome.kind === 'answered') {
      await this.#time.runUntil(this.#time.now + limit, () => false);
    }

    trial.asksForTime = this.#time.wasAsked;
    trial.refused = [...this.#network.refused];
    Trials.#active = null;
    trial.hits = this.#course.hits;
    return trial;
  }

  // What modules of the project keep between requests is none of a run's.
  #forget() {
    // Each service says anew how its files are loaded.
    Module._extensions['.js'] = loadUsually;
    if (this.#loaded !== null) {
      modules.forgetSince(this.#loaded);
    }

    this.#loaded ??= modules.loaded();
  }
}

class Trial {
  #choice;
  #clues;
  #values;
  #time;
  #course;
  #isInFlight = new Map(); // request → its way
  #hasEndedTurn = false;
  #hasLeft = [];
  #isPlain = false;

  // In which order what could have been chosen came up.
  touched = new Map(); // dimension → number of options

  outcome = null;
  returned = undefined;
  uses = [];
  late = [];
  calls = [];
  event = {};
  hits = null;
  refused = [];
  logs = [];

  constructor(choice, clues, values, time, course) {
    this.#choice = choice;
    this.#clues = clues;
    this.#values = values;
    this.#time = time;
    this.#course = course;
    time.ownerOf = () => course.way;
    course.onStep = (way, point) => {
      if (this.#hasEndedTurn) {
        this.late.push({ kind: 'code', way: { point, before: way } });
      }
    };
  }

  get isSettled() {
    if (this.outcome !== null && !this.#hasEndedTurn) {
      this.endOfTurn();
    }

    return this.outcome !== null;
  }

  // What is still on its way once the callback was used and all that could happen at once has happened.
  endOfTurn() {
    if (this.#hasEndedTurn || this.outcome?.kind !== 'answered') {
      return;
    }

    this.#hasEndedTurn = true;
    for (const call of this.#isInFlight.values()) {
      this.late.push({ kind: 'request', call, way: call.way });
    }

    for (const way of this.#hasLeft) {
      this.late.push({ kind: 'work', way });
    }

    for (const way of this.#time.owners) {
      if (way !== null) {
        this.late.push({ kind: 'timer', way });
      }
    }
  }

  // The variables of the Environment: those that are set, and those that the Function asks for.
  variables(configured) {
    const result = { ...configured };
    for (const name of this.#clues.context) {
      if (!givenByPlatform.has(name)) {
        const value = this.#pick(`variable:${name}`, this.#values.ofVariable(name, configured[name]));
        if (value === absent) {
          delete result[name];
        } else {
          result[name] = value;
        }
      }
    }

    return result;
  }

  begin(target, isPlain) {
    this.#isPlain = isPlain;
    const context = target.createContext();
    const event = this.#makeEvent();
    const callback = (error, value) => this.#answer(error, value);
    let result;
    try {
      result = target.handler(context, event, callback);
    } catch (error) {
      this.onException(error);
      return;
    }

    if (typeof result?.then === 'function') {
      result.then((value) => this.#returns(value), (error) => this.onException(error));
    } else {
      this.#returns(result);
    }
  }

  answer(request) {
    const number = this.calls.length + 1;
    const way = this.#course.way;
    const chosen = this.#pick(`call:${number}`, ways);
    const call = { number, method: request.method, url: request.url.split('?')[0], answer: chosen, way, at: this.#time.now };
    this.calls.push(call);
    this.#isInFlight.set(call, call);
    if (this.#hasEndedTurn) {
      this.late.push({ kind: 'request', call, way });
    }

    const sent = () => this.#isInFlight.delete(call);
    const delay = chosen === 'slow' ? slowDelay : 50 + number;
    switch (chosen) {
      case 'timeout':
        return { delay: timeoutDelay, sent, failure: { code: 'ETIMEDOUT', message: 'connect ETIMEDOUT', syscall: 'connect' } };
      case 'reset':
        return { delay, sent, failure: { code: 'ECONNRESET', message: 'read ECONNRESET', syscall: 'read' } };
      case 'ok':
      case 'slow':
        return { delay, sent, ...this.#good(request) };
      default:
        return { delay, sent, ...bad(request, Number(chosen)) };
    }
  }

  onRejection(reason, way) {
    if (this.outcome === null) {
      this.outcome = { kind: 'rejection', error: describe(reason), way };
    } else {
      this.late.push({ kind: 'rejection', error: describe(reason), way });
    }
  }

  onException(error) {
    if (this.outcome === null) {
      this.outcome = { kind: 'failed', error: describe(error) };
    } else {
      this.late.push({ kind: 'rejection', error: describe(error), way: this.#course.way });
    }
  }

  // The file itself, or what it needs, can't be loaded: no run says anything then.
  onLoadError(error) {
    this.outcome = { kind: 'unloadable', error: describe(error) };
  }

  #returns(value) {
    this.returned = value;
  }

  #answer(error, value) {
    this.#hasLeft = this.#course.systemWork;
    this.uses.push({ way: this.#course.way, at: this.#time.now, afterFailure: this.outcome !== null && this.outcome.kind !== 'answered' });
    if (this.outcome !== null) {
      return;
    }

    if (error) {
      this.outcome = { kind: 'answered', status: 500, error: describe(error) };
      return;
    }

    const reply = encodeResult(value);
    this.outcome = { kind: 'answered', status: reply.kind === Kind.error ? 500 : reply.status };
  }

  // Which of the values a dimension has in this run. That it was asked for is remembered: only what is asked for can matter.
  #pick(dimension, options) {
    this.touched.set(dimension, options.length);
    return options[Math.min(this.#choice[dimension] ?? this.#unsaid(dimension), options.length - 1)];
  }

  // Where a choice leaves parameters out: the second value of each is that there is none.
  #unsaid(dimension) {
    return this.#choice.bare === 1 && /^(?:event|header|cookie):/.test(dimension) ? 1 : 0;
  }

  #makeEvent() {
    const headers = this.#lazy('header', this.#clues.headers, {});
    const cookies = this.#lazy('cookie', this.#clues.cookies, {});
    const request = { headers, cookies };
    this.event = {};
    return this.#lazy('event', this.#clues.event.filter((name) => name !== 'request'), { request });
  }

  // An object whose properties are chosen once they are asked for.
  #lazy(kind, names, given) {
    const target = {};
    const decided = new Set();
    const decide = (name) => {
      // Headers are those that the code names: others the platform keeps, or they are written otherwise.
      if (typeof name !== 'string' || (kind === 'header' && !names.includes(name)) || decided.has(name) || name in target || name === 'then' || name === 'toJSON') {
        return;
      }

      decided.add(name);
      const value = this.#pick(`${kind}:${name}`, this.#values.ofRequest(name));
      if (value !== absent) {
        target[name] = structuredClone(value);
      }
    };
    if (this.#isPlain) {
      names.concat(Object.keys(this.#choice).filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1))).forEach(decide);
      return Object.assign(target, given);
    }

    Object.assign(target, given);
    return new Proxy(target, {
      get: (_, name) => (decide(name), target[name]),
      has: (_, name) => (decide(name), name in target),
      getOwnPropertyDescriptor: (_, name) => (decide(name), Reflect.getOwnPropertyDescriptor(target, name)),
      ownKeys: () => {
        names.forEach(decide);
        return Reflect.ownKeys(target);
      },
    });
  }

  // An answer that says what the code reads of it.
  #good(request) {
    const fields = { ...usualFields };
    for (const name of this.#values.fields) {
      const value = this.#pick(`field:${name}`, this.#values.ofField(name));
      if (value !== absent) {
        fields[name] = value;
        fields[snakeOf(name)] = value;
      }
    }

    const items = Array.from({ length: this.#pick('count', counts) }, () => fields);
    if (isTwilio(request.url)) {
      return json(request.method === 'POST' ? 201 : request.method === 'DELETE' ? 204 : 200, { ...fields, meta: { key: 'items', page: 0, page_size: 50, next_page_url: null }, items });
    }

    switch (this.#pick('shape', shapes)) {
      case 'array':
        return json(200, items);
      case 'text':
        return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'text' };
      default:
        return json(200, fields);
    }
  }
}

const json = (status, body) => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const bad = (request, status) => json(status, isTwilio(request.url) ? { code: 20000 + status, message: 'It failed in this run', more_info: `https://www.twilio.com/docs/errors/${20000 + status}`, status } : { error: 'It failed in this run' });

const describe = (error) => (error instanceof Error ? `${error.name}: ${error.message}`.split('\n')[0] : format(error)).slice(0, 300);

const withoutNulls = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

module.exports = { Trials, ways, limit };
