'use strict';

// Where a run has been, and what came of what. The code that runs says at each point where it is; what it starts there remembers the way.

const { AsyncLocalStorage, createHook } = require('node:async_hooks');

// A run that passes more points than this doesn't end.
const mostSteps = 200_000;

class Course {
  #storage = new AsyncLocalStorage();
  #promises = new WeakMap();
  #functions; // by point
  #run = null;
  #steps = 0;

  hits = new Set();

  // Called with each point that is passed.
  onStep = null;

  constructor(functions) {
    this.#functions = functions;
    globalThis.ahoy$at = (point) => this.#step(point);
    createHook({
      init: (_, type, __, resource) => {
        if (type === 'PROMISE') {
          const way = this.#storage.getStore();
          if (way !== undefined) {
            this.#promises.set(resource, way);
          }
        }
      },
    }).enable();
  }

  // Begins a run.
  run(action) {
    this.#run = {};
    this.#steps = 0;
    this.hits = new Set();
    return this.#storage.run({ point: -1, before: null, run: this.#run }, action);
  }

  // The way to here; null outside of the run.
  get way() {
    const way = this.#storage.getStore();
    return way?.run === this.#run ? way : null;
  }

  // The way to where a promise was made.
  wayOf(promise) {
    const way = this.#promises.get(promise);
    return way?.run === this.#run ? way : null;
  }

  // Whether what has come this way came of a point: of all points of its function it passed that one last.
  cameOf(way, point) {
    for (let step = way; step !== null; step = step.before) {
      if (this.#functions[step.point] === this.#functions[point]) {
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
