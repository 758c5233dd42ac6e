// A clock that stands still while something happens, and jumps to the next timer when nothing does.
const turn = globalThis.setImmediate;

export class Clock {
  now = 0;
  #timers = [];
  #next = 1;

  /** Has something done later; what it gives is taken by `clear`. */
  set(action, delay = 0, every = undefined) {
    const timer = { id: this.#next++, at: this.now + Math.max(1, Number(delay) || 0), action, every };
    this.#timers.push(timer);
    timer.unref = timer.ref = () => timer;
    return timer;
  }

  clear(timer) {
    this.#timers = this.#timers.filter((other) => other !== timer && other.id !== timer);
  }

  /** Lets time pass until the limit, or until nothing is left that could happen. */
  async run(limit, failed) {
    for (;;) {
      await settle();
      const due = this.#timers.toSorted((a, b) => a.at - b.at || a.id - b.id)[0];
      if (!due || due.at > limit) return;
      this.clear(due);
      this.now = due.at;
      if (due.every) {
        due.at += due.every;
        this.#timers.push(due);
      }
      try {
        due.action();
      } catch (error) {
        failed(error);
      }
    }
  }
}

/** Promises have run on, and rejections that nobody looks after are known. */
async function settle() {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => turn(resolve));
}
