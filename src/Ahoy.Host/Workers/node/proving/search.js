'use strict';

// Looks for runs that show what findings say. It begins with an ordinary request and with an empty one, and changes one thing at a time; what leads to code that no run had reached before is
// changed further first.


const usualFaults = 3; // ok, 500, reset: others are tried where these show nothing

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
    // What found new code; then what didn't.
    const queues = [[{}, { bare: 1 }], [], []];
    const started = this.#bounds.now();
    while (this.#goals.some((goal) => goal.proof === null)) {
      const queue = queues.find((candidates) => candidates.length > 0);
      if (queue === undefined) {
        this.isExhausted = true;
        return;
      }

      if (this.runs >= this.#bounds.runs || this.#bounds.now() - started > this.#bounds.time) {
        return;
      }

      const choice = queue.shift();
      const trial = await this.#try(choice);
      if (trial === null) {
        continue;
      }

      if (trial.outcome.kind === 'unloadable') {
        this.unloadable = trial.outcome.error;
        return;
      }

      const isNew = [...trial.hits].some((point) => !this.#reached.has(point));
      trial.hits.forEach((point) => this.#reached.add(point));
      for (const goal of this.#goals) {
        if (goal.proof === null) {
          await this.#look(goal, choice, trial);
        }
      }

      const depth = Object.keys(choice).length;
      const level = isNew || depth === 0 ? 0 : depth < 2 ? 1 : depth < 3 ? 2 : null;
      if (level !== null) {
        queues[level].push(...this.#neighbours(choice, trial));
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
    const dimensions = [...trial.touched].reverse();
    for (const round of [0, 1]) {
      for (const [dimension, count] of dimensions) {
        for (let option = 0; option < count; option++) {
          const isCall = dimension.startsWith('call:');
          const isUsual = !isCall || option < usualFaults;
          if ((round === 0) === isUsual && choice[dimension] === undefined && option !== this.#unsaid(choice, dimension)) {
            yield { ...choice, [dimension]: option };
          }
        }
      }
    }

    for (let start = 1; trial.asksForTime && start < 4; start++) {
      if (choice.start === undefined) {
        yield { ...choice, start };
      }
    }
  }

  #unsaid(choice, dimension) {
    return choice.bare === 1 && /^(?:event|header|cookie):/.test(dimension) ? 1 : 0;
  }

  async #look(goal, choice, trial) {
    if (trial.hits.has(goal.point)) {
      goal.wasReached = true;
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
