//// fix: a default import above a CommonJS handler
//// adds: AHOY4007
[|import notes from './notes.cjs';|]

exports.handler = async (context, event, callback) => {
  callback(null, notes.note(event.text));
};

//// gives
//// run: { "text": "this" } => { "value": "noted this" }
const notes = require('./notes.cjs');

exports.handler = async (context, event, callback) => {
  callback(null, notes.note(event.text));
};

//// fix: several kinds of imports, an exported arrow function
//// adds: AHOY4007
[|import path from 'node:path';|]
import { note, level as depth } from './notes.cjs';
import * as os from 'node:os';
import 'node:fs';

export const handler = (context, event, callback) => {
  callback(null, `${note(path.basename(event.file))} ${depth} ${typeof os.tmpdir}`);
};

//// gives
//// run: { "file": "/tmp/a.txt" } => { "value": "noted a.txt 3 function" }
const path = require('node:path');
const { note, level: depth } = require('./notes.cjs');
const os = require('node:os');
require('node:fs');

exports.handler = (context, event, callback) => {
  callback(null, `${note(path.basename(event.file))} ${depth} ${typeof os.tmpdir}`);
};

//// fix: no semicolons, double quotes, names on several lines with comments
[|import {
  basename, // of the file
  extname as ending,
} from "node:path"|]

export async function handler(context, event, callback) {
  callback(null, basename(event.file, ending(event.file)))
}

//// gives
//// run: { "file": "/tmp/a.txt" } => { "value": "a" }
const {
  basename, // of the file
  extname: ending,
} = require("node:path")

exports.handler = async function handler(context, event, callback) {
  callback(null, basename(event.file, ending(event.file)))
}

//// fix: a default import together with names
[|import path, { sep } from 'path';|]

export const handler = function (context, event, callback) {
  callback(null, path.join('a', 'b') + sep);
};

//// gives
//// run: {} => { "value": "a/b/" }
const path = require('path');
const { sep } = path;

exports.handler = function (context, event, callback) {
  callback(null, path.join('a', 'b') + sep);
};

//// fix: a default import together with a namespace
[|import path, * as all from 'path';|]

export const handler = (context, event, callback) => callback(null, path.join === all.join);

//// gives
//// run: {} => { "value": true }
const path = require('path');
const all = path;

exports.handler = (context, event, callback) => callback(null, path.join === all.join);

//// fix: what is used again keeps its name
export const most = 2;

[|export|] function handler(context, event, callback) {
  if (event.again > 0) {
    return handler(context, { again: event.again - 1 }, callback);
  }

  return callback(null, most);
}

//// gives
//// run: { "again": 2 } => { "value": 2 }
const most = 2;
exports.most = most;

function handler(context, event, callback) {
  if (event.again > 0) {
    return handler(context, { again: event.again - 1 }, callback);
  }

  return callback(null, most);
}
exports.handler = handler;

//// fix: a list at the end
const handler = (context, event, callback) => callback(null, VERSION);
const VERSION = 3;

[|export { handler, VERSION as version };|]

//// gives
//// run: {} => { "value": 3 }
const handler = (context, event, callback) => callback(null, VERSION);
const VERSION = 3;

exports.handler = handler;
exports.version = VERSION;

//// fix: a list above what it lists
[|export { handler, limit };|]

const limit = 5;

const handler = (context, event, callback) => {
  callback(null, Math.min(event.count, limit));
};

//// gives
//// run: { "count": 9 } => { "value": 5 }

const limit = 5;

const handler = (context, event, callback) => {
  callback(null, Math.min(event.count, limit));
};
exports.handler = handler;
exports.limit = limit;

//// fix: the default export of an endpoint is its handler
[|export default|] async (context, event, callback) => {
  callback(null, 'default');
};

//// gives
//// run: {} => { "value": "default" }
exports.handler = async (context, event, callback) => {
  callback(null, 'default');
};

//// fix: a default function without a name
[|export default|] function (context, event, callback) {
  callback(null, 'default');
}

//// gives
//// run: {} => { "value": "default" }
exports.handler = function (context, event, callback) {
  callback(null, 'default');
};

//// fix: a default object with the handler
const answer = 'object';

[|export default|] {
  handler(context, event, callback) {
    callback(null, answer);
  },
};

//// gives
//// run: {} => { "value": "object" }
const answer = 'object';

module.exports = {
  handler(context, event, callback) {
    callback(null, answer);
  },
};

//// fix: a library's default function that calls itself
//// file: functions/lib/count.private.js
[|export default|] function count(list) {
  return list.length === 0 ? 0 : 1 + count(list.slice(1));
}

//// gives
function count(list) {
  return list.length === 0 ? 0 : 1 + count(list.slice(1));
}
module.exports = count;

//// fix: a library's class and destructured names
//// file: functions/lib/shop.private.js
[|export|] class Shop {
  open() {
    return true;
  }
}
export const { hours, days: weekdays } = { hours: 8, days: 5 };

//// gives
class Shop {
  open() {
    return true;
  }
}
exports.Shop = Shop;
const { hours, days: weekdays } = { hours: 8, days: 5 };
exports.hours = hours;
exports.weekdays = weekdays;

//// fix: another module's exports
//// file: functions/lib/all.private.js
[|export { note, level as depth, default as whole } from 'notes';|]
export * from 'words';
export * as names from 'names';

//// gives
exports.note = require('notes').note;
exports.depth = require('notes').level;
exports.whole = require('notes');
Object.assign(exports, require('words'));
exports.names = require('names');

//// fix: a package that is an ES module is imported where it is used
//// packages: esm:whole
[|import whole from 'whole';|]

export const handler = async (context, event, callback) => {
  try {
    callback(null, whole(event.name));
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "name": "Ada" } => { "value": "whole Ada" }

exports.handler = async (context, event, callback) => {
  try {
    const { default: whole } = await import('whole');
    callback(null, whole(event.name));
  } catch (error) {
    callback(error);
  }
};

//// fix: JSON with attributes
//// packages: words
[|import words from 'words/all.json' with { type: 'json' };|]

exports.handler = (context, event, callback) => callback(null, words.hello);

//// gives
const words = require('words/all.json');

exports.handler = (context, event, callback) => callback(null, words.hello);

//// fix: a parenthesis in the next line does not go on with the statement
[|export|] const handler = (context, event, callback) => callback(null, ready)

export function start() {
  ready = true
}

let ready = false
;(() => { ready = true })()

//// gives
//// run: {} => { "value": true }
exports.handler = (context, event, callback) => callback(null, ready)

exports.start = function start() {
  ready = true
}

let ready = false
;(() => { ready = true })()

//// none: an await at the top
[|import notes from 'notes';|]

const text = await notes.read();
exports.handler = (context, event, callback) => callback(null, text);

//// none: import.meta
[|import path from 'node:path';|]

const here = path.dirname(import.meta.url);
exports.handler = (context, event, callback) => callback(null, here);

//// none: importers see each value of an exported variable
[|export|] let count = 0;

exports.handler = (context, event, callback) => {
  count += 1;
  callback(null, count);
};

//// none: a default beside names can't be both
//// file: functions/lib/shop.private.js
[|export default|] { open: true };
export const hours = 8;

//// none: an import that is used before it stands there
start();
[|import { start } from 'engine';|]

exports.handler = (context, event, callback) => callback();

//// none: a name of one's own for require
const require = (name) => name;
[|import { start } from 'engine';|]

exports.handler = (context, event, callback) => callback(null, require(start));

//// none: a default beside other names in one list
const run = (context, event, callback) => callback(null, helper(event.name));
const helper = (name) => `${name}!`;
[|export { run as handler, helper as default };|]

//// fix: the default by its name
//// adds: AHOY4007
[|import { default as notes } from './notes.cjs';|]

exports.handler = (context, event, callback) => callback(null, notes.note(event.text));

//// gives
//// run: { "text": "this" } => { "value": "noted this" }
const notes = require('./notes.cjs');

exports.handler = (context, event, callback) => callback(null, notes.note(event.text));
