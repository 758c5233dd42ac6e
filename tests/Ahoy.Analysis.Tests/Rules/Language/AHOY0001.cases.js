//// reports: a parenthesis is missing
exports.handler = (context, event, callback) => {
  const numbers = event.To.split(','[|;|]
  callback(null, numbers.length);
};

//// reports: a name is missing
exports.handler = (context, event, callback) => {
  const [|=|] event.From;
  callback(null, event.To);
};

//// reports: a string that does not end
exports.handler = (context, event, callback) => {
  const greeting = [|'Ahoy, World!;|]
  callback(null, greeting);
};

//// reports: an operator without its right side
exports.handler = (context, event, callback) => {
  if (event.Body && [|)|] {
    return callback(null, 'text');
  }
  return callback(null, 'nothing');
};

//// reports: a name that is declared twice
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const [|client|] = require('twilio')(context.ACCOUNT_SID, context.AUTH_TOKEN);
  callback(null, typeof client);
};

//// reports: a constant without a value
exports.handler = (context, event, callback) => {
  const [|twiml|];
  callback(null, twiml);
};

//// reports: an object without a comma
exports.handler = (context, event, callback) => {
  callback(null, {
    from: event.From
    [|to|]: event.To,
  });
};

//// reports: break where there is nothing to leave
exports.handler = (context, event, callback) => {
  if (!event.Body) {
    [|break|];
  }
  callback(null, event.Body);
};

//// reports: a try alone
exports.handler = (context, event, callback) => {
  try {
    callback(null, JSON.parse(event.Body));
  }
[|}|];

//// reports: a broken regular expression
exports.handler = (context, event, callback) => {
  const isNumber = /^\+[|(|]\d{10,15}$/.test(event.From);
  callback(null, isNumber);
};

//// reports: a library with an error
//// file: functions/tools.private.js
module.exports = {
  pad(text, length) {
    return text.padStart(length, '0')[|)|];
  },
};

//// reports: a private Asset with an error
//// file: assets/rates.private.js
exports.rates = [
  { from: 'EUR', to: 'USD', rate: 1.08 },
  { from: 'EUR', to: 'GBP' [|rate|]: 0.86 },
];

//// reports: two functions with an error each
exports.handler = (context, event, callback) => {
  callback(null, first(event) + second(event));
};

function first(event) {
  return event.a +[|;|]
}

function second(event) {
  return [event.b, event.c[|;|]
}

//// reports: an assignment to a call
exports.handler = (context, event, callback) => {
  [|event.get('Body')|] = 'changed';
  callback(null, event.Body);
};

//// silent: everything that a Function usually is
const axios = require('axios');

exports.handler = async function (context, event, callback) {
  const twiml = new Twilio.twiml.MessagingResponse();
  try {
    const { data } = await axios.get(`https://example.com/${event.city}`);
    twiml.message(`It is ${data.temperature ?? 'un'}known`);
    return callback(null, twiml);
  } catch (error) {
    return callback(error);
  }
};

//// silent: return at the top of the file
if (process.env.DISABLED) {
  exports.handler = (context, event, callback) => callback(null, 'off');
  return;
}

exports.handler = (context, event, callback) => callback(null, 'on');

//// silent: a class with everything
class Ledger {
  static #count = 0;
  #rows = [];
  static { Ledger.#count = 0; }
  get rows() { return this.#rows; }
  set rows(rows) { this.#rows = rows; }
  async *[Symbol.asyncIterator]() { yield* this.#rows; }
  static of(...rows) { const l = new Ledger(); l.rows = rows; Ledger.#count++; return l; }
  has(row) { return #rows in this && this.#rows.includes(row); }
}

exports.handler = (context, event, callback) => callback(null, Ledger.of(1).has(1));

//// silent: optional chaining and logical assignment
exports.handler = (context, event, callback) => {
  let name = event.request?.cookies?.['name'];
  name ??= event.Name || 'stranger';
  name &&= name.trim();
  callback?.(null, `Hello, ${name}`);
};

//// silent: no semicolons at all
const greet = name => `Hello, ${name}`

exports.handler = (context, event, callback) => {
  const names = (event.names || '').split(',')
  ;[...names].forEach(name => console.log(greet(name)))
  callback(null, names.map(greet).join('\n'))
}

//// silent: sloppy code of the old kind
var config = { retries: 010 };

with (config) {
  retries = retries + 1;
}

exports.handler = function (context, event, callback) {
  arguments[2](null, config.retries);
};

//// silent: regular expressions of the new kind
exports.handler = (context, event, callback) => {
  const match = /^(?<country>\+\d{1,3})(?<rest>[\p{N}\s]+)$/u.exec(event.From);
  const words = (event.Body || '').match(/(?<!\w)\d+/gs);
  callback(null, { country: match?.groups.country, words });
};

//// silent: numbers of all kinds
exports.handler = (context, event, callback) => {
  const limits = [1_000_000, 0xff, 0b1010, 0o17, .5, 1e3, 9007199254740993n];
  callback(null, limits.map(String));
};

//// silent: a hashbang and a directive
#!/usr/bin/env node
'use strict';

exports.handler = (context, event, callback) => callback(null, 'ok');

//// silent: labels and all loops
exports.handler = (context, event, callback) => {
  const found = [];
  outer: for (const key in event) {
    for (let i = 0; i < 3; i++) {
      if (key.length === i) continue outer;
      do { found.push(key); } while (found.length < i);
    }
    if (found.length > 10) break outer;
  }
  callback(null, found);
};

//// silent: comments everywhere
/* before */ exports.handler = (context /* first */, event, callback /* last */) => { // open
  // inside
  callback(/* no error */ null, /* text */ 'ok'); // called
}; /* after */

//// silent: await and import have their own rules
const { default: got } = await import('got');

exports.handler = (context, event, callback) => {
  const text = await got(event.url).text();
  callback(null, text);
};

//// silent: a module has its own rule
import axios from 'axios';

export const handler = (context, event, callback) => {
  axios.get(event.url).then((r) => callback(null, r.data), callback);
};

//// silent: words that are reserved only elsewhere
exports.handler = (context, event, callback) => {
  const async = 1, of = 2, get = 3, set = 4, from = 5, as = 6;
  let yield_ = { class: async, default: of, new: get, if: set, let: from, static: as };
  callback(null, yield_.class + yield_.default);
};

//// silent: templates in templates
exports.handler = (context, event, callback) => {
  const rows = [1, 2].map((n) => `<tr><td>${n % 2 ? `odd ${n}` : `even ${n}`}</td></tr>`);
  callback(null, `<table>${rows.join(``)}</table>`);
};

//// silent: a public Asset is for browsers
//// file: assets/app.js
this is not even JavaScript

//// silent: an empty library
//// file: functions/empty.private.js

//// silent: unicode in names and strings
exports.handler = (context, event, callback) => {
  const größe = '📏', 名前 = event.名前 ?? '\u{1F680}';
  callback(null, `${größe}: ${名前}`);
};

//// reports: a constant with a name that Node gives to each file
const [|module|] = require('./module');

exports.handler = (context, event, callback) => callback(null, module.name);

//// silent: Node's names in a block, a function and a var
var exports;
exports.handler = (context, event, callback) => {
  const module = { name: event.name };
  callback(null, module.name);
};
