'use strict';

const path = require('node:path');
const { fileURLToPath } = require('node:url');

const framePattern = /^\s+at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:[\\/]|webpack:).+?):(\d+):(\d+)\)?$/;

// The frames of a stack trace in which somebody's code ran, nearest first: where, and whether it is a package's code. What
// waits for that code (`at async`) did not start anything, and what Node and this runtime do is nobody's line.
function readFrames(stack) {
  const frames = [];
  for (const line of typeof stack === 'string' ? stack.split('\n') : []) {
    const match = line.includes('at async ') ? null : framePattern.exec(line);
    if (match === null) {
      continue;
    }

    const file = match[1].startsWith('file:') ? fileURLToPath(match[1]) : match[1];
    if (!file.startsWith(__dirname + path.sep)) {
      frames.push({ file, line: match[2], isPackage: /[\\/]node_modules[\\/]/.test(file) });
    }
  }

  return frames;
}

// The place in the words of the log: the file as seen from the project's folder, and the line.
function describePlace({ file, line }, folder) {
  const relative = path.relative(folder, file);
  return `${relative.startsWith('..') || path.isAbsolute(relative) ? file : relative.replaceAll('\\', '/')}:${line}`;
}

module.exports = { readFrames, describePlace };
