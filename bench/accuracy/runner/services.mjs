// What a Function asks of others: Twilio's REST API, fetch, modules of npm. Each call takes 40 ms of the simulated clock, is written down, and fails where the run says so.
import { EventEmitter } from 'node:events';

const duration = 40;
const verbs = new Set(['create', 'fetch', 'update', 'remove', 'list', 'page', 'getPage']);

export class Services {
  /** The calls: { name, parameters, started, ended }. */
  calls = [];

  constructor(clock, fail, gives) {
    this.clock = clock;
    this.fail = fail;
    this.gives = gives;
  }

  /** One call to somebody else. */
  call(name, parameters, value) {
    const call = { name, parameters, started: this.clock.now, ended: undefined };
    this.calls.push(call);
    const number = String(this.calls.length);
    const fails = this.fail.some((which) => which === 'all' || which === number || name.endsWith(which));
    const given = this.gives.find((gift) => name.endsWith(gift.name));
    return new Promise((resolve, reject) => this.clock.set(() => {
      call.ended = this.clock.now;
      if (fails) reject(Object.assign(new Error(`${name} failed`), { status: 503, code: 20500 }));
      else resolve(value(given?.value));
    }, duration));
  }

  /** A client of Twilio's helper library: any resource there is, by any path. */
  client() {
    return this.#resource([]);
  }

  #resource(path) {
    const name = (verb) => [...path.slice(-1), verb].join('.');
    return new Proxy(function resource() {}, {
      apply: () => this.#resource(path),
      get: (_, key) => {
        if (typeof key === 'symbol' || key === 'then') return undefined;
        if (key === 'each') return (options, each) => this.call(name(key), options, () => undefined).then(() => (each ?? options)({ sid: 'XX1' }), () => undefined);
        if (!verbs.has(key)) return this.#resource([...path, key]);
        return (first, second) => {
          const [parameters, done] = typeof first === 'function' ? [undefined, first] : [first, second];
          const promise = this.call(name(key), parameters, (given) => this.#answer(path, key, parameters, given));
          if (typeof done === 'function') promise.then((value) => done(null, value), done);
          return promise;
        };
      },
    });
  }

  #answer(path, verb, parameters, given) {
    const instance = (fields) => ({
      sid: 'XX1', status: 'queued', data: {}, dateCreated: new Date(0), ...(typeof parameters === 'object' ? parameters : {}), ...fields,
      update: (changes) => this.call(`${path.at(-1)}.update`, changes, () => instance(changes)),
      remove: () => this.call(`${path.at(-1)}.remove`, undefined, () => true),
    });
    if (verb === 'remove') return true;
    if (verb === 'list') return (given ?? [{ sid: 'XX1' }, { sid: 'XX2' }]).map(instance);
    if (verb === 'page' || verb === 'getPage') return { instances: (given ?? [{ sid: 'XX1' }]).map(instance), nextPageUrl: null };
    return instance(given);
  }

  fetch = (address, options) => this.call('fetch', { address, ...options }, (given = {}) => ({
    ok: true, status: 200, headers: new Map(), ...given, json: async () => given.body ?? given, text: async () => given.text ?? JSON.stringify(given),
  }));

  /** Modules that the project's package.json has. */
  module(name) {
    switch (name) {
      case 'axios': return this.#axios('axios');
      case 'got': return this.#got();
      case '@sendgrid/mail': return { setApiKey() {}, send: (mail) => this.call('mail.send', mail, () => [{ statusCode: 202 }]) };
      case 'jsonwebtoken': return {
        sign: (payload) => `jwt.${JSON.stringify(payload)}`,
        verify(token, secret, done) {
          const right = String(token).startsWith('jwt.');
          if (done) return right ? done(null, JSON.parse(token.slice(4))) : done(new Error('invalid token'));
          if (!right) throw new Error('invalid token');
          return JSON.parse(token.slice(4));
        },
      };
      default: return undefined;
    }
  }

  #axios(prefix) {
    const request = (method) => (address, data) => this.call(`${prefix}.${method}`, { address, data }, (given = {}) => ({ status: 200, headers: {}, data: given }));
    return Object.assign(request('request'), { create: () => this.#axios(prefix), all: (list) => Promise.all(list) },
      Object.fromEntries(['get', 'post', 'put', 'patch', 'delete', 'head', 'request'].map((method) => [method, request(method)])));
  }

  #got() {
    const request = (method) => (address, options) => {
      const promise = this.call(`got.${method}`, { address, ...options }, (given = {}) => ({ statusCode: 200, body: given }));
      // got's promise has short-cuts of its own; the first one asked for is the one that counts.
      return Object.assign(promise, { json: () => promise.then(({ body }) => body), text: () => promise.then(({ body }) => JSON.stringify(body)) });
    };
    return Object.assign(request('get'), { extend: () => this.#got() }, Object.fromEntries(['get', 'post', 'put', 'delete'].map((method) => [method, request(method)])));
  }

  /** Node's https, with callbacks and events. */
  https() {
    const request = (name) => (options, listener) => {
      const outgoing = new EventEmitter();
      outgoing.write = outgoing.setHeader = outgoing.setTimeout = () => outgoing;
      outgoing.end = () => outgoing;
      this.call(name, { options }, (given = {}) => given).then((given) => {
        const incoming = Object.assign(new EventEmitter(), { statusCode: given.status ?? 200, headers: {}, setEncoding() {}, resume() {} });
        listener?.(incoming);
        outgoing.emit('response', incoming);
        this.clock.set(() => incoming.emit('data', JSON.stringify(given)), 1);
        this.clock.set(() => incoming.emit('end'), 2);
      }, (error) => this.clock.set(() => outgoing.emit('error', error), 1));
      return outgoing;
    };
    return { get: request('https.get'), request: request('https.request') };
  }
}
