'use strict';

// Who a Function asks, as a run has it: nobody is reached. Each request gets the answer that the run chose for it, after a time that the run chose.

const dns = require('node:dns');
const http = require('node:http');
const https = require('node:https');
const Module = require('node:module');
const net = require('node:net');
const tls = require('node:tls');
const { Duplex } = require('node:stream');

// The platform has a Response of its own.
const { Request: WebRequest, Response: WebResponse } = globalThis;

const twilioPattern = /(?:^|\.)twilio\.com$/;

// One side of a connection within this process.
class Side extends Duplex {
  other = null;
  #time;
  #timeout = null;
  #waiting = null;

  constructor(time) {
    super({ allowHalfOpen: true });
    this.#time = time;
    this.remoteAddress = '127.0.0.1';
    this.encrypted = true;
    this.authorized = true;
    this.connecting = false;
  }

  _read() {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.();
  }

  _write(chunk, _, done) {
    if (this.other.destroyed) {
      done();
    } else {
      this.other.#waiting = done;
      this.other.push(chunk);
    }
  }

  _final(done) {
    if (!this.other.destroyed) {
      this.other.push(null);
    }

    done();
  }

  _destroy(error, done) {
    this.#time.cancel(this.#timeout);
    const { other } = this;
    if (other !== null && !other.destroyed) {
      process.nextTick(() => other.destroy());
    }

    done(error);
  }

  setTimeout(delay, action) {
    this.#time.cancel(this.#timeout);
    if (action !== undefined) {
      this.once('timeout', action);
    }

    if (delay > 0) {
      this.#timeout = this.#time.after(delay, () => this.emit('timeout'));
      this.#timeout.unref();
    }

    return this;
  }

  setNoDelay() { return this; }
  setKeepAlive() { return this; }
  ref() { return this; }
  unref() { return this; }
  cork() {}
  uncork() {}
  getPeerCertificate() { return {}; }
  getCipher() { return {}; }
  isSessionReused() { return false; }
}

class Network {
  #time;
  #server;
  #open = new Set();

  // Asked for each request: { method, url, headers, body } → { delay, status, headers, body }, or { delay, failure }, or null where nothing is asked any more.
  answer = () => null;

  // What could not be answered as it was asked: a connection that is not HTTP.
  refused = new Set();

  constructor(time) {
    this.#time = time;
    this.#server = http.createServer({ keepAliveTimeout: 0 }, (request, response) => this.#serve(request, response));
    this.#server.timeout = 0;
    this.#server.headersTimeout = 0;
    this.#server.requestTimeout = 0;
  }

  install() {
    const connect = (options) => this.#connect(options);
    http.Agent.prototype.createConnection = function createConnection(options, done) {
      return connect(options, done);
    };
    https.Agent.prototype.createConnection = http.Agent.prototype.createConnection;
    // Each request has its own connection: what one run left open is not the next one's.
    for (const agent of [http.globalAgent, https.globalAgent]) {
      agent.keepAlive = false;
      agent.options.keepAlive = false;
    }

    const refuse = (to) => {
      this.refused.add(to);
      return Object.assign(new Error(`connect ECONNREFUSED ${to}`), { code: 'ECONNREFUSED', errno: -111, syscall: 'connect' });
    };
    net.Socket.prototype.connect = function connectNowhere(...values) {
      const options = typeof values[0] === 'object' ? (Array.isArray(values[0]) ? values[0][0] : values[0]) : { port: values[0], host: values[1] };
      const error = refuse(`${options.host ?? 'localhost'}:${options.port ?? options.path}`);
      process.nextTick(() => this.destroy(error));
      return this;
    };
    tls.connect = (options) => {
      const socket = new net.Socket();
      process.nextTick(() => socket.destroy(refuse(`${options.host ?? options.servername ?? 'localhost'}:${options.port}`)));
      return socket;
    };
    const lookup = (host, ...values) => process.nextTick(values.at(-1), null, values.find((v) => typeof v === 'object' && v?.all) ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4);
    dns.lookup = lookup;
    const noName = async (name) => {
      throw Object.assign(new Error(`queryA ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
    };
    for (const name of Object.keys(dns.promises).filter((key) => key.startsWith('resolve'))) {
      dns.promises[name] = noName;
      dns[name] = (host, ...values) => noName(host).catch((error) => values.at(-1)(error));
    }

    dns.promises.lookup = async (_, options) => (options?.all ? [{ address: '127.0.0.1', family: 4 }] : { address: '127.0.0.1', family: 4 });
    globalThis.fetch = (input, init) => this.#fetch(input, init);
    Module.syncBuiltinESMExports();
  }

  // Ends what a run left open.
  reset() {
    for (const side of this.#open) {
      side.removeAllListeners('error');
      side.on('error', () => {});
      side.destroy();
    }

    this.#open.clear();
    this.refused.clear();
  }

  #connect({ host, hostname, port, protocol }) {
    const client = new Side(this.#time);
    const server = new Side(this.#time);
    client.other = server;
    server.other = client;
    server.on('error', () => {});
    server.target = { isSecure: protocol === 'https:' || port === 443, host: hostname ?? host, client };
    this.#open.add(client);
    client.once('close', () => this.#open.delete(client));
    // The server's side is none of a Function's doing.
    process.nextTick(() => {
      client.emit('connect');
      client.emit('secureConnect');
    });
    this.#server.emit('connection', server);
    return client;
  }

  async #serve(request, response) {
    const { target } = request.socket;
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('error', () => {});
    response.on('error', () => {});
    await new Promise((resolve) => request.on('end', resolve));
    const origin = `${target.isSecure ? 'https' : 'http'}://${request.headers.host ?? target.host}`;
    const asked = { method: request.method, url: origin + request.url, headers: request.headers, body: Buffer.concat(chunks).toString('latin1') };
    const answer = this.answer(asked);
    if (answer === null) {
      return;
    }

    this.#time.after(answer.delay, () => {
      answer.sent?.();
      if (answer.failure) {
        const { message, ...details } = answer.failure;
        target.client.destroy(Object.assign(new Error(message), details));
        return;
      }

      response.writeHead(answer.status, { 'content-length': Buffer.byteLength(answer.body), connection: 'close', ...answer.headers });
      response.end(answer.body);
    });
  }

  #fetch(input, init) {
    return new Promise((resolve, reject) => {
      let request;
      try {
        request = new WebRequest(input, init);
      } catch (error) {
        reject(error);
        return;
      }

      if (request.signal.aborted) {
        reject(request.signal.reason);
        return;
      }

      request.signal.addEventListener('abort', () => reject(request.signal.reason), { once: true });
      request.text().then((body) => {
        const answer = this.answer({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body });
        if (answer === null) {
          return;
        }

        this.#time.after(answer.delay, () => {
          answer.sent?.();
          if (answer.failure) {
            const { message, ...details } = answer.failure;
            reject(Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(message), details) }));
            return;
          }

          const hasBody = ![101, 204, 205, 304].includes(answer.status);
          const response = new WebResponse(hasBody ? answer.body : null, { status: answer.status, headers: answer.headers });
          Object.defineProperty(response, 'url', { value: request.url });
          resolve(response);
        });
      }, reject);
    });
  }
}

const isTwilio = (url) => twilioPattern.test(new URL(url).hostname);

module.exports = { Network, isTwilio };
