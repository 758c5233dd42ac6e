'use strict';

// Loaded before a client: what it sends to Twilio's Serverless API goes to the control plane under test instead.
const http = require('node:http');
const https = require('node:https');

const target = new URL(process.env.AHOY_API);
const request = https.request;
const twilio = /^serverless(-upload)?\.([\w-]+\.){0,2}twilio\.com$/;

https.request = function redirected(...args) {
  const url = typeof args[0] === 'string' || args[0] instanceof URL ? new URL(args.shift()) : null;
  const options = typeof args[0] === 'object' ? args.shift() : {};
  const host = url?.hostname ?? options.hostname ?? options.host;
  if (!twilio.test(host)) {
    return request.call(this, ...(url ? [url] : []), options, ...args);
  }

  const headers = { ...options.headers };
  delete headers.host;
  delete headers.Host;
  return http.request({
    ...options,
    agent: undefined,
    protocol: 'http:',
    host: undefined,
    hostname: target.hostname,
    port: target.port,
    path: url ? url.pathname + url.search : options.path,
    auth: url?.username ? `${url.username}:${url.password}` : options.auth,
    headers,
  }, ...args);
};
