'use strict';

// Each HTTP client, asking a host that is not this machine's.
const dns = require('node:dns');
const hooks = require('node:async_hooks');
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
const tls = require('node:tls');

const lookups = [];
hooks.createHook({
  init(id, type, trigger, resource) {
    if (/^(?:GETADDRINFO|GETNAMEINFO|QUERY)/.test(type)) {
      lookups.push(resource);
    }
  },
}).enable();

const failure = (emitter) => new Promise((resolve) => emitter.once('error', resolve).once('connect', () => resolve(null)));
const rejection = (promise) => promise.then(() => null, (error) => error);

const ways = {
  'fetch': (url) => rejection(fetch(url)),
  'https': (url) => failure(https.get(url)),
  'http': (url) => failure(http.get(url.replace('https:', 'http:'))),
  'axios': (url) => rejection(require('axios').get(url)),
  'got': async (url) => rejection((await import('got')).default(url, { retry: { limit: 0 } })),
  'node-fetch 2': (url) => rejection(require('node-fetch2')(url)),
  'node-fetch 3': async (url) => rejection((await import('node-fetch3')).default(url)),
  'undici': (url) => rejection(require('undici').request(url)),
  'net': (url) => failure(net.connect(25, new URL(url).hostname)),
  'net, address': () => failure(net.connect({ port: 443, host: '192.0.2.1' })),
  'tls': (url) => failure(tls.connect(443, new URL(url).hostname)),
  'dns.lookup': (url) => new Promise((resolve) => dns.lookup(new URL(url).hostname, resolve)),
  'dns.resolve': (url) => new Promise((resolve) => dns.resolve4(new URL(url).hostname, resolve)),
  'dns.promises': (url) => rejection(dns.promises.resolve(new URL(url).hostname)),
  'dns.Resolver': (url) => new Promise((resolve) => new dns.Resolver().resolve4(new URL(url).hostname, resolve)),
  'dns.promises.Resolver': (url) => rejection(new dns.promises.Resolver().resolve4(new URL(url).hostname)),
  'dgram': () => new Promise((resolve) => {
    const socket = require('node:dgram').createSocket('udp4');
    socket.once('error', resolve).send('x', 53, '192.0.2.1', resolve);
  }),
};

exports.handler = async (context, event, callback) => {
  const results = {};
  for (const [name, run] of Object.entries(ways)) {
    let error = await run(event.url);
    while (error?.cause !== undefined && error.code !== 'AHOY_OFFLINE') {
      error = error.cause;
    }

    results[name] = error === null || error === undefined ? 'reached it' : `${error.code}: ${error.message}`;
  }

  callback(null, { results, lookups: [...new Set(lookups.map((lookup) => lookup.hostname))] });
};
