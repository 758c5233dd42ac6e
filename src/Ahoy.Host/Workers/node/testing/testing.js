'use strict';

// Unit tests of Functions, in the process of the tests and without a server: the Functions run with the worker's own Twilio, Runtime, Response and context.

const { Service } = require('./service');
const { encodeResult, Kind } = require('./reply');

// As long as the platform waits.
const patience = 10_000;

const types = { [Kind.text]: 'text/plain; charset=utf-8', [Kind.twiml]: 'text/xml; charset=utf-8', [Kind.json]: 'application/json; charset=utf-8' };

// What a test gets of a Function's answer.
class Answer {
  constructor(value) {
    const reply = encodeResult(value);
    if (reply.kind === Kind.error) {
      throw new TypeError(JSON.parse(reply.body).message);
    }

    this.value = value;
    this.statusCode = reply.status;
    this.body = reply.body === null ? '' : reply.body;
    this.headers = {};
    if (types[reply.kind] !== undefined) {
      this.headers['content-type'] = types[reply.kind];
    }

    // Names and values in turn.
    for (let i = 0; i + 1 < reply.headers.length; i += 2) {
      const name = reply.headers[i].toLowerCase();
      this.headers[name] = this.headers[name] === undefined || name === 'content-type' ? reply.headers[i + 1] : [this.headers[name], reply.headers[i + 1]].flat();
    }
  }

  get json() {
    return JSON.parse(this.body);
  }
}

class Tests {
  #service;
  #configuration;

  constructor(configuration) {
    const folder = process.cwd();
    this.#configuration = configuration;
    this.#service = new Service(configuration, false);
    // The runner of the tests goes on where it was; Functions find modules and files as they do when they are deployed.
    process.chdir(folder);
  }

  // The Function of a path, to be called with an event: resolves to its answer, and rejects with what it failed with.
  handler(path, options = {}) {
    const wanted = path.startsWith('/') ? path : `/${path}`;
    const index = this.#configuration.functions.findIndex((entry) => entry.path === wanted);
    if (index < 0) {
      const known = this.#configuration.functions.map((entry) => entry.path).join(', ');
      throw new Error(`There is no Function ${wanted}: there are ${known === '' ? 'none' : known}.`);
    }

    return (event = {}) => this.#call(index, wanted, event, options);
  }

  #call(index, path, event, { context: given = {}, timeout = patience }) {
    const target = this.#service.functionAt(index);
    const context = Object.defineProperties(target.createContext(), Object.getOwnPropertyDescriptors(given));
    const request = { headers: {}, cookies: {}, ...event.request };
    return new Promise((resolve, reject) => {
      let isDone = false;
      const timer = setTimeout(() => finish(reject, new Error(`${path} did not call its callback within ${timeout / 1000} s: its caller would get 504.`)), timeout);
      const finish = (settle, value) => {
        isDone = true;
        clearTimeout(timer);
        settle(value);
      };
      const callback = (error, value) => {
        if (isDone) {
          console.warn(`${path}: the callback was used again, and only its first use counts.`);
        } else if (error) {
          finish(reject, error);
        } else {
          try {
            finish(resolve, new Answer(value));
          } catch (failure) {
            finish(reject, failure);
          }
        }
      };
      const fail = (error) => (isDone ? console.error(`${path}: after its callback the Function failed: ${error?.stack ?? error}`) : finish(reject, error));
      try {
        Promise.resolve(target.handler(context, { ...event, request }, callback)).then(undefined, fail);
      } catch (error) {
        fail(error);
      }
    });
  }
}

module.exports = (configuration) => {
  const tests = new Tests(configuration);
  return { handler: (path, options) => tests.handler(path, options) };
};
