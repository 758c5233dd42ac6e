'use strict';

// Looks for runs that show what findings say. It begins with an ordinary request and with an empty one, and changes one thing at a time; what leads to code that no run had reached before is
// changed further first.

const { ways } = require('./trial');

const deepest = 3;

// How requests end that are tried first.
const usualWays = new Set(['500', 'reset', 'slow']);

class Search {
  #trials;
  #goals;
  #values;
  #bounds;
  #seen = new Set();
  #reached = new Set();
  runs = 0;
  isExhausted = false;
  unloadable = null;

  // What the ordinary run failed with: where nothing is shown, that may be why.
  firstError = null;

  constructor(trials, goals, values, bounds) {
    this.#trials = trials;
    this.#goals = goals;
    this.#values = values;
    this.#bounds = bounds;
  }

  get reached() {
    return this.#reached;
  }

  // Goes on until each goal is shown, nothing is left to try, or the bounds say so.
  async run() {
    // By what it takes to believe in it: what found new code before what didn't, few changes before many.
    const queue = [[{ choice: {}, cost: 0 }, { choice: { bare: 1 }, cost: 0 }]];
    const started = this.#bounds.now();
    while (this.#goals.some((goal) => goal.proof === null)) {
      const next = queue.find((candidates) => candidates?.length > 0)?.shift();
      if (next === undefined) {
        this.isExhausted = true;
        return;
      }

      if (this.runs >= this.#bounds.runs || this.#bounds.now() - started > this.#bounds.time) {
        return;
      }

      const { choice } = next;
      const trial = await this.#try(choice);
      if (trial === null) {
        continue;
      }

      if (trial.outcome.kind === 'unloadable') {
        this.unloadable = trial.outcome.error;
        return;
      }

      if (this.runs === 1 && trial.outcome.kind === 'failed') {
        this.firstError = trial.outcome.error;
      }

      const isNew = [...trial.hits].some((point) => !this.#reached.has(point));
      trial.hits.forEach((point) => this.#reached.add(point));
      for (const goal of this.#goals) {
        if (goal.proof === null) {
          await this.#look(goal, choice, trial);
        }
      }

      const depth = Object.keys(choice).filter((key) => key !== 'bare').length;
      if (isNew || depth < deepest) {
        for (const neighbour of this.#neighbours(choice, trial)) {
          const cost = neighbour.cost + (isNew || depth === 0 ? 0 : 2 * depth);
          (queue[cost] ??= []).push(neighbour);
        }
      }
    }
  }

  async #try(choice) {
    const key = JSON.stringify(Object.entries(choice).sort());
    if (this.#seen.has(key)) {
      return null;
    }

    this.#seen.add(key);
    this.runs++;
    return this.#trials.run(choice);
  }

  // The same with one thing changed: what was asked for last first, as it is nearest to what was not reached.
  *#neighbours(choice, trial) {
    for (const [dimension, count] of [...trial.touched].reverse()) {
      if (choice[dimension] !== undefined) {
        continue;
      }

      for (let option = 0; option < count; option++) {
        if (option !== this.#unsaid(choice, dimension)) {
          yield { choice: { ...choice, [dimension]: option }, cost: this.#costOf(dimension, option) };
        }
      }
    }

    for (let start = 1; trial.asksForTime && choice.start === undefined && start < this.#trials.starts.length; start++) {
      yield { choice: { ...choice, start }, cost: 1 };
    }
  }

  // How far from ordinary something is: 0 is tried first.
  #costOf(dimension, option) {
    const [kind, name] = dimension.split(':');
    switch (kind) {
      case 'call':
        return usualWays.has(ways[option]) ? 0 : 2;
      case 'field':
        return this.#values.isCompared(name) ? 0 : 1 + option;
      case 'variable':
        return option < 4 ? 0 : 1;
      case 'count':
        return 0;
      case 'shape':
        return 1;
      default:
        return option < 5 ? 0 : 1;
    }
  }

  #unsaid(choice, dimension) {
    return choice.bare === 1 && /^(?:event|header|cookie):/.test(dimension) ? 1 : 0;
  }

  async #look(goal, choice, trial) {
    if (trial.hits.has(goal.point)) {
      goal.wasReached = true;
      // What fails for another reason says nothing for or against it.
      const isWell = trial.outcome.kind === 'answered' && trial.outcome.status < 500 && trial.uses.length === 1 && trial.late.length === 0;
      goal[isWell ? 'well' : 'otherwise']++;
    }

    if (goal.shows(trial) === null) {
      return;
    }

    // Nothing but what a request from outside could bring, and no more of it than is needed.
    const simple = await this.#simplify(goal, choice, trial);
    const again = await this.#trials.run(simple, true);
    this.runs++;
    const seen = goal.shows(again);
    if (seen !== null) {
      goal.proof = { choice: simple, trial: again, seen };
    }
  }

  async #simplify(goal, choice, trial) {
    let simple = { ...choice };
    if (simple.bare === undefined) {
      for (const attempt of [{ ...simple, bare: 1 }, ...[...trial.touched.keys()].filter((d) => /^(?:event|header|cookie):/.test(d) && simple[d] === undefined).map((d) => d)]) {
        const candidate = typeof attempt === 'string' ? { ...simple, [attempt]: 1 } : attempt;
        const other = await this.#trials.run(candidate);
        this.runs++;
        if (goal.shows(other) !== null) {
          simple = candidate;
          if (typeof attempt !== 'string') {
            break;
          }
        }
      }
    }

    return simple;
  }
}

module.exports = { Search };
