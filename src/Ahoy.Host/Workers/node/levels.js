'use strict';

const util = require('node:util');

const Level = Object.freeze({ info: 0, warn: 1, error: 2 });

// As the console prints its arguments.
function format(...values) {
  return util.format(...values);
}

module.exports = { Level, format };
