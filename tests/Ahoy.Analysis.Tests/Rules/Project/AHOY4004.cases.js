//// reports: a Function that does not exist
//// resources: functions/lib/phone.private.js
exports.handler = (context, event, callback) => {
  const { normalize } = require(Runtime.getFunctions()[[|'lib/numbers'|]].path);
  callback(null, normalize(event.From));
};

//// reports: with a slash
//// resources: functions/lib/phone.private.js
exports.handler = (context, event, callback) => {
  const { normalize } = require(Runtime.getFunctions()[[|'/lib/phone'|]].path);
  callback(null, normalize(event.From));
};

//// reports: with the extension
//// resources: functions/helper.private.js
const helper = require(Runtime.getFunctions()[[|'helper.js'|]].path);

exports.handler = (context, event, callback) => callback(null, helper.greet());

//// reports: with the marker
//// resources: functions/helper.private.js
exports.handler = function (context, event, callback) {
  var path = Runtime.getFunctions()[[|'helper.private'|]].path;
  callback(null, require(path).greet());
};

//// reports: with everything that does not belong there
//// resources: functions/helper.private.js
exports.handler = (context, event, callback) => {
  callback(null, require(Runtime.getFunctions()[[|'/helper.private.js'|]].path).greet());
};

//// reports: dot notation
//// resources: functions/util.private.js
exports.handler = async (context, event, callback) => {
  const { sleep } = require(Runtime.getFunctions().[|utils|].path);
  await sleep(100);
  callback(null, 'done');
};

//// reports: a typing mistake
//// resources: functions/auth.private.js functions/texts.private.js
exports.handler = (context, event, callback) => {
  const functions = Runtime.getFunctions();
  const { check } = require(functions[[|'auht'|]].path);
  callback(null, check(event));
};

//// reports: destructuring
//// resources: functions/auth.private.js
exports.handler = (context, event, callback) => {
  const { [|authentication|]: { path } } = Runtime.getFunctions();
  callback(null, require(path).check(event));
};

//// reports: the folder is missing
//// resources: functions/lib/phone.private.js
exports.handler = (context, event, callback) => {
  callback(null, require(Runtime.getFunctions().[|phone|].path).normalize(event.From));
};

//// reports: a key in a constant
//// resources: functions/lib/phone.private.js
const PHONE = 'lib/phones';

exports.handler = (context, event, callback) => {
  callback(null, require(Runtime.getFunctions()[[|PHONE|]].path).normalize(event.From));
};

//// reports: other letters
//// resources: functions/lib/Phone.private.js
exports.handler = (context, event, callback) => {
  callback(null, require(Runtime.getFunctions()[[|'lib/phone'|]].path).normalize(event.From));
};

//// reports: an Asset is no Function
//// resources: assets/helper.private.js
exports.handler = (context, event, callback) => {
  callback(null, require(Runtime.getFunctions().[|helper|].path).greet());
};

//// reports: in a library
//// file: functions/a.private.js
//// resources: functions/b.private.js
module.exports = () => require(Runtime.getFunctions()[[|'./b'|]].path);

//// silent: a private Function
//// resources: functions/lib/phone.private.js functions/utils.private.js
exports.handler = (context, event, callback) => {
  const { normalize } = require(Runtime.getFunctions()['lib/phone'].path);
  const { sleep } = require(Runtime.getFunctions().utils.path);
  callback(null, [normalize(event.From), typeof sleep]);
};

//// silent: public and protected ones are there too
//// resources: functions/hello.js functions/sms/reply.protected.js
exports.handler = (context, event, callback) => {
  const functions = Runtime.getFunctions();
  callback(null, [functions.hello.path, functions['sms/reply'].path]);
};

//// silent: destructuring one that is there
//// resources: functions/utils.private.js
exports.handler = (context, event, callback) => {
  const { utils } = Runtime.getFunctions();
  callback(null, require(utils.path).greet());
};

//// silent: itself
//// file: functions/subject.js
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getFunctions().subject.path);
};

//// silent: a computed key
//// resources: functions/texts/en.private.js
exports.handler = (context, event, callback) => {
  callback(null, require(Runtime.getFunctions()['texts/' + event.language].path).greeting);
};

//// silent: a test
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  const functions = Runtime.getFunctions();
  if (functions.override) {
    return require(functions.override.path).handler(context, event, callback);
  }
  return callback(null, 'ok');
};

//// silent: in
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  callback(null, 'override' in Runtime.getFunctions());
};

//// silent: optional chaining
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getFunctions()['override']?.path);
};

//// silent: a default
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  const { path } = Runtime.getFunctions().override ?? Runtime.getFunctions().a;
  callback(null, require(path).greet());
};

//// silent: all of them
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  callback(null, Object.entries(Runtime.getFunctions()).map(([name, { path }]) => `${name}: ${path}`));
};

//// silent: another Runtime
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  const Runtime = { getFunctions: () => ({ mine: { path: '/tmp/mine.js' } }) };
  callback(null, Runtime.getFunctions().mine.path);
};

//// silent: methods of the object
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getFunctions().hasOwnProperty('override'));
};

//// silent: dots in a name
//// resources: functions/api.v1.private.js
exports.handler = (context, event, callback) => {
  callback(null, require(Runtime.getFunctions()['api.v1'].path).version);
};

//// silent: another object's functions
//// resources: functions/a.private.js
const cloud = require('cloud');

exports.handler = (context, event, callback) => {
  callback(null, cloud.getFunctions()['nothing'].path);
};

//// silent: a comment
//// resources: functions/a.private.js
exports.handler = (context, event, callback) => {
  // Runtime.getFunctions()['nothing'].path
  callback(null, 'Runtime.getFunctions().nothing.path');
};

//// silent: a page for browsers
//// file: assets/app.js
console.log(Runtime.getFunctions().nothing.path);
