'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { now } = require('./clock');
const { installGlobals } = require('./globals');

const staleTime = 500;

// A Function's file was being saved while it was loaded.
class HalfSavedError extends Error {}

// A deployment as the gateway describes it: its Functions, private Assets and variables.
class Service {
  #functions;
  #configuration;
  #contextPrototype;
  #staleSince = null;
  #breaksAtStart;

  constructor(configuration, breaksAtStart) {
    this.#breaksAtStart = breaksAtStart;
    this.#configuration = configuration;
    this.#functions = configuration.functions.map(() => null);
    this.#enterFolder();
    const twilio = installGlobals(configuration);
    this.#contextPrototype = require('./context').createPrototype(configuration, twilio);
  }

  // Whether a Function that is not loaded yet is just being saved: its file is not what the deployment was made of. The gateway
  // is about to switch to another deployment then; where it does not, the file is taken as it is.
  isStale(index) {
    const { file, size } = this.#configuration.functions[index];
    if (size === undefined || this.#functions[index] !== null || fs.statSync(file, { throwIfNoEntry: false })?.size === size) {
      return false;
    }

    this.#staleSince ??= now();
    return now() - this.#staleSince < staleTime;
  }

  // Throws a HalfSavedError where the file changed while it was loaded: the next attempt reads it anew.
  functionAt(index) {
    return (this.#functions[index] ??= this.#load(this.#configuration.functions[index]));
  }

  // Modules are looked up as from the project's folder, then in what every Build has.
  #enterFolder() {
    const { folder, moduleFolders, variables } = this.#configuration;
    Object.assign(process.env, variables);
    process.env.NODE_PATH = moduleFolders.join(path.delimiter);
    Module._initPaths();
    delete process.env.NODE_PATH;
    process.chdir(folder);
  }

  #loadWhole({ file, size }, modules) {
    if (size === undefined) {
      return modules.load(file, this.#breaksAtStart);
    }

    const state = modules.stateOf(file);
    let result;
    try {
      const exported = modules.load(file, this.#breaksAtStart);
      result = () => exported;
    } catch (error) {
      result = () => {
        throw error;
      };
    }

    if (modules.stateOf(file) !== state) {
      modules.forget(file);
      throw new HalfSavedError();
    }

    return result();
  }

  #load(entry) {
    const modules = require('./modules');
    const exported = this.#loadWhole(entry, modules);
    this.#breaksAtStart = false;
    if (typeof exported?.handler !== 'function') {
      throw new TypeError(`The Function ${entry.path} exports no handler: set exports.handler to a function of context, event and callback.`);
    }

    const variables = { PATH: entry.path, ...this.#configuration.context };
    const prototype = this.#contextPrototype;
    return {
      path: entry.path,
      files: modules.sourcesOf(fs.realpathSync(entry.file)),
      folder: fs.realpathSync(this.#configuration.folder),
      warnedOf: new Set(),
      followAt: 0,
      followPause: 0,
      handler: exported.handler,
      createContext: () => ({ __proto__: prototype, ...variables }),
    };
  }
}

module.exports = { Service, HalfSavedError };
