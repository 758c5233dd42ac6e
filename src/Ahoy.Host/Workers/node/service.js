'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { now } = require('./clock');
const { installGlobals } = require('./globals');

const staleTime = 500;

// A file was being saved while a Function was loaded from it.
class HalfSavedError extends Error {}

// A deployment as the gateway describes it: its Functions, private Assets and variables.
class Service {
  #functions;
  #configuration;
  #contextPrototype;
  #staleSince = null;
  #loadsAsCommonJs = false;
  #breaksAtStart;

  constructor(configuration, breaksAtStart) {
    this.#breaksAtStart = breaksAtStart;
    this.#configuration = configuration;
    this.#functions = configuration.functions.map(() => null);
    this.#enterFolder();
    if (configuration.pnp !== undefined) {
      require('./pnp').installPnp(configuration.pnp, configuration.moduleFolders.at(-1));
    }

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

    return this.#isToBeReplaced();
  }

  // Throws a HalfSavedError where a file changed while the Function was loaded from it: the next attempt reads it anew.
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

  // The files of the deployment are no longer what it was made of. For a while that means that the gateway is about to switch.
  #isToBeReplaced() {
    this.#staleSince ??= now();
    return now() - this.#staleSince < staleTime;
  }

  // A Function may be made of others, and of private Assets: what it loads of the deployment must have been whole as well.
  #loadWhole(entry, modules) {
    if (entry.size === undefined) {
      return modules.load(entry.file, this.#breaksAtStart);
    }

    const files = [...this.#configuration.functions, ...this.#configuration.assets].map((f) => ({ ...f, state: modules.stateOf(f.file) }));
    const before = modules.loaded();
    let result;
    let hasFailed = false;
    try {
      const exported = modules.load(entry.file, this.#breaksAtStart);
      result = () => exported;
    } catch (error) {
      hasFailed = true;
      result = () => {
        throw error;
      };
    }

    // Of what failed nothing is left to tell which file it was.
    const suspects = files.filter((f) => modules.stateOf(f.file) !== f.state || !f.state.startsWith(`${f.size} `));
    if (suspects.length > 0) {
      const after = modules.loaded();
      const isNew = ({ file }) => fs.existsSync(file) && after.has(fs.realpathSync(file)) && !before.has(fs.realpathSync(file));
      if ((hasFailed || suspects.some(isNew)) && this.#isToBeReplaced()) {
        modules.forgetSince(before);
        throw new HalfSavedError();
      }
    }

    return result();
  }

  #load(entry) {
    const modules = require('./modules');
    if (!this.#loadsAsCommonJs) {
      this.#loadsAsCommonJs = true;
      const { folder, functions, assets } = this.#configuration;
      modules.loadAsCommonJs(folder, [...functions, ...assets].map((f) => f.file));
    }

    const exported = this.#loadWhole(entry, modules);
    this.#breaksAtStart = false;
    this.#staleSince = null;
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
