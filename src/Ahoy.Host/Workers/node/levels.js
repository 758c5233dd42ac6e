'use strict';

const path = require('node:path');
const util = require('node:util');

const Level = Object.freeze({ info: 0, warn: 1, error: 2 });

const ownFolder = __dirname + path.sep;
const ownFrame = `\\n\\s+at [^\\n]*${ownFolder.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}[^\\n]*`;
const ownFrames = new RegExp(`${ownFrame}(?:${ownFrame}|\\n\\s+at [^\\n]*\\(?node:[^\\n]*)*`, 'g');

// As the console prints its arguments.
function format(...values) {
  return withoutOwnFrames(util.format(...values));
}

// Stack traces end where the Function was called: how this runtime, and Node for it, came there helps nobody.
function withoutOwnFrames(text) {
  return typeof text === 'string' && text.includes(ownFolder) ? text.replace(ownFrames, '') : text;
}

module.exports = { Level, format, withoutOwnFrames };
