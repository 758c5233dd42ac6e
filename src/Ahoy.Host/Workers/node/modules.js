'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const packages = `${path.sep}node_modules${path.sep}`;

const requireFunction = Module.createRequire(__filename);

// Loads the deployment's own files as CommonJS, as the platform does, whatever a package.json around them says.
function loadAsCommonJs(folder, files) {
  const own = new Set(files);
  const realFolder = fs.realpathSync(folder);
  const isOwn = (file) => own.has(file) || (file.startsWith(realFolder + path.sep) && own.has(folder + file.slice(realFolder.length)));
  const format = takesFormat() ? ['commonjs'] : [];
  const usual = Module._extensions['.js'];
  Module._extensions['.js'] = function loadFile(module, file) {
    if (!isOwn(file)) {
      return usual.call(this, module, file);
    }

    return module._compile(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), file, ...format);
  };
}

// From these versions on a module's kind can be said; before them a third value means something else, or nothing.
function takesFormat() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

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

// Differs before and after a file was written.
function stateOf(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? 'none' : `${stat.size} ${stat.mtimeNs}`;
}

// What is loaded now.
function loaded() {
  return new Set(Object.keys(requireFunction.cache));
}

// Forgets what was loaded since, but for packages: those are not what is being worked on.
function forgetSince(before) {
  for (const file of Object.keys(requireFunction.cache)) {
    if (!before.has(file) && !file.includes(packages)) {
      delete requireFunction.cache[file];
    }
  }
}

// The file as stack traces name it: itself, and where it is compiled what it was made of.
function sourcesOf(file) {
  const map = Module.findSourceMap(file)?.payload;
  const sources = (map?.sources ?? []).map((source) => path.resolve(path.dirname(file), map.sourceRoot ?? '', source));
  return new Set([file, ...sources]);
}

module.exports = { loadAsCommonJs, load, stateOf, loaded, forgetSince, sourcesOf };
