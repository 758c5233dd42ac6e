'use strict';

const Module = require('node:module');
const path = require('node:path');
const { installGlobals } = require('./globals');

// A deployment as the gateway describes it: its Functions, private Assets and variables.
class Service {
  #functions;
  #configuration;
  #contextPrototype;

  constructor(configuration) {
    this.#configuration = configuration;
    this.#functions = configuration.functions.map(() => null);
    this.#enterFolder();
    const twilio = installGlobals(configuration);
    this.#contextPrototype = require('./context').createPrototype(configuration, twilio);
  }

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

  #load(entry) {
    const exported = require('./modules').load(entry.file);
    if (typeof exported?.handler !== 'function') {
      throw new TypeError(`The Function ${entry.path} exports no handler: set exports.handler to a function of context, event and callback.`);
    }

    const variables = { PATH: entry.path, ...this.#configuration.context };
    const prototype = this.#contextPrototype;
    return {
      handler: exported.handler,
      createContext: () => ({ __proto__: prototype, ...variables }),
    };
  }
}

module.exports = { Service };
