'use strict';

const { TwilioResponse } = require('./response');
const { TwilioPackage } = require('./twilio');
const { Runtime } = require('./runtime');

// The global names of the platform: Twilio, Runtime, Response. Page: Function Execution.
function installGlobals(configuration) {
  const twilio = new TwilioPackage(configuration);
  define('Twilio', twilio.createFacade({ Response: TwilioResponse }));
  define('Runtime', new Runtime(configuration, twilio));
  define('Response', TwilioResponse);
  return twilio;
}

function define(name, value) {
  Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
}

module.exports = { installGlobals };
