//// reports: a misspelt name
[|const GREETING = 'Ahoy';|]

exports.handle = (context, event, callback) => {
  callback(null, `${GREETING} ${event.name}`);
};

//// reports: the function itself is exported
[|module.exports = function (context, event, callback) {|]
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say('Hello');
  callback(null, twiml);
};

//// reports: nothing is exported
[|// Answers with the time.|]
function handler(context, event, callback) {
  callback(null, new Date().toISOString());
}

//// reports: the name exports is given another meaning
[|const handler = (context, event, callback) => callback(null, 'ok');|]
exports = { handler };

//// reports: an object without a handler
[|const axios = require('axios');|]

async function main(context, event, callback) {
  const { data } = await axios.get(context.FEED_URL);
  callback(null, data);
}

module.exports = { main, version: 1 };

//// reports: only the default export that compilers write
[|'use strict';|]
Object.defineProperty(exports, '__esModule', { value: true });
const handler = async (context, event, callback) => {
  callback(null, event);
};
exports.default = handler;

//// reports: a library that forgot its marker
[|exports.formatNumber = (number) => number.replace(/[^+\d]/g, '');|]
exports.isMobile = (lookup) => lookup.carrier.type === 'mobile';

//// reports: an empty file
[||]
//// reports: a comment and nothing else
[|// TODO: write the Function for outgoing calls|]

//// reports: a local variable of the name
[|const handlers = {|]
  handler: (context, event, callback) => callback(null, 'ok'),
};

module.exports.run = handlers.handler;

//// reports: another capital
[|exports.Handler = function (context, event, callback) {|]
  callback(null, { id: event.id });
};

//// reports: an exported class
[|class SmsHandler {|]
  handler(context, event, callback) {
    callback(null, event.Body);
  }
}

module.exports = SmsHandler;

//// reports: a declared function itself is exported
[|function handler(context, event, callback) {|]
  callback(null, event.Body);
}

module.exports = handler;

//// reports: another platform's name
[|const { startCase } = require('lodash');|]

module.exports.main = async (event, context) => {
  return { statusCode: 200, body: startCase(event.name) };
};

//// silent: an arrow function
exports.handler = (context, event, callback) => {
  callback(null, 'ok');
};

//// silent: through module.exports
module.exports.handler = function (context, event, callback) {
  callback(null, 'ok');
};

//// silent: the property of an object
function formatNumber(number) {
  return number.replace(/[^+\d]/g, '');
}

module.exports = {
  formatNumber,
  handler(context, event, callback) {
    callback(null, formatNumber(event.From));
  },
};

//// silent: a shorthand property
const handler = async (context, event, callback) => {
  callback(null, event.From);
};

module.exports = { handler };

//// silent: a function declaration
exports.handler = handler;

function handler(context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.hangup();
  callback(null, twiml);
}

//// silent: a quoted name
exports['handler'] = (context, event, callback) => callback(null, process.version);

//// silent: the name in a constant
const NAME = 'handler';
module.exports[NAME] = (context, event, callback) => callback(null, process.version);

//// silent: a wrapping call
const { validator } = require('twilio-flex-token-validator');

exports.handler = require('twilio-flex-token-validator').functionValidator(function (context, event, callback) {
  callback(null, { worker: event.TokenResult.worker_sid });
});

//// silent: what another module gives
exports.handler = require(Runtime.getFunctions()['shared/handler'].path).handler;

//// silent: all of another module
module.exports = require(Runtime.getAssets()['/router.js'].path);

//// silent: a spread
const shared = require(Runtime.getAssets()['/shared.js'].path);

module.exports = { ...shared, version: 2 };

//// silent: the form that TypeScript emits
'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.handler = void 0;
const handler = async function (context, event, callback) {
  callback(null, { path: context.PATH });
};
exports.handler = handler;

//// silent: exported by a getter
'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
const main_1 = require('some-service');
Object.defineProperty(exports, 'handler', { enumerable: true, get: function () { return main_1.handler; } });

//// silent: assigned with the rest
Object.assign(exports, {
  handler: (context, event, callback) => callback(null, 'ok'),
});

//// silent: a computed name
const routes = { handler: (context, event, callback) => callback(null, event.route) };

for (const name of Object.keys(routes)) {
  exports[name] = routes[name];
}

//// silent: an ES module, which is reported as that
export const handler = (context, event, callback) => {
  callback(null, 'ok');
};

//// silent: a private Function
//// file: functions/lib/numbers.private.js
exports.formatNumber = (number) => number.replace(/[^+\d]/g, '');

//// silent: a private Asset
//// file: assets/numbers.private.js
module.exports = (number) => number.replace(/[^+\d]/g, '');

//// silent: a bundle hands its exports over
(() => {
  const __modules__ = {};
  const __exports__ = {};
  __exports__.handler = (context, event, callback) => callback(null, event.Body);
  const __target__ = exports;
  for (const name in __exports__) {
    __target__[name] = __exports__[name];
  }
})();

//// silent: the exports have another name
const self = (module.exports = {});

self.handler = function (context, event, callback) {
  callback(null, self.version);
};
self.version = '1.0';

//// silent: the module is given to a library
const { publish } = require(Runtime.getFunctions()['lib/publish'].path);

publish(module, (context, event, callback) => {
  callback(null, 'published');
});

//// reports: the exports are asked for, no more
[|const isModule = typeof exports === 'object' && typeof module === 'object';|]
exports.version = isModule ? '2.0' : '1.0';
