'use strict';

// Takes a trace along: what a Function asks of others carries a `traceparent` below the span of its invocation, where it has none of its own. The spans of those requests
// are numbered here, told by outbound.js once they are over, and made by the gateway. It is loaded only where traces are asked for.

const channels = require('node:diagnostics_channel');
const { randomBytes } = require('node:crypto');
const http = require('node:http');
const https = require('node:https');
const Module = require('node:module');
const { now } = require('./clock');

const invocationHeader = 'x-ahoy-trace';
const traceHeader = 'traceparent';

// Where the number of the span stands in a traceparent: 00-<trace>-<span>-<flags>.
const spanAt = 36;
const spanEnd = 52;

// A Function may change the clock that it sees.
const epoch = Date.now() - now();

// Gives the function that tells the number of a request's span, or undefined.
function installTracing(queue) {
  const spans = new WeakMap();
  let current = null; // of the invocation that runs or ran last, as a traceparent

  const before = queue.onStart;
  queue.onStart = (request) => {
    before?.(request);
    current = request.headers[invocationHeader] ?? null;
    delete request.headers[invocationHeader];
  };

  // What is not sampled is nobody's span, and says so on its way.
  const begin = (request) => {
    if (!current.endsWith('1')) {
      return current;
    }

    const span = randomBytes(8).toString('hex');
    spans.set(request, span);
    return current.slice(0, spanAt) + span + current.slice(spanEnd);
  };

  const mark = (request) => {
    if (current !== null && !request.headersSent && !request.hasHeader(traceHeader)) {
      request.setHeader(traceHeader, begin(request));
    }

    return request;
  };

  for (const module of [http, https]) {
    const { request } = module;
    module.request = (...values) => mark(request(...values));
    module.get = (...values) => {
      const made = module.request(...values);
      made.end();
      return made;
    };
  }

  channels.subscribe('undici:request:create', ({ request }) => {
    if (current !== null && !String(request.headers).toLowerCase().includes(traceHeader)) {
      request.addHeader(traceHeader, begin(request));
    }
  });

  // What was imported from these modules by name.
  Module.syncBuiltinESMExports();
  return (request) => spans.get(request);
}

module.exports = { installTracing, epoch };
