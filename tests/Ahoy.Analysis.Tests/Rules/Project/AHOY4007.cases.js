//// reports: a helper beside the Function
const { normalize } = require([|'./helper'|]);

exports.handler = (context, event, callback) => callback(null, normalize(event.From));

//// reports: with the extension
const helper = require([|'./lib/helper.js'|]);

exports.handler = (context, event, callback) => callback(null, helper.greet());

//// reports: a folder up
//// file: functions/sms/reply.protected.js
var texts = require([|'../texts.json'|]);

exports.handler = function (context, event, callback) {
  callback(null, texts.greeting);
};

//// reports: a private Function
//// resources: functions/lib/phone.private.js
const { normalize } = require([|'./lib/phone.private.js'|]);

exports.handler = (context, event, callback) => callback(null, normalize(event.From));

//// reports: a private Function without its marker
//// resources: functions/lib/phone.private.js
const { normalize } = require([|'./lib/phone'|]);

exports.handler = (context, event, callback) => callback(null, normalize(event.From));

//// reports: a private Asset
//// resources: assets/rates.private.json
const rates = require([|'../assets/rates.private.json'|]);

exports.handler = (context, event, callback) => callback(null, rates[event.base]);

//// reports: in the handler
exports.handler = (context, event, callback) => {
  const { menu } = require([|'./menu'|]);
  callback(null, menu(event.Digits));
};

//// reports: import()
exports.handler = async (context, event, callback) => {
  const { greet } = await import([|'./greet.mjs'|]);
  callback(null, greet(event.name));
};

//// reports: the package.json
const { version } = require([|'../package.json'|]);

exports.handler = (context, event, callback) => callback(null, version);

//// reports: a path in a constant
const HELPER = './helper';
const helper = require([|HELPER|]);

exports.handler = (context, event, callback) => callback(null, helper.greet());

//// reports: a private Function loads another one
//// file: functions/a.private.js
//// resources: functions/b.private.js
const b = require([|'./b.private'|]);

module.exports = { b };

//// reports: the folder itself
const all = require([|'.'|]);

exports.handler = (context, event, callback) => callback(null, Object.keys(all));

//// reports: compiled TypeScript
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const helper_1 = require([|"./helper"|]);
const handler = (context, event, callback) => {
    callback(null, (0, helper_1.greet)(event.name));
};
exports.handler = handler;

//// reports: a public Function
//// resources: functions/hello.js
const { handler: hello } = require([|'./hello'|]);

exports.handler = (context, event, callback) => hello(context, event, callback);

//// silent: through the Runtime
//// resources: functions/lib/phone.private.js assets/rates.private.json
const { normalize } = require(Runtime.getFunctions()['lib/phone'].path);
const rates = JSON.parse(Runtime.getAssets()['/rates.json'].open());

exports.handler = (context, event, callback) => callback(null, [normalize(event.From), rates]);

//// silent: packages
const axios = require('axios');
const mail = require('@sendgrid/mail');

exports.handler = (context, event, callback) => callback(null, [axios, mail].length);

//// silent: Node's modules
const path = require('path');
const fs = require('node:fs/promises');

exports.handler = (context, event, callback) => callback(null, [path, fs].length);

//// silent: an absolute path
exports.handler = (context, event, callback) => {
  const generated = require('/tmp/generated.js');
  callback(null, generated);
};

//// silent: a path that is made at run time
const path = require('path');

exports.handler = (context, event, callback) => {
  callback(null, require(path.join(__dirname, 'helper')));
};

//// silent: a private Asset loads another one
//// file: assets/a.private.js
const b = require('./b');

module.exports = { b };

//// silent: another require
exports.handler = (context, event, callback) => {
  const require = (name) => name;
  callback(null, require('./helper'));
};

//// silent: files are no modules
const fs = require('fs');

exports.handler = (context, event, callback) => {
  callback(null, fs.existsSync('./helper.js') && fs.readFileSync('./data.json', 'utf8'));
};

//// silent: a method called require
exports.handler = (context, event, callback) => {
  const loader = { require: (name) => name };
  callback(null, loader.require('./helper'));
};

//// silent: import() of a package
exports.handler = async (context, event, callback) => {
  const { default: got } = await import('got');
  callback(null, await got(event.url).text());
};

//// silent: a computed path
exports.handler = (context, event, callback) => {
  callback(null, require('./texts/' + event.language));
};

//// silent: the Asset's path
exports.handler = (context, event, callback) => {
  const { path } = Runtime.getAssets()['/answers.js'];
  callback(null, require(path).next());
};

//// silent: a URL that looks like it
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.setStatusCode(302).appendHeader('Location', './helper');
  callback(null, response);
};

//// silent: a package whose name begins with a dot
const hidden = require('.hidden-package');

exports.handler = (context, event, callback) => callback(null, hidden);

//// silent: TwiML redirects are paths of URLs
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.redirect('./menu');
  callback(null, twiml);
};

//// silent: a comment
exports.handler = (context, event, callback) => {
  // const helper = require('./helper');
  callback(null, "require('./helper')");
};

//// silent: a page for browsers
//// file: assets/app.js
const helper = require('./helper');

//// silent: what tests load, where there is no Runtime
let store;
try {
  store = require(Runtime.getAssets()['/store.js'].path);
} catch (error) {
  store = require('../assets/store.private');
}

exports.handler = (context, event, callback) => callback(null, store.read(event.key));

//// reports: in a catch of something else
let store;
try {
  store = require('better-store');
} catch (error) {
  store = require([|'./store'|]);
}

exports.handler = (context, event, callback) => callback(null, store.read(event.key));
