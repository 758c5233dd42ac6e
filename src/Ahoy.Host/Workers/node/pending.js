'use strict';

const { AsyncResource, createHook, executionAsyncId } = require('node:async_hooks');
const channels = require('node:diagnostics_channel');
const { readFrames } = require('./places');

// More than this, and the invocation costs more to follow than the warning is worth.
const maxEntries = 1000;
const stackDepth = 32;

// How long a Function runs unfollowed: the longer, the more often it was followed. In milliseconds.
const firstPause = 50;
const longestPause = 2000;

const timer = 'a timer';
const fileOperation = 'a file operation';
const httpRequest = 'an HTTP request';
const connection = 'a connection';
const childProcess = 'a child process';
const kinds = new Map([
  ['Timeout', timer],
  ['Immediate', timer],
  ['FSREQCALLBACK', fileOperation],
  ['FSREQPROMISE', fileOperation],
  ['HTTPCLIENTREQUEST', httpRequest],
  ['FETCH', httpRequest],
  ['TCPCONNECTWRAP', connection],
  ['PIPECONNECTWRAP', connection],
  ['GETADDRINFOREQWRAP', connection],
  ['PROCESSWRAP', childProcess],
]);

// Follows what one invocation starts, and tells what of it was still going on when the callback was used. It follows causes
// (what was started by code that something started that the handler started), so that what earlier invocations left behind, what
// modules do while they load, and connections that are kept open are nobody's fault here. It is in the way of all asynchronous work
// while it is on: only one invocation now and then is followed.
class PendingWork {
  static #isOn = false;

  #entries = new Map(); // by the id that async_hooks gives
  #fetches = new Map(); // by undici's request
  #root = new AsyncResource('Invocation', { requireManualDestroy: true });
  #isOver = false;
  #isAside = false;
  #hook = createHook({
    init: (id, type, _, resource) => this.#add(id, type, resource),
    before: (id) => this.#ran(this.#entries.get(id)),
  });

  // Follows an invocation where it is time to, or gives null. `target` is the Function, `now` in milliseconds.
  static begin(target, now) {
    if (now < target.followAt || PendingWork.#isOn) {
      return null;
    }

    target.followPause = Math.min(longestPause, Math.max(firstPause, 2 * target.followPause));
    target.followAt = now + target.followPause;
    return new PendingWork();
  }

  run(handler) {
    PendingWork.#isOn = true;
    this.#hook.enable();
    channels.subscribe('undici:request:create', this.#fetchBegan);
    channels.subscribe('undici:request:headers', this.#fetchAnswered);
    channels.subscribe('undici:request:error', this.#fetchAnswered);
    return this.#root.runInAsyncScope(handler);
  }

  // What is pending now is looked at again a turn later: a time limit that is cleared after the callback was not left behind.
  finish(report) {
    if (this.#isOver) {
      return;
    }

    for (const entry of this.#entries.values()) {
      entry.isDone = entry.hasRun && !isInterval(entry.resource);
    }

    this.aside(() => setImmediate(() => {
      const left = this.#leftovers();
      this.stop();
      left.forEach(report);
    }));
  }

  // Does something that is not the Function's doing, nor is what comes of it.
  aside(action) {
    this.#isAside = true;
    action();
    this.#isAside = false;
  }

  stop() {
    if (this.#isOver) {
      return;
    }

    this.#isOver = true;
    PendingWork.#isOn = false;
    this.#entries.clear();
    this.#fetches.clear();
    this.#hook.disable();
    channels.unsubscribe('undici:request:create', this.#fetchBegan);
    channels.unsubscribe('undici:request:headers', this.#fetchAnswered);
    channels.unsubscribe('undici:request:error', this.#fetchAnswered);
  }

  #fetchBegan = ({ request }) => {
    const entry = this.#add(request, 'FETCH', request);
    if (entry !== undefined) {
      this.#fetches.set(request, entry);
    }
  };

  #fetchAnswered = ({ request }) => this.#ran(this.#fetches.get(request));

  #add(key, type, resource) {
    const cause = executionAsyncId();
    if (this.#isOver || this.#isAside || (cause !== this.#root.asyncId() && !this.#entries.has(cause))) {
      return undefined;
    }

    if (this.#entries.size === maxEntries) {
      this.stop();
      return undefined;
    }

    const entry = { type, resource, cause, hasRun: false, isDone: false, stack: '' };
    captureStack(entry);
    this.#entries.set(key, entry);
    return entry;
  }

  #ran(entry) {
    if (entry !== undefined) {
      entry.hasRun = true;
    }
  }

  // What was left behind: its kind, and the project's frames that started it.
  #leftovers() {
    const found = [];
    for (const entry of this.#entries.values()) {
      const kind = kinds.get(entry.type);
      if (kind !== undefined && !entry.isDone && !wasGivenUp(entry)) {
        const { frames, isHttp } = this.#originOf(entry);
        if (frames.length > 0) {
          found.push({ kind: isHttp ? httpRequest : kind, frames });
        }
      }
    }

    return found;
  }

  // Looks for the project's code in what started it, and in what started that.
  #originOf(entry) {
    const kind = kinds.get(entry.type);
    let isHttp = kind === httpRequest;
    for (let cause = entry; cause !== undefined; cause = this.#entries.get(cause.cause)) {
      const stack = stackOf(cause);
      if (isLoading(stack) || (kind === fileOperation && endsByItself(stack)) || (kind === connection && isForFetch(stack))) {
        break;
      }

      isHttp ||= kind === connection && isForHttp(stack);
      const frames = readFrames(stack);
      if (frames.length > 0 && frames[0].isPackage && !isHttp && kind !== childProcess) {
        // Packages keep timers, files and connections between requests; what they ask another server for is this request's.
        break;
      }

      const own = frames.filter((frame) => !frame.isPackage);
      if (own.length > 0) {
        return { frames: own, isHttp };
      }

      if (kind === timer) {
        // One of Node's own.
        break;
      }
    }

    return { frames: [], isHttp };
  }
}

function captureStack(entry) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = stackDepth;
  Error.captureStackTrace(entry);
  Error.stackTraceLimit = limit;
}

// The text is made when it is read, by the Function's own Error.prepareStackTrace where it has one.
function stackOf(entry) {
  try {
    return String(entry.stack);
  } catch {
    return '';
  }
}

// What modules start while they load is theirs, not an invocation's.
function isLoading(stack) {
  return /node:internal\/modules\//.test(stack);
}

// A stream reads ahead, and closes its file when it has been read.
function endsByItself(stack) {
  return /(?:close|ReadStream\._read) \(node:/i.test(stack);
}

// Known as a request already.
function isForFetch(stack) {
  return stack.includes('node:internal/deps/undici/');
}

function isForHttp(stack) {
  return /node:(?:_http_|https?:)/.test(stack);
}

function isInterval(resource) {
  return typeof resource?._repeat === 'number';
}

// A timer that was cleared or that keeps nothing alive, a request that was aborted.
function wasGivenUp({ type, resource, hasRun }) {
  switch (type) {
    case 'Timeout':
      return resource.hasRef() === false || (resource._destroyed && (!hasRun || isInterval(resource)));
    case 'Immediate':
      return resource._destroyed && !hasRun;
    case 'HTTPCLIENTREQUEST':
      return Boolean(resource.req?.destroyed) && !hasRun;
    case 'FETCH':
      return resource.aborted === true && !hasRun;
    default:
      return false;
  }
}

module.exports = { PendingWork };
