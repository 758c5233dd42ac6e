//// fix: a private Function
//// resources: functions/lib/greeting.private.js
const { greet } = require([|'./lib/greeting.private'|]);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
const { greet } = require(Runtime.getFunctions()['lib/greeting'].path);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// fix: without its marker, in double quotes
//// resources: functions/lib/greeting.private.js
exports.handler = function (context, event, callback) {
  var greeting = require([|"./lib/greeting"|])
  callback(null, greeting.greet(event.name))
}

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
exports.handler = function (context, event, callback) {
  var greeting = require(Runtime.getFunctions()["lib/greeting"].path)
  callback(null, greeting.greet(event.name))
}

//// fix: from a folder
//// file: functions/sms/reply.protected.js
//// resources: functions/lib/greeting.private.js
const { greet } = require([|'../lib/greeting.private.js'|]);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
const { greet } = require(Runtime.getFunctions()['lib/greeting'].path);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// fix: a private Asset
//// resources: assets/words.private.json
const words = require([|'../assets/words.private.json'|]);

exports.handler = (context, event, callback) => {
  callback(null, words.bye);
};

//// gives
//// run: {} => { "value": "Goodbye" }
const words = require(Runtime.getAssets()['/words.json'].path);

exports.handler = (context, event, callback) => {
  callback(null, words.bye);
};

//// fix: an index
//// resources: functions/lib/index.private.js
const { greet } = require([|'./lib'|]);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// gives
const { greet } = require(Runtime.getFunctions()['lib/index'].path);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// fix: import() wants an address
//// resources: functions/lib/greeting.private.js
exports.handler = async (context, event, callback) => {
  try {
    const { greet } = await import([|'./lib/greeting.private.js'|]);
    callback(null, greet(event.name));
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
exports.handler = async (context, event, callback) => {
  try {
    const { greet } = await import(`file://${Runtime.getFunctions()['lib/greeting'].path}`);
    callback(null, greet(event.name));
  } catch (error) {
    callback(error);
  }
};

//// none: no file of the project
const helper = require([|'./helper'|]);

exports.handler = (context, event, callback) => callback(null, helper());

//// none: a public Function is called, not loaded
//// resources: functions/greeting.js
const helper = require([|'./greeting'|]);

exports.handler = (context, event, callback) => callback(null, helper.greet());

//// fix: a template without holes
//// resources: functions/lib/greeting.private.js
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
const helper = require([|`./lib/greeting.private.js`|]);

exports.handler = (context, event, callback) => callback(null, helper.greet(event.name));

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
const helper = require(Runtime.getFunctions()['lib/greeting'].path);

exports.handler = (context, event, callback) => callback(null, helper.greet(event.name));
