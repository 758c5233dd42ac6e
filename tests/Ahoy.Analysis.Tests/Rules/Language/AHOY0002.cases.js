//// reports: a default import above a CommonJS handler
[|import axios from 'axios';|]

exports.handler = async (context, event, callback) => {
  const { data } = await axios.get('https://example.com/rates.json');
  callback(null, data);
};

//// reports: named imports, several lines
[|import {
  format,
  parseISO,
} from 'date-fns';|]

exports.handler = function (context, event, callback) {
  callback(null, format(parseISO(event.date), 'P'));
};

//// reports: a namespace import without semicolon
[|import * as qs from 'qs'|]

exports.handler = (context, event, callback) => {
  callback(null, qs.stringify(event))
}

//// reports: an import for its effects
[|import './setup.js';|]

exports.handler = (context, event, callback) => callback();

//// reports: each import by itself
[|import fs from 'node:fs';|]
[|import path from 'node:path';|]

exports.handler = (context, event, callback) => {
  callback(null, fs.readdirSync(path.join('/tmp')));
};

//// reports: the handler is an exported arrow function
[|export|] const handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message('Hello');
  callback(null, twiml);
};

//// reports: the handler is an exported function
[|export|] async function handler(context, event, callback) {
  try {
    const call = await context.getTwilioClient().calls(event.CallSid).fetch();
    callback(null, call.status);
  } catch (error) {
    callback(error);
  }
}

//// reports: the handler is exported in a list
const handler = (context, event, callback) => {
  callback(null, { ok: true });
};

[|export { handler };|]

//// reports: a default export
const handler = (context, event, callback) => callback(null, 'ok');

[|export default|] { handler };

//// reports: a library that exports its helpers
//// file: functions/phone.private.js
[|export|] function normalize(number) {
  return number.replace(/[^+\d]/g, '');
}

[|export|] const isLocal = (number) => normalize(number).startsWith('+49');

//// reports: an import in a private Asset
//// file: assets/rates.private.js
[|import rates from './rates.json' with { type: 'json' };|]

module.exports = { rates };

//// reports: a re-export
//// file: functions/shared/index.private.js
[|export * from './phone.private.js';|]
[|export { lookup } from './lookup.private.js';|]

//// reports: modules may await at their top, and this is one
[|import { readFile } from 'node:fs/promises';|]

const greeting = await readFile('/tmp/greeting.txt', 'utf8');

exports.handler = (context, event, callback) => {
  callback(null, greeting);
};

//// silent: import() is how ES modules are loaded
exports.handler = async (context, event, callback) => {
  const { default: got } = await import('got');
  try {
    const body = await got('https://example.com/anything').json();
    callback(null, body);
  } catch (error) {
    callback(error);
  }
};

//// silent: import() with then
exports.handler = (context, event, callback) => {
  import('p-retry')
    .then(({ default: retry }) => retry(() => fetch(event.url)))
    .then((response) => callback(null, response.status))
    .catch(callback);
};

//// silent: require
const axios = require('axios');
const { format } = require('date-fns');

exports.handler = (context, event, callback) => {
  callback(null, format(new Date(), 'P') + axios.VERSION);
};

//// silent: exports as properties
const handler = (context, event, callback) => {
  callback(null, 'exported');
};

exports.handler = handler;
exports.helper = () => 1;

//// silent: module.exports
module.exports = {
  handler(context, event, callback) {
    callback(null, 'ok');
  },
};

//// silent: TypeScript's emitted form
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.handler = void 0;
const handler = (context, event, callback) => {
    callback(null, 'compiled');
};
exports.handler = handler;

//// silent: the words in strings and comments
// import axios from 'axios' would not work here, and neither would
// export const handler = …
exports.handler = (context, event, callback) => {
  callback(null, "import x from 'y'; export default x;");
};

//// silent: the words as properties
exports.handler = (context, event, callback) => {
  const customs = { import: 12, export: 3 };
  customs.import += customs.export;
  callback(null, customs.import);
};

//// silent: a public Asset is a page's script
//// file: assets/app.js
import { start } from './start.js';

start(document.getElementById('app'));

//// silent: a protected Asset is not loaded by Functions either
//// file: assets/app.protected.js
import { start } from './start.js';

export default start;

//// silent: code in a template literal
exports.handler = (context, event, callback) => {
  const page = `
    <script type="module">
      import { start } from '/app.js';
      start();
    </script>`;
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/html').setBody(page);
  callback(null, response);
};

//// silent: a method called export
class Ledger {
  export() {
    return JSON.stringify(this.rows);
  }
}

exports.handler = (context, event, callback) => {
  callback(null, new Ledger().export());
};

//// silent: a regular expression
exports.handler = (context, event, callback) => {
  const modules = (event.source || '').match(/^import .* from/gm) || [];
  callback(null, modules.length);
};

//// silent: a file of comments
/*
 * import nothing from 'nowhere';
 */
exports.handler = (context, event, callback) => callback();

//// silent: require behind a condition
exports.handler = (context, event, callback) => {
  const parser = event.format === 'csv' ? require('./csv') : JSON;
  callback(null, parser.parse(event.Body));
};

//// silent: import() assigned to a variable at the top
const gotModule = import('got');

exports.handler = async (context, event, callback) => {
  try {
    const { default: got } = await gotModule;
    callback(null, await got(event.url).text());
  } catch (error) {
    callback(error);
  }
};
