'use strict';

const fs = require('node:fs');

// The global `Runtime`. Page: Runtime Client.
class Runtime {
  #configuration;
  #twilio;

  constructor(configuration, twilio) {
    this.#configuration = configuration;
    this.#twilio = twilio;
  }

  // The private Assets: '/name.ext' → { path, open() }.
  getAssets() {
    const assets = {};
    for (const { path, file } of this.#configuration.assets) {
      assets[path] = { path: file, open: () => fs.readFileSync(file, 'utf8') };
    }

    return assets;
  }

  // All Functions: 'folder/name' → { path }.
  getFunctions() {
    const functions = {};
    for (const { path, file } of this.#configuration.functions) {
      functions[path.slice(1)] = { path: file };
    }

    return functions;
  }

  // The Sync service of the account, with the short names that Functions use.
  getSync(options = {}) {
    const { serviceName = 'default', ...clientOptions } = options;
    const { ACCOUNT_SID, AUTH_TOKEN } = this.#configuration.context;
    const client = this.#twilio.createClient(ACCOUNT_SID, AUTH_TOKEN, clientOptions, 'Runtime.getSync()');
    const service = client.sync.v1.services(serviceName);
    Object.defineProperty(service, 'maps', { get: () => service.syncMaps });
    Object.defineProperty(service, 'lists', { get: () => service.syncLists });
    return service;
  }
}

module.exports = { Runtime };
