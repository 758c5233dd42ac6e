'use strict';

const util = require('node:util');
const { Level, format } = require('./levels');

// Takes over the console: what a Function writes there is a log line of its invocation. The methods that are not named here
// (table, count, time, group, assert, trace) use these.
function installConsole(queue, writer) {
  const write = (level) => (...values) => {
    const text = format(...values);
    if (queue.current === null) {
      writer.log(0, level, text);
    } else {
      queue.current.log(level, text);
    }

    if (!queue.isRunning) {
      writer.flush();
    }
  };

  console.log = console.info = console.debug = write(Level.info);
  console.warn = write(Level.warn);
  console.error = write(Level.error);
  console.dir = (value, options) => console.log(util.inspect(value, { customInspect: false, ...options }));
}

module.exports = { installConsole };
