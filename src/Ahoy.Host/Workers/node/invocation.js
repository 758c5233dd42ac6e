'use strict';

const { performance } = require('node:perf_hooks');
const { encodeError, encodeResult, malformedBody } = require('./reply');
const { Level, format } = require('./levels');

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
  #startedAt = performance.now();

  constructor(request, service, writer, finished) {
    this.id = request.id;
    this.#request = request;
    this.#service = service;
    this.#writer = writer;
    this.#finished = finished;
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
      const target = this.#service.functionAt(this.#request.functionIndex);
      const result = target.handler(target.createContext(), event, (error, value) => this.#callback(error, value));
      if (result !== undefined && result !== null && typeof result.then === 'function') {
        result.then(undefined, (error) => this.fail(error));
      }
    } catch (error) {
      this.fail(error);
    }

    this.#isInHandler = false;
    if (this.#isDone) {
      this.#finished();
    }
  }

  // The handler threw, its promise was rejected, or something that it started did either.
  fail(error) {
    if (this.#isDone) {
      this.log(Level.error, `After its callback the Function failed: ${format(error)}`);
      return;
    }

    this.log(Level.error, format(error));
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
      return;
    }

    if (error) {
      if (error instanceof Error) {
        this.log(Level.error, format(error));
      }

      this.#complete(encodeError(error));
    } else {
      this.#complete(encodeResult(value));
    }
  }

  #complete(reply) {
    this.#reply(reply);
    if (!this.#isInHandler) {
      this.#finished();
    }
  }

  #reply(reply) {
    this.#isDone = true;
    const time = Math.min(maxTime, Math.round((performance.now() - this.#startedAt) * 1000));
    this.#writer.reply(this.id, time, reply.status, reply.kind, reply.headers, reply.body);
  }
}

module.exports = { Invocation };
