'use strict';

const { now } = require('./clock');
const { encodeError, encodeResult, malformedBody } = require('./reply');
const { Level, format } = require('./levels');
const { PendingWork } = require('./pending');
const { describePlace } = require('./places');
const { HalfSavedError } = require('./service');
const { describeSyntaxError } = require('./syntax');

// More output of one invocation is not passed on: it would only drown what comes before and after it.
const maxOutput = 1024 * 1024;

const maxTime = 0xffffffff;

// One call of a Function: from the request to the first use of its callback.
class Invocation {
  #request;
  #service;
  #writer;
  #finished;
  #isDone = false;
  #isInHandler = false;
  #printed = 0;
  #failure;
  #target = null;
  #pendingWork = null;
  #startedAt = now();

  constructor(request, service, writer, finished) {
    this.id = request.id;
    this.#request = request;
    this.#service = service;
    this.#writer = writer;
    this.#finished = finished;
  }

  get startedAt() {
    return this.#startedAt;
  }

  get functionIndex() {
    return this.#request.functionIndex;
  }

  run() {
    let event;
    try {
      event = this.#request.toEvent();
    } catch (error) {
      this.#reply(malformedBody(error));
      this.#finished();
      return;
    }

    this.#isInHandler = true;
    try {
      const target = (this.#target = this.#service.functionAt(this.#request.functionIndex));
      const call = () => target.handler(target.createContext(), event, (error, value) => this.#callback(error, value));
      this.#pendingWork = PendingWork.begin(target, this.#startedAt);
      const result = this.#pendingWork === null ? call() : this.#pendingWork.run(call);
      if (result !== undefined && result !== null && typeof result.then === 'function') {
        result.then(undefined, (error) => this.fail(error));
      }
    } catch (error) {
      if (error instanceof HalfSavedError) {
        this.#writer.returned(this.id);
        this.#finished();
        return;
      }

      this.fail(error);
    }

    this.#isInHandler = false;
    if (this.#isDone) {
      this.#finished();
    }
  }

  // The handler threw, its promise was rejected, or something that it started did either.
  fail(error) {
    // The error of process.exit() comes twice where the process is not gone at once: from there, and as what the handler threw.
    if (error === this.#failure && error !== undefined) {
      return;
    }

    this.#failure = error;
    if (this.#isDone) {
      this.log(Level.error, `After its callback the Function failed: ${format(error)}`);
      this.#writer.flush(); // Nothing else may follow for long.
      return;
    }

    this.log(Level.error, describeSyntaxError(error, process.cwd()) ?? format(error));
    this.#pendingWork?.stop();
    this.#complete(encodeError(error));
  }

  log(level, text) {
    if (this.#printed > maxOutput) {
      return;
    }

    this.#printed += text.length;
    if (this.#printed > maxOutput) {
      level = Level.warn;
      text = 'This invocation has printed 1 MB: what else it prints is left out.';
    }

    this.#writer.log(this.id, level, text);
  }

  #callback(error, value) {
    if (this.#isDone) {
      const place = new Error().stack.split('\n').find((line) => line.startsWith('    at ') && !line.includes(__dirname));
      this.log(Level.warn, `The callback was used again${place ? ` (${place.trim()})` : ''}, and only its first use counts.`);
      this.#writer.flush();
      return;
    }

    this.#pendingWork?.finish((left) => this.#warnOfPendingWork(left));
    if (error) {
      if (error instanceof Error) {
        this.log(Level.error, format(error));
      }

      this.#complete(encodeError(error));
    } else {
      this.#complete(encodeResult(value));
    }
  }

  // The line in the Function's own file where there is one: of several the one that is nearest to the handler.
  #warnOfPendingWork({ kind, frames }) {
    const { files, folder } = this.#target;
    const places = frames.map((frame) => describePlace(frame, folder));
    const own = frames.findLastIndex((frame) => files.has(frame.file));
    const place = places[Math.max(own, 0)];
    if (!this.#target.warnedOf.has(place)) {
      this.#target.warnedOf.add(place);
      const way = places.filter((p) => p !== place);
      this.#writer.notice(this.id, `When ${this.#target.path} used its callback, ${kind} that it had started was still pending: ${place}`
        + `${way.length > 0 ? ` (by way of ${[...new Set(way)].join(', ')})` : ''}. `
        + 'A deployed Function is stopped there, or goes on in a later invocation: await it before the callback.');
      this.#writer.flush();
    }
  }

  #complete(reply) {
    this.#reply(reply);
    if (this.#isInHandler) {
      return;
    }

    if (this.#pendingWork === null) {
      this.#finished();
    } else {
      this.#pendingWork.aside(this.#finished);
    }
  }

  #reply(reply) {
    this.#isDone = true;
    const time = Math.min(maxTime, Math.round((now() - this.#startedAt) * 1000));
    this.#writer.reply(this.id, time, reply.status, reply.kind, reply.headers, reply.body);
  }
}

module.exports = { Invocation };
