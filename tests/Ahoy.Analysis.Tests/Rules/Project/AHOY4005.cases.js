//// reports: a package that is not listed
//// packages: axios
const _ = require([|'underscore'|]);

exports.handler = (context, event, callback) => {
  callback(null, _.startCase(event.name));
};

//// reports: no dependencies at all
//// packages:
const axios = require([|'axios'|]);

exports.handler = (context, event, callback) => {
  axios.get(event.url).then((r) => callback(null, r.data), callback);
};

//// reports: in devDependencies only
//// packages: dev:moment
const moment = require([|'moment'|]);

exports.handler = (context, event, callback) => callback(null, moment().format());

//// reports: in optionalDependencies only
//// packages: optional:sharp
exports.handler = (context, event, callback) => {
  const sharp = require([|'sharp'|]);
  callback(null, typeof sharp);
};

//// reports: in peerDependencies only
//// packages: peer:react
const React = require([|'react'|]);

exports.handler = (context, event, callback) => callback(null, React.version);

//// reports: a file of a package
//// packages: lodash
const fp = require([|'lodash.fp/curry'|]);

exports.handler = (context, event, callback) => callback(null, typeof fp);

//// reports: a scoped package
//// packages: @sendgrid/mail
const { EventWebhook } = require([|'@sendgrid/eventwebhook'|]);

exports.handler = (context, event, callback) => callback(null, typeof EventWebhook);

//// reports: import()
//// packages: axios
exports.handler = async (context, event, callback) => {
  const { default: got } = await import([|'got'|]);
  try {
    callback(null, await got(event.url).json());
  } catch (error) {
    callback(error);
  }
};

//// reports: import() in the handler's one big try
//// packages: axios
exports.handler = async (context, event, callback) => {
  try {
    const { default: retry } = await import([|'p-retry'|]);
    const response = await retry(() => fetch(event.url), { retries: 3 });
    const body = await response.json();
    callback(null, body);
  } catch (error) {
    callback(error);
  }
};

//// reports: a name in a constant
//// packages: axios
const PARSER = 'csv-parse';

exports.handler = (context, event, callback) => {
  const { parse } = require([|PARSER|]);
  callback(null, parse(event.Body));
};

//// reports: compiled TypeScript
//// packages: axios
"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
const dayjs_1 = __importDefault(require([|"dayjs"|]));
exports.handler = (context, event, callback) => {
    callback(null, dayjs_1.default().toISOString());
};

//// reports: a private Asset
//// packages: axios
//// file: assets/format.private.js
const { format } = require([|'date-fns'|]);

module.exports = { today: () => format(new Date(), 'P') };

//// reports: several
//// packages: axios
const axios = require('axios'), qs = require([|'qs'|]), jwt = require([|'jsonwebtoken'|]);

exports.handler = (context, event, callback) => {
  callback(null, [typeof axios, qs.stringify(event), typeof jwt]);
};

//// reports: in a catch
//// packages: axios
exports.handler = (context, event, callback) => {
  try {
    JSON.parse(event.Body);
    callback();
  } catch (error) {
    callback(null, require([|'json5'|]).parse(event.Body));
  }
};

//// silent: listed
//// packages: axios @sendgrid/mail lodash
const axios = require('axios');
const mail = require('@sendgrid/mail');
const curry = require('lodash/fp/curry');

exports.handler = (context, event, callback) => callback(null, [axios, mail, curry].length);

//// silent: in both lists
//// packages: axios dev:axios peer:axios
const axios = require('axios');

exports.handler = (context, event, callback) => callback(null, typeof axios);

//// silent: no package.json
const anything = require('anything');

exports.handler = (context, event, callback) => callback(null, anything);

//// silent: Node's modules
//// packages:
const fs = require('fs');
const { readFile } = require('fs/promises');
const crypto = require('node:crypto');
const { setTimeout: sleep } = require('timers/promises');
const test = require('node:test');

exports.handler = (context, event, callback) => callback(null, [fs, readFile, crypto, sleep, test].length);

//// silent: import() of Node's modules
//// packages:
exports.handler = async (context, event, callback) => {
  const { default: path } = await import('path');
  const { randomUUID } = await import('node:crypto');
  callback(null, path.join('/tmp', randomUUID()));
};

//// silent: what is always there
//// packages:
const twilio = require('twilio');
const VoiceResponse = require('twilio/lib/twiml/VoiceResponse');
const handler = require('@twilio/runtime-handler');
const get = require('lodash/get');

exports.handler = (context, event, callback) => callback(null, [twilio, VoiceResponse, handler].length);

//// silent: a relative path
//// packages:
//// file: assets/tools.private.js
const helper = require('./helper');
const parent = require('..');

module.exports = { helper, parent };

//// silent: a path that is not known
//// packages:
exports.handler = (context, event, callback) => {
  const helper = require(Runtime.getFunctions()['helper'].path);
  const asset = require(Runtime.getAssets()['/data.js'].path);
  callback(null, [helper, asset]);
};

//// silent: an absolute path
//// packages:
exports.handler = (context, event, callback) => {
  callback(null, require('/tmp/generated.js'));
};

//// silent: a require in a try
//// packages:
let sharp;
try {
  sharp = require('sharp');
} catch (error) {
  sharp = null;
}

exports.handler = (context, event, callback) => callback(null, Boolean(sharp));

//// silent: a require in the try of a function
//// packages: dev:pino-pretty
exports.handler = (context, event, callback) => {
  try {
    const pretty = require('pino-pretty');
    console.log(typeof pretty);
  } catch (error) {
    console.log('plain');
  }
  callback();
};

//// silent: an import() that is only attempted
//// packages:
async function load() {
  try {
    return await import('fast-json-stringify');
  } catch {
    return JSON;
  }
}

exports.handler = (context, event, callback) => {
  load().then((json) => callback(null, typeof json), callback);
};

//// silent: a computed name
//// packages:
exports.handler = (context, event, callback) => {
  callback(null, require(`./texts/${event.language}`));
};

//// silent: another require
//// packages:
const { createRequire } = require('module');

function handler(require, context, event, callback) {
  callback(null, require('anything'));
}

exports.handler = handler.bind(null, createRequire('/tmp/'));

//// silent: an import of the package itself
//// packages:
const texts = require('#texts');

exports.handler = (context, event, callback) => callback(null, texts);

//// silent: import() of an address
//// packages:
exports.handler = async (context, event, callback) => {
  const module = await import('file:///tmp/generated.mjs');
  const data = await import('data:text/javascript,export default 1');
  callback(null, [module, data]);
};

//// silent: resolve is no load
//// packages:
exports.handler = (context, event, callback) => {
  callback(null, typeof require.resolve + typeof require.cache);
};

//// silent: the word in a text
//// packages:
exports.handler = (context, event, callback) => {
  // const moment = require('moment');
  callback(null, "require('moment')");
};

//// silent: a page for browsers
//// packages:
//// file: assets/app.js
const $ = require('jquery');

//// silent: import() that may fail
//// packages: axios
exports.handler = async (context, event, callback) => {
  const tracer = await import('dd-trace').catch(() => null);
  callback(null, tracer ? 'traced' : 'not traced');
};
