'use strict';

const fs = require('node:fs');
const Module = require('node:module');

const requireFunction = Module.createRequire(__filename);

// Loads a Function's file. A compiled one names its source map: then stack traces point into the source.
function load(file, breaks) {
  if (!process.sourceMapsEnabled && fs.readFileSync(file, 'latin1').includes('//# sourceMappingURL=')) {
    process.setSourceMapsEnabled(true);
  }

  if (breaks) {
    require('node:inspector').waitForDebugger();
    // The debugger stops here; the next step goes into the Function's file.
    debugger; // eslint-disable-line no-debugger
  }

  return requireFunction(file);
}

module.exports = { load };
