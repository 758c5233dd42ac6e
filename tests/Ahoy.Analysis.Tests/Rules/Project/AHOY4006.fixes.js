//// fix: a function at the top of the file
//// packages: esm:whole
//// runtime: node20
const whole = require([|'whole'|]);

exports.handler = async (context, event, callback) => {
  try {
    callback(null, whole(event.name));
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "name": "Ada" } => { "value": "whole Ada" }
exports.handler = async (context, event, callback) => {
  try {
    const { default: whole } = await import('whole');
    callback(null, whole(event.name));
  } catch (error) {
    callback(error);
  }
};

//// fix: names, in a handler that was not async, beside other modules
//// packages: esm:parts
//// runtime: node20
//// adds: AHOY1006
const path = require('path')
const { left, right } = require([|'parts'|])

exports.handler = function (context, event, callback) {
  const name = path.basename(event.file)
  callback(null, left(name) + right(name))
}

//// gives
//// run: { "file": "/tmp/a" } => { "value": "left aright a" }
const path = require('path')

exports.handler = async function (context, event, callback) {
  const { left, right } = await import('parts')
  const name = path.basename(event.file)
  callback(null, left(name) + right(name))
}

//// fix: a module whose members are used
//// packages: esm:whole
//// runtime: node20
//// adds: AHOY1006
const tool = require([|"whole"|]);

exports.handler = (context, event, callback) => {
  callback(null, tool.part(event.name));
};

//// gives
//// run: { "name": "Ada" } => { "value": "part Ada" }
exports.handler = async (context, event, callback) => {
  const tool = await import("whole").then((module) => module.default ?? module);
  callback(null, tool.part(event.name));
};

//// fix: inside of the handler
//// packages: esm:whole
//// runtime: node20
exports.handler = async (context, event, callback) => {
  try {
    const whole = require([|'whole'|]);
    callback(null, whole(event.name));
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "name": "Ada" } => { "value": "whole Ada" }
exports.handler = async (context, event, callback) => {
  try {
    const { default: whole } = await import('whole');
    callback(null, whole(event.name));
  } catch (error) {
    callback(error);
  }
};

//// fix: used at once
//// packages: esm:parts
//// runtime: node20
exports.handler = async (context, event, callback) => {
  try {
    const text = require([|'parts'|]).left(event.name);
    callback(null, text);
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "name": "Ada" } => { "value": "left Ada" }
exports.handler = async (context, event, callback) => {
  try {
    const text = (await import('parts')).left(event.name);
    callback(null, text);
  } catch (error) {
    callback(error);
  }
};

//// fix: called at once
//// packages: import-only:whole
//// runtime: node22
exports.handler = async (context, event, callback) => {
  try {
    callback(null, require([|'whole'|])(event.name));
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "name": "Ada" } => { "value": "whole Ada" }
exports.handler = async (context, event, callback) => {
  try {
    callback(null, (await import('whole')).default(event.name));
  } catch (error) {
    callback(error);
  }
};

//// fix: the default export at the top of the file
//// packages: esm:whole
//// runtime: node20
//// adds: AHOY1006
const whole = require([|'whole'|]).default;

exports.handler = async (context, event, callback) => {
  'use strict';

  // Greets.
  const greet = () => whole(event.name);
  callback(null, greet());
};

//// gives
//// run: { "name": "Ada" } => { "value": "whole Ada" }
exports.handler = async (context, event, callback) => {
  'use strict';
  const whole = (await import('whole')).default;

  // Greets.
  const greet = () => whole(event.name);
  callback(null, greet());
};

//// none: a function whose callers do not wait
//// packages: esm:whole
//// runtime: node20
const whole = require([|'whole'|]);

function greet(name) {
  return whole(name);
}

exports.handler = (context, event, callback) => callback(null, greet(event.name));

//// none: used at the top of the file
//// packages: esm:whole
//// runtime: node20
const whole = require([|'whole'|]);
const greeting = whole('all');

exports.handler = (context, event, callback) => callback(null, greeting);

//// fix: a comment behind the statement stays
//// packages: esm:parts
'use strict';
const { left } = require([|'parts'|]); // for the names

exports.handler = async (context, event, callback) => {
  callback(null, left(event.name));
};

//// gives
//// run: { "name": "Ada" } => { "value": "left Ada" }
'use strict';
// for the names

exports.handler = async (context, event, callback) => {
  const { left } = await import('parts');
  callback(null, left(event.name));
};
