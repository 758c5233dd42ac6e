'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const url = require('node:url');

// yarn's Plug'n'Play: no node_modules, but a file that says where each package is, in archives. It takes Node's resolution over, and
// does not know what every Build has beside its own packages.
function installPnp(file, hostModules) {
  Module.createRequire(file)(file).setup();
  const loader = path.join(path.dirname(file), '.pnp.loader.mjs');
  if (fs.existsSync(loader) && Module.register !== undefined) {
    Module.register(url.pathToFileURL(loader));
  }

  const resolve = Module._resolveFilename;
  const host = Module.createRequire(path.join(hostModules, 'index.js'));
  const brought = new Set(fs.readdirSync(hostModules));
  Module._resolveFilename = function resolveFilename(request, parent, ...others) {
    try {
      return resolve.call(this, request, parent, ...others);
    } catch (error) {
      if (!brought.has(request.split('/')[0]) || parent?.path?.startsWith(hostModules)) {
        throw error;
      }

      return resolve.call(this, request, { id: hostModules, filename: path.join(hostModules, 'index.js'), path: hostModules, paths: host.resolve.paths(request) });
    }
  };
}

module.exports = { installPnp };
