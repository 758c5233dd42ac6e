'use strict';

const fs = require('node:fs');
const Module = require('node:module');

const requireFunction = Module.createRequire(__filename);

// Loads a Function's file. A compiled one names its source map: then stack traces point into the source.
function load(file) {
  if (!process.sourceMapsEnabled && fs.readFileSync(file, 'latin1').includes('//# sourceMappingURL=')) {
    process.setSourceMapsEnabled(true);
  }

  return requireFunction(file);
}

module.exports = { load };
