'use strict';

const Module = require('node:module');
const path = require('node:path');

// The twilio package of the service, or the host's where the service has none. Loading all of it takes as long as starting a
// process does, so that what Functions use most is loaded piece by piece.
class TwilioPackage {
  #require;
  #folder = null;

  constructor({ folder }) {
    this.#require = Module.createRequire(path.join(folder, 'index.js'));
  }

  get full() {
    return this.#require('twilio');
  }

  // What the global `Twilio` is: the package, callable and constructible, and the names in `extra`.
  createFacade(extra) {
    const twilio = this;
    const pieces = { ...extra };
    defineLazy(pieces, 'twiml', () => this.#twiml());
    defineLazy(pieces, 'jwt', () => this.#jwt());
    const target = function Twilio() {};
    return new Proxy(target, {
      apply: (_, self, values) => Reflect.apply(twilio.full, self, values),
      construct: (_, values) => Reflect.construct(twilio.full, values),
      get: (_, name) => (Object.hasOwn(pieces, name) ? pieces[name] : twilio.full[name]),
      set: (_, name, value) => Reflect.defineProperty(pieces, name, { value, writable: true, configurable: true, enumerable: true }),
      has: (_, name) => Object.hasOwn(pieces, name) || name in twilio.full,
      ownKeys: () => [...new Set([...Reflect.ownKeys(target), ...Reflect.ownKeys(twilio.full), ...Reflect.ownKeys(extra)])],
      getOwnPropertyDescriptor: (_, name) => {
        if (Object.hasOwn(target, name)) {
          return Reflect.getOwnPropertyDescriptor(target, name);
        }

        const value = Object.hasOwn(pieces, name) ? pieces[name] : twilio.full[name];
        return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
      },
    });
  }

  createClient(accountSid, authToken, options, caller = 'context.getTwilioClient()') {
    if (!accountSid || !authToken) {
      const missing = [!accountSid && 'ACCOUNT_SID', !authToken && 'AUTH_TOKEN'].filter(Boolean).join(' and ');
      throw new Error(`${caller} needs the account's credentials, and ${missing} ${missing.includes(' ') ? 'are' : 'is'} not set. `
        + 'Here they come from the environment file (.env); in a deployment the account\'s credentials must be included.');
    }

    return this.full(accountSid, authToken, { lazyLoading: true, ...options });
  }

  #twiml() {
    const twiml = {};
    for (const name of ['VoiceResponse', 'MessagingResponse', 'FaxResponse']) {
      defineLazy(twiml, name, () => this.#piece(`twiml/${name}`, () => this.full.twiml[name]));
    }

    return twiml;
  }

  #jwt() {
    const jwt = {};
    defineLazy(jwt, 'AccessToken', () => this.#piece('jwt/AccessToken', () => this.full.jwt.AccessToken));
    for (const name of ['ValidationToken', 'ClientCapability', 'taskrouter']) {
      defineLazy(jwt, name, () => this.full.jwt[name]);
    }

    return jwt;
  }

  // A file of the package by itself; versions that are laid out otherwise are loaded as a whole.
  #piece(file, whole) {
    this.#folder ??= path.dirname(this.#require.resolve('twilio/package.json'));
    let exported;
    try {
      exported = this.#require(path.join(this.#folder, 'lib', file));
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') {
        throw error;
      }

      return whole();
    }

    return exported?.__esModule ? exported.default : exported;
  }
}

function defineLazy(target, name, load) {
  Object.defineProperty(target, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = load();
      Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
      return value;
    },
  });
}

module.exports = { TwilioPackage };
