'use strict';

// Where a run has been, and what came of what. The code that runs says at each point where it is; what it starts there remembers the way.

const { AsyncLocalStorage, createHook } = require('node:async_hooks');

const systemWork = /^(?:FSREQ|PROCESSWRAP|ZLIB|PBKDF2|SCRYPT|RANDOMBYTES|GETADDRINFO|DNS)/;

// A run that passes more points than this doesn't end.
const mostSteps = 200_000;

class Course {
  #storage = new AsyncLocalStorage();
  #promises = new WeakMap();
  #system = new Map(); // what the system does for the run, by the id that async_hooks gives
  // The function that each point lies in.
  functions = [];
  #run = null;
  #steps = 0;

  hits = new Set();

  // Called with each point that is passed.
  onStep = null;

  constructor() {
    globalThis.ahoy$at = (point) => this.#step(point);
    createHook({
      init: (id, type, _, resource) => {
        const way = type === 'PROMISE' || systemWork.test(type) ? this.#storage.getStore() : undefined;
        if (way === undefined) {
          return;
        }

        if (type === 'PROMISE') {
          this.#promises.set(resource, way);
        } else {
          this.#system.set(id, way);
        }
      },
      before: (id) => this.#system.delete(id),
    }).enable();
  }

  // Begins a run.
  run(action) {
    this.#run = {};
    this.#steps = 0;
    this.#system.clear();
    this.hits = new Set();
    return this.#storage.run({ point: -1, before: null, run: this.#run }, action);
  }

  // The way to here; null outside of the run.
  get way() {
    const way = this.#storage.getStore();
    return way?.run === this.#run ? way : null;
  }

  // The ways to what the system still does for the run.
  get systemWork() {
    return [...this.#system.values()].filter((way) => way.run === this.#run);
  }

  // The way to where a promise was made; null where that is not known, undefined where it was made in an earlier run.
  wayOf(promise) {
    const way = this.#promises.get(promise) ?? null;
    return way === null || way.run === this.#run ? way : undefined;
  }

  // Whether what has come this way came of a point: of all points of its function it passed that one last.
  cameOf(way, point) {
    for (let step = way; step !== null; step = step.before) {
      if (this.functions[step.point] === this.functions[point]) {
        return step.point === point;
      }
    }

    return false;
  }

  #step(point) {
    const way = this.way;
    if (way === null) {
      return;
    }

    if (++this.#steps > mostSteps) {
      throw new Error('The run does not end.');
    }

    this.hits.add(point);
    this.onStep?.(way, point);
    this.#storage.enterWith({ point, before: way, run: way.run });
  }
}

module.exports = { Course };
