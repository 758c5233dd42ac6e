'use strict';

const { StringDecoder } = require('node:string_decoder');
const { Level } = require('./levels');

// Takes over the process's two streams: what a Function writes there past the console is log lines of its invocation as well, and what it left without a
// line end when it is over is a line of its own, not the beginning of the next one's. (What child processes write comes by the pipes themselves.)
function installStreams(queue, writer) {
  const streams = [new LoggedStream('stdout', Level.info, queue, writer), new LoggedStream('stderr', Level.warn, queue, writer)];
  queue.onEnd = () => streams.forEach((stream) => stream.endLine());
}

class LoggedStream {
  #level;
  #queue;
  #writer;
  #rest = '';
  #decoder = null;

  constructor(name, level, queue, writer) {
    this.#level = level;
    this.#queue = queue;
    this.#writer = writer;

    // Not before somebody asks: to make a stream takes time at the start of a process.
    const { get } = Object.getOwnPropertyDescriptor(process, name);
    let taken = null;
    Object.defineProperty(process, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        if (taken === null) {
          taken = get.call(process);
          taken.write = (chunk, encoding, callback) => this.#write(chunk, encoding, callback);
        }

        return taken;
      },
    });
  }

  // The line that has no end yet.
  endLine() {
    if (this.#rest !== '') {
      const line = this.#rest;
      this.#rest = '';
      this.#log(line);
    }
  }

  #write(chunk, encoding, callback) {
    const done = typeof encoding === 'function' ? encoding : callback;
    const lines = (this.#rest + this.#decode(chunk, encoding)).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) {
      this.#log(line.endsWith('\r') ? line.slice(0, -1) : line);
    }

    if (!this.#queue.isRunning) {
      this.endLine();
      this.#writer.flush();
    }

    if (typeof done === 'function') {
      process.nextTick(done);
    }

    return true;
  }

  #decode(chunk, encoding) {
    if (typeof chunk === 'string' && (typeof encoding !== 'string' || /^utf-?8$/i.test(encoding))) {
      return chunk;
    }

    this.#decoder ??= new StringDecoder('utf8');
    return this.#decoder.write(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
  }

  #log(line) {
    if (this.#queue.current === null) {
      this.#writer.log(0, this.#level, line);
    } else {
      this.#queue.current.log(this.#level, line);
    }
  }
}

module.exports = { installStreams };
