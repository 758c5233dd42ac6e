//// reports: node20
//// runtime: node20
//// packages: esm:p-retry
const retry = require([|'p-retry'|]);

exports.handler = async (context, event, callback) => {
  const response = await retry(() => fetch(event.url));
  callback(null, response.status);
};

//// reports: node22
//// packages: esm:p-retry
const { default: retry } = require([|'p-retry'|]);

exports.handler = async (context, event, callback) => {
  const response = await retry(() => fetch(event.url));
  callback(null, response.status);
};

//// reports: a package with nothing for require
//// packages: import-only:got
const got = require([|'got'|]);

exports.handler = (context, event, callback) => {
  got(event.url).then((r) => callback(null, r.body), callback);
};

//// reports: in the handler
//// packages: esm:nanoid
exports.handler = (context, event, callback) => {
  const { nanoid } = require([|'nanoid'|]);
  callback(null, nanoid());
};

//// reports: a scoped package
//// packages: import-only:@octokit/rest
const { Octokit } = require([|'@octokit/rest'|]);

exports.handler = (context, event, callback) => callback(null, typeof Octokit);

//// reports: a member at once
//// packages: esm:chalk
exports.handler = (context, event, callback) => {
  callback(null, require([|'chalk'|]).default.green(event.Body));
};

//// reports: a name in a constant
//// packages: esm:node-fetch
const FETCH = 'node-fetch';
const fetch = require([|FETCH|]);

exports.handler = (context, event, callback) => {
  fetch(event.url).then((r) => callback(null, r.status), callback);
};

//// reports: a library
//// packages: esm:p-limit
//// file: functions/limit.private.js
module.exports = require([|'p-limit'|])(5);

//// reports: a private Asset
//// packages: esm:slugify
//// file: assets/slug.private.js
var slugify = require([|'slugify'|]);

exports.slug = (text) => slugify(text);

//// reports: compiled TypeScript
//// packages: esm:got
"use strict";
const got_1 = require([|"got"|]);
exports.handler = (context, event, callback) => {
    got_1.default(event.url).then((r) => callback(null, r.body), callback);
};

//// reports: one of several
//// packages: axios esm:p-queue
const axios = require('axios');
const Queue = require([|'p-queue'|]);

exports.handler = (context, event, callback) => callback(null, [axios, Queue].length);

//// reports: for its effects
//// packages: import-only:whatwg-polyfill
require([|'whatwg-polyfill'|]);

exports.handler = (context, event, callback) => callback();

//// reports: a newer runtime
//// runtime: node24
//// packages: esm:p-map
const map = require([|'p-map'|]);

exports.handler = (context, event, callback) => {
  map([1, 2], (x) => x).then((r) => callback(null, r), callback);
};

//// silent: import()
//// packages: esm:p-retry import-only:got
exports.handler = async (context, event, callback) => {
  const { default: retry } = await import('p-retry');
  const { default: got } = await import('got');
  callback(null, await retry(() => got(event.url).text()));
};

//// silent: a CommonJS package
//// packages: axios lodash
const axios = require('axios');
const _ = require('lodash');

exports.handler = (context, event, callback) => callback(null, [axios, _].length);

//// silent: not installed
//// packages: axios
const retry = require('p-retry');

exports.handler = (context, event, callback) => callback(null, retry);

//// silent: no package.json
const got = require('got');

exports.handler = (context, event, callback) => callback(null, got);

//// silent: a file of the package
//// packages: import-only:date-fns
const { format } = require('date-fns/cjs/format');

exports.handler = (context, event, callback) => callback(null, format(new Date()));

//// silent: Node's modules
//// packages: esm:p-retry
const fs = require('fs');
const timers = require('node:timers/promises');

exports.handler = (context, event, callback) => callback(null, [fs, timers].length);

//// silent: a relative path
//// packages: esm:helper
//// file: assets/tools.private.js
module.exports = require('./helper');

//// silent: a computed name
//// packages: esm:parser-csv
exports.handler = (context, event, callback) => {
  callback(null, require(`parser-${event.format}`));
};

//// silent: another require
//// packages: esm:got
exports.handler = (context, event, callback) => {
  const require = (name) => ({ name });
  callback(null, require('got').name);
};

//// silent: import() with then
//// packages: esm:got
exports.handler = (context, event, callback) => {
  import('got').then(({ default: got }) => got(event.url)).then((r) => callback(null, r.body), callback);
};

//// silent: a similar name
//// packages: esm:p-retry p-retry-cjs
const retry = require('p-retry-cjs');

exports.handler = (context, event, callback) => callback(null, retry);

//// silent: resolve only finds the file
//// packages: esm:got
exports.handler = (context, event, callback) => callback(null, require.resolve('got'));

//// silent: twilio itself
//// packages: twilio
const twilio = require('twilio');

exports.handler = (context, event, callback) => callback(null, typeof twilio);

//// silent: a comment and a text
//// packages: esm:got
exports.handler = (context, event, callback) => {
  // require('got') throws
  callback(null, "require('got')");
};

//// silent: import.meta and friends have nothing to do with it
//// packages: esm:got
exports.handler = (context, event, callback) => {
  callback(null, { require: 'got', import: 'got' });
};

//// silent: a page for browsers
//// packages: esm:htmx
//// file: assets/app.js
require('htmx');
