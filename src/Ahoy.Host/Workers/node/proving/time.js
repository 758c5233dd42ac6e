'use strict';

// The time of a run: it stands still while anything can happen, and jumps to what is due next once nothing can. Ten seconds cost nothing, and each run is like the other.

const { AsyncResource } = require('node:async_hooks');
const { performance } = require('node:perf_hooks');
const timersPromises = require('node:timers/promises');
const { promisify } = require('node:util');

// A Tuesday at noon, UTC: where it matters when a request comes, the search asks at other times.
const usualStart = Date.UTC(2026, 2, 3, 12);

const real = {
  Date: globalThis.Date,
  setImmediate: globalThis.setImmediate,
};

// What keeps a process alive that is none of a Function's doing, or comes and goes by itself.
const quiet = new Set(['Immediate', 'Timeout', 'PipeWrap', 'TTYWrap', 'FSEvent', 'SignalWrap', 'MessagePort', 'BlobReader', 'CloseReq']);

// So many turns without anything to wait for, and nothing more will happen at this time.
const turnsOfSilence = 3;

class RunTimer {
  #time;
  isRef = true;

  constructor(time, id) {
    this.#time = time;
    this.id = id;
  }

  ref() {
    this.isRef = true;
    return this;
  }

  unref() {
    this.isRef = false;
    return this;
  }

  hasRef() {
    return this.isRef;
  }

  refresh() {
    this.#time.refresh(this.id);
    return this;
  }

  close() {
    this.#time.cancel(this.id);
    return this;
  }

  [Symbol.toPrimitive]() {
    return this.id;
  }
}

class RunTime {
  #now = 0;
  #start = usualStart;
  #due = new Map(); // by id

  // What a timer that a Function sets is put down to.
  ownerOf = () => null;

  #lastId = 0;
  #randomState = 1;

  // Whether the run has asked what time it is.
  wasAsked = false;

  // Milliseconds since the run began.
  get now() {
    return this.#now;
  }

  // Begins a run: at another time of the week where it is said.
  reset(start = usualStart) {
    this.#due.clear();
    this.wasAsked = false;
    this.#now = 0;
    this.#start = start;
    this.#randomState = 1;
  }

  // Calls an action later, for what the run itself does.
  after(delay, action) {
    return this.#add(action, delay, null, [], false);
  }

  cancel(timer) {
    this.#due.delete(typeof timer === 'object' && timer !== null ? timer.id : timer);
  }

  refresh(id) {
    const entry = this.#due.get(id);
    if (entry !== undefined) {
      entry.at = this.#now + entry.delay;
    }
  }

  // Whose timers are set: those that keep something alive.
  get owners() {
    return [...this.#due.values()].filter((entry) => entry.isFunctions && entry.timer.isRef).map((entry) => entry.owner);
  }

  // Lets all happen that happens at this time.
  settle() {
    return this.#settle();
  }

  // Goes on until nothing is left to do, a time has come, or `isOver` says so. Says whether nothing was left.
  async runUntil(end, isOver) {
    for (;;) {
      await this.#settle();
      if (isOver()) {
        return false;
      }

      const next = this.#next();
      if (next === null) {
        return true;
      }

      if (next.at > end) {
        this.#now = end;
        return false;
      }

      this.#fire(next);
    }
  }

  install() {
    const time = this;
    const asTimer = (fn, delay, values, repeats) => {
      if (typeof fn !== 'function') {
        throw Object.assign(new TypeError(`The "callback" argument must be of type function. Received ${typeof fn}`), { code: 'ERR_INVALID_ARG_TYPE' });
      }

      return time.#add(fn, delay, repeats ? delay : null, values, true);
    };
    const setTimeout = (fn, delay, ...values) => asTimer(fn, delay, values, false);
    const setInterval = (fn, delay, ...values) => asTimer(fn, delay, values, true);
    const clear = (timer) => time.cancel(timer);
    const wait = (delay, value, { signal } = {}) => new Promise((resolve, reject) => {
      const timer = asTimer(() => resolve(value), delay, [], false);
      signal?.addEventListener('abort', () => (clear(timer), reject(signal.reason)), { once: true });
    });
    Object.defineProperty(setTimeout, promisify.custom, { value: wait });
    const timers = require('node:timers');
    Object.assign(globalThis, { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear });
    Object.assign(timers, { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear });
    timersPromises.setTimeout = wait;
    timersPromises.setInterval = async function* (delay, value) {
      for (;;) {
        yield await wait(delay, value);
      }
    };
    if (timersPromises.scheduler !== undefined) {
      timersPromises.scheduler.wait = (delay, options) => wait(delay, undefined, options);
    }

    AbortSignal.timeout = (delay) => {
      const controller = new AbortController();
      asTimer(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), delay, [], false).unref();
      return controller.signal;
    };
    globalThis.Date = class Date extends real.Date {
      constructor(...values) {
        super(...(values.length === 0 ? [Date.now()] : values));
      }

      static now() {
        time.wasAsked = true;
        return time.#start + time.#now;
      }
    };
    Object.defineProperty(globalThis.Date, 'name', { value: 'Date' });
    performance.now = () => time.#now;
    const hrtime = (before = [0, 0]) => {
      const nanoseconds = Math.round((time.#now % 1000) * 1e6) - before[1];
      const seconds = Math.floor(time.#now / 1000) - before[0];
      return nanoseconds < 0 ? [seconds - 1, nanoseconds + 1e9] : [seconds, nanoseconds];
    };
    hrtime.bigint = () => BigInt(Math.round(time.#now * 1e6));
    process.hrtime = hrtime;
    process.uptime = () => time.#now / 1000;
    // The same numbers in each run: a small generator (mulberry32).
    Math.random = () => {
      let z = (time.#randomState = (time.#randomState + 0x6d2b79f5) | 0);
      z = Math.imul(z ^ (z >>> 15), z | 1);
      z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
      return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
    };
  }

  #add(action, delay, interval, values, isFunctions) {
    const id = ++this.#lastId;
    const usable = Number(delay) >= 1 && Number(delay) <= 0x7fffffff ? Number(delay) : 1;
    const timer = new RunTimer(this, id);
    // What a timer does belongs to what set it.
    const resource = new AsyncResource('RunTimer');
    this.#due.set(id, { id, at: this.#now + usable, delay: usable, interval: interval === null ? null : usable, action: () => resource.runInAsyncScope(action, undefined, ...values), timer, isFunctions, owner: isFunctions ? this.ownerOf() : null });
    return timer;
  }

  // What is due first, and of two the one that was set first. What keeps nothing alive is no reason to go on.
  #next() {
    let next = null;
    let isAlive = false;
    for (const entry of this.#due.values()) {
      isAlive ||= entry.timer.isRef;
      if (next === null || entry.at < next.at) {
        next = entry;
      }
    }

    return isAlive ? next : null;
  }

  #fire(entry) {
    this.#now = Math.max(this.#now, entry.at);
    if (entry.interval === null) {
      this.#due.delete(entry.id);
    } else {
      entry.at = this.#now + entry.interval;
    }

    try {
      entry.action();
    } catch (error) {
      process.emit('uncaughtException', error);
    }
  }

  // Until neither promises, nor ticks, nor what the system does for us are left.
  async #settle() {
    for (let silent = 0; silent < turnsOfSilence;) {
      await new Promise((resolve) => real.setImmediate(resolve));
      silent = process.getActiveResourcesInfo().every((name) => quiet.has(name)) ? silent + 1 : 0;
    }
  }
}

module.exports = { RunTime, usualStart };
