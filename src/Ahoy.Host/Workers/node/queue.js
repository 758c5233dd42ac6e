'use strict';

const { now } = require('./clock');
const { Request } = require('./request');
const { Invocation } = require('./invocation');

// The invocations that wait for this worker, and the one that runs. One runs at a time, as on the platform.
class InvocationQueue {
  service = null;

  // The one that runs, or where none does the one that ran last: what is still going on belongs to it.
  current = null;

  // Called with each request before it runs, where that is asked for.
  onStart = null;

  // Called with each invocation that is over, before another begins.
  onEnd = null;

  #writer;
  #waiting = [];
  #running = false;
  #pumping = false;
  #stopped = false;

  constructor(writer) {
    this.#writer = writer;
  }

  add(buffer, start) {
    this.#waiting.push(new Request(buffer, start));
  }

  pump() {
    if (this.#pumping || this.#stopped) {
      return;
    }

    this.#pumping = true;
    while (!this.#running && !this.#stopped && this.#waiting.length > 0) {
      // What is done leaves before the next begins: no answer waits behind a slow handler, and the gateway can rely on it
      // that an invocation has not begun while the one before it has no answer.
      this.#writer.flush();
      const request = this.#waiting.shift();
      if (this.#isLate(request) || this.service.isStale(request.functionIndex)) {
        this.#writer.returned(request.id);
      } else {
        this.#start(request);
      }
    }

    this.#pumping = false;
    this.#writer.flush();
  }

  // Nothing is begun any more: the process is about to end.
  stop() {
    this.#stopped = true;
  }

  // Whether an invocation is under way.
  get isRunning() {
    return this.#running;
  }

  #isLate({ startBefore }) {
    return startBefore !== 0 && (this.#writer.isBehind || now() > startBefore);
  }

  #start(request) {
    this.#running = true;
    this.onStart?.(request);
    this.current = new Invocation(request, this.service, this.#writer, () => this.#finished());
    this.current.run();
  }

  #finished() {
    this.onEnd?.();
    this.#running = false;
    if (!this.#pumping) {
      // Not here: the handler's code after its callback comes first.
      process.nextTick(() => this.pump());
    }
  }
}

module.exports = { InvocationQueue };
