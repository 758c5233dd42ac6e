'use strict';

const deploymentVariables = ['SERVICE_SID', 'ENVIRONMENT_SID'];

// What each `context` has beside its variables. The variables are the object's own, so that they can be listed and copied.
function createPrototype(configuration, twilio) {
  const prototype = {
    getTwilioClient(options) {
      return twilio.createClient(this.ACCOUNT_SID, this.AUTH_TOKEN, options);
    },
  };

  for (const name of deploymentVariables) {
    if (configuration.context[name] === undefined) {
      Object.defineProperty(prototype, name, {
        get() {
          console.warn(`${name} is undefined: it gets its value when the project is deployed. To have one here, set it in the environment file.`);
          return undefined;
        },
        set(value) {
          Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
        },
      });
    }
  }

  return prototype;
}

module.exports = { createPrototype };
