'use strict';

// Twilio, offline: what this process sends to Twilio goes to the host's simulator, whoever sends it. It is loaded only where that is
// asked for.
//
// The seam is where connections begin. A connection to Twilio becomes one to a port of this machine, and looks encrypted to its
// owner without being so: no certificate has to be made or trusted, and each HTTP client does what it always does. Above it, a
// request is told apart by headers that name the Function; below it, in strict mode, all other hosts are out of reach.

const channels = require('node:diagnostics_channel');
const dns = require('node:dns');
const http = require('node:http');
const https = require('node:https');
const Module = require('node:module');
const net = require('node:net');
const path = require('node:path');
const threads = require('node:worker_threads');
const tls = require('node:tls');
const { readFrames, describePlace } = require('./places');

const causeHeader = 'x-ahoy-cause';
const functionHeader = 'x-ahoy-function';
const lineHeader = 'x-ahoy-line';

const loopbackPattern = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::)$/;
const stackDepth = 50;
const threadKey = 'ahoy.offline';

const connect = net.Socket.prototype.connect;

class OfflineSeam {
  #settings;
  #configuration;
  #queue;
  #cause = null; // of the invocation that runs: a token of the host's

  constructor(configuration, queue) {
    this.#settings = configuration.offline;
    this.#configuration = configuration;
    this.#queue = queue;
  }

  install() {
    this.#queue.onStart = ({ headers }) => {
      this.#cause = headers[causeHeader] ?? null;
      delete headers[causeHeader];
    };
    this.#installConnections();
    this.#installRequests();
    if (this.#settings.strict) {
      this.#installNames();
    }

    installThreads(this.#configuration);

    // What was imported from these modules by name.
    Module.syncBuiltinESMExports();
  }

  #installConnections() {
    const seam = this;
    const connectSecurely = tls.connect;
    tls.connect = function (...values) {
      const { options, callback } = readTlsArguments(values);
      const host = options.servername || options.host || 'localhost';
      const port = options.path ? undefined : seam.#portOf(host, Number(options.port || 443), true);
      return port === undefined ? Reflect.apply(connectSecurely, this, values) : connectPlainly(host, port, options, callback);
    };

    net.Socket.prototype.connect = function (...values) {
      const { options, callback } = readNetArguments(values);
      // Node itself gives a path of null where there is none.
      if (options.path) {
        return Reflect.apply(connect, this, values);
      }

      const host = String(options.host ?? 'localhost');
      const port = seam.#portOf(host, Number(options.port), false);
      if (port !== undefined) {
        const { lookup, ...others } = options;
        return Reflect.apply(connect, this, [{ ...others, host: '127.0.0.1', port }, callback]);
      }

      if (!seam.#isInReach(host)) {
        const error = seam.#refusal(host);
        // As a connection that fails: what is written until then waits.
        this.connecting = true;
        process.nextTick(() => {
          this.connecting = false;
          this.destroy(error);
        });
        return this;
      }

      return Reflect.apply(connect, this, values);
    };
  }

  #installRequests() {
    for (const module of [http, https]) {
      const { request } = module;
      module.request = (...values) => this.#sign(request(...values));
      module.get = (...values) => {
        const made = module.request(...values);
        made.end();
        return made;
      };
    }

    channels.subscribe('undici:request:create', ({ request }) => {
      if (isTwilio(hostOf(request.origin))) {
        for (const [name, value] of this.#headers()) {
          request.addHeader(name, value);
        }
      }
    });

    // undici makes its requests later, when the caller can't be seen any more.
    const { fetch } = globalThis;
    const value = (input, init) => {
      const host = hostOf(input?.url ?? input);
      if (isTwilio(host)) {
        const headers = new Headers(init?.headers ?? input?.headers);
        setHeader(headers, lineHeader, this.#line());
        return fetch(input, { ...init, headers });
      }

      return host === undefined || this.#isInReach(host) ? fetch(input, init) : Promise.reject(new TypeError('fetch failed', { cause: this.#refusal(host) }));
    };
    Object.defineProperty(value, 'name', { value: 'fetch' });
    Object.defineProperty(globalThis, 'fetch', { value, writable: true, enumerable: true, configurable: true });
  }

  // Names of other hosts are not even looked up.
  #installNames() {
    const seam = this;
    for (const [target, isPromise] of [[dns, false], [dns.Resolver.prototype, false], [dns.promises, true], [dns.promises.Resolver.prototype, true]]) {
      for (const name of Object.getOwnPropertyNames(target).filter((n) => /^(?:lookup|resolve|reverse)/.test(n))) {
        const ask = target[name];
        const guarded = function (host, ...values) {
          const callback = values.at(-1);
          // What Node itself refuses is left to it.
          if (seam.#isInReach(String(host)) || (!isPromise && typeof callback !== 'function')) {
            return Reflect.apply(ask, this, [host, ...values]);
          }

          const error = seam.#refusal(String(host));
          if (isPromise) {
            return Promise.reject(error);
          }

          process.nextTick(callback, error);
          return {};
        };
        // Also what util.promisify has to know of it.
        Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(ask));
        target[name] = guarded;
      }
    }
  }

  // The port of this machine that answers for a host; undefined where the host answers itself.
  #portOf(host, port, isSecure) {
    if (isTwilio(host)) {
      return this.#settings.port;
    }

    const { domainName, gatewayPort } = this.#settings;
    const isOwn = `${host}:${port}` === domainName || host === domainName || (isSecure && port === gatewayPort && isLoopback(host));
    return isOwn ? gatewayPort : undefined;
  }

  #isInReach(host) {
    return !this.#settings.strict || isLoopback(host) || host === this.#settings.domainName.replace(/:\d+$/, '');
  }

  #refusal(host) {
    const place = this.#line() ?? this.#function();
    const error = new Error(`${host} can't be reached${place === null ? '' : ` from ${place}`}: this host was started with --offline=strict, which lets nothing leave this machine.`);
    error.code = 'AHOY_OFFLINE';
    return error;
  }

  #sign(request) {
    if (isTwilio(request.host)) {
      for (const [name, value] of [...this.#headers(), [lineHeader, this.#line()]]) {
        setHeader(request, name, value);
      }
    }

    return request;
  }

  // Who asks, and because of what.
  #headers() {
    const headers = [];
    const name = this.#function();
    if (name !== null) {
      headers.push([functionHeader, encodeURIComponent(name)]);
    }

    if (this.#cause !== null) {
      headers.push([causeHeader, this.#cause]);
    }

    return headers;
  }

  // The path of the Function that runs, or ran last.
  #function() {
    const { current } = this.#queue;
    return current === null ? null : this.#settings.prefix + this.#configuration.functions[current.functionIndex].path;
  }

  // The project's line that asks, as far as it can be seen from here.
  #line() {
    const limit = Error.stackTraceLimit;
    const holder = {};
    Error.stackTraceLimit = stackDepth;
    Error.captureStackTrace(holder);
    Error.stackTraceLimit = limit;
    let stack;
    try {
      stack = String(holder.stack);
    } catch {
      // The Function's own Error.prepareStackTrace.
      return null;
    }

    const own = readFrames(stack.replaceAll('at async ', 'at ')).find((frame) => !frame.isPackage);
    return own === undefined ? null : describePlace(own, this.#configuration.folder);
  }
}

// The threads that a Function starts have modules of their own: each begins with a seam of its own, by way of worker.js.
function installThreads(configuration) {
  const { Worker } = threads;
  threads.setEnvironmentData(threadKey, configuration);
  threads.Worker = class extends Worker {
    constructor(file, options) {
      super(file, { ...options, execArgv: [...(options?.execArgv ?? process.execArgv), '--require', path.join(__dirname, 'worker.js')] });
    }
  };
  Object.defineProperty(threads.Worker, 'name', { value: 'Worker' });
}

function setHeader(target, name, value) {
  if (value === null) {
    return;
  }

  const text = name === lineHeader ? encodeURIComponent(value) : value;
  try {
    (target.setHeader ?? target.set).call(target, name, text);
  } catch {
    // Its headers are on their way already: then it stays without a name.
  }
}

function isTwilio(host) {
  return host === 'twilio.com' || (typeof host === 'string' && /\.twilio\.com\.?$/i.test(host));
}

function isLoopback(host) {
  return loopbackPattern.test(host.toLowerCase().replace(/^\[(.*)\]$/, '$1'));
}

function hostOf(url) {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}

// As net itself reads them: (options, callback), (port, host, callback), (path, callback), or a list of these two that it has read already.
function readNetArguments(values) {
  if (Array.isArray(values[0])) {
    return { options: values[0][0], callback: values[0][1] ?? undefined };
  }

  const callback = typeof values.at(-1) === 'function' ? values.at(-1) : undefined;
  const [first, second] = values;
  if (typeof first === 'object' && first !== null) {
    return { options: first, callback };
  }

  if (typeof first === 'string' && !/^\d+$/.test(first)) {
    return { options: { path: first }, callback };
  }

  return { options: { port: first, ...(typeof second === 'string' ? { host: second } : {}) }, callback };
}

// The same, with options after port and host.
function readTlsArguments(values) {
  const { options, callback } = readNetArguments(values);
  const more = values.slice(1).find((value) => typeof value === 'object' && value !== null);
  return { options: { ...options, ...more }, callback };
}

// A connection that is none of TLS and looks like one.
function connectPlainly(host, port, options, callback) {
  const socket = new net.Socket({ highWaterMark: options.highWaterMark, signal: options.signal });
  Object.assign(socket, {
    encrypted: true,
    authorized: false,
    authorizationError: null,
    alpnProtocol: 'http/1.1',
    servername: host,
    getPeerCertificate: () => ({ subject: { CN: host }, subjectaltname: `DNS:${host}` }),
    getCertificate: () => ({}),
    getCipher: () => ({ name: 'TLS_AES_256_GCM_SHA384', standardName: 'TLS_AES_256_GCM_SHA384', version: 'TLSv1.3' }),
    getProtocol: () => 'TLSv1.3',
    getSession: () => undefined,
    getTLSTicket: () => undefined,
    isSessionReused: () => false,
    setServername() {},
    setMaxSendFragment: () => true,
    disableRenegotiation() {},
    enableTrace() {},
  });
  if (callback !== undefined) {
    socket.once('secureConnect', callback);
  }

  socket.once('connect', () => {
    socket.authorized = true;
    socket.emit('secure');
    socket.emit('secureConnect');
  });
  Reflect.apply(connect, socket, [{ host: '127.0.0.1', port }]);
  return socket;
}

function installOffline(configuration, queue) {
  new OfflineSeam(configuration, queue).install();
}

// In a thread, before anything else runs in it.
function installOfflineInThread() {
  installOffline(threads.getEnvironmentData(threadKey), { current: null });
}

module.exports = { installOffline, installOfflineInThread };
