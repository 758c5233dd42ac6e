'use strict';

const { describePlace } = require('./places');

// What a file that can't be parsed begins its stack with: where it is, the line, and a mark below the place in it.
const head = /^([^\n]+):(\d+)\n[^\n]*\n( *)\^/;

// An error of syntax in a file of the project, in the words of the rule that reports it in the build (AHOY0001); null where it is another
// error, for example one of JSON.parse().
function describeSyntaxError(error, folder) {
  const match = error instanceof SyntaxError && typeof error.stack === 'string' ? head.exec(error.stack) : null;
  return match === null
    ? null
    : `${describePlace({ file: match[1], line: match[2] }, folder)}:${match[3].length + 1}: error AHOY0001: ${error.message.replace(/\.$/, '')}. The file can't be loaded.`;
}

module.exports = { describeSyntaxError };
