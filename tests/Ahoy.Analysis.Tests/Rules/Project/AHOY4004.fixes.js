//// fix: with a slash and an ending
//// key: AHOY4004
//// resources: functions/lib/greeting.private.js
const { greet } = require(Runtime.getFunctions()[[|'/lib/greeting.js'|]].path);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
const { greet } = require(Runtime.getFunctions()['lib/greeting'].path);

exports.handler = (context, event, callback) => {
  callback(null, greet(event.name));
};

//// fix: with the marker of its file
//// key: AHOY4004
//// resources: functions/lib/greeting.private.js
exports.handler = (context, event, callback) => {
  const { greet } = require(Runtime.getFunctions()[[|"lib/greeting.private"|]].path)
  callback(null, greet(event.name))
}

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
exports.handler = (context, event, callback) => {
  const { greet } = require(Runtime.getFunctions()["lib/greeting"].path)
  callback(null, greet(event.name))
}

//// fix: misspelt
//// key: AHOY4004
//// resources: functions/lib/greeting.private.js
exports.handler = (context, event, callback) => {
  const functions = Runtime.getFunctions();
  const helper = require(functions[[|'lib/greetings'|]].path);
  callback(null, helper.greet(event.name));
};

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
exports.handler = (context, event, callback) => {
  const functions = Runtime.getFunctions();
  const helper = require(functions['lib/greeting'].path);
  callback(null, helper.greet(event.name));
};

//// fix: a property whose right name is none for a property
//// key: AHOY4004
//// resources: functions/lib/greet.private.js
exports.handler = (context, event, callback) => {
  const { path } = Runtime.getFunctions().[|libgreet|];
  callback(null, path);
};

//// gives
exports.handler = (context, event, callback) => {
  const { path } = Runtime.getFunctions()['lib/greet'];
  callback(null, path);
};

//// fix: taken apart
//// key: AHOY4004
//// resources: functions/shop.private.js
exports.handler = (context, event, callback) => {
  const { [|shopp|]: helper } = Runtime.getFunctions();
  callback(null, helper.path);
};

//// gives
exports.handler = (context, event, callback) => {
  const { shop: helper } = Runtime.getFunctions();
  callback(null, helper.path);
};

//// none: nothing like it
//// resources: functions/lib/greeting.private.js
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getFunctions()[[|'payments'|]].path);
};

//// fix: a member in a line of its own
//// key: AHOY4004
//// resources: functions/shop.private.js
exports.handler = (context, event, callback) => {
  const { path } = Runtime.getFunctions()
    // of the shop
    .[|shopp|];
  callback(null, path);
};

//// gives
exports.handler = (context, event, callback) => {
  const { path } = Runtime.getFunctions()
    // of the shop
    .shop;
  callback(null, path);
};

//// fix: a variable of the wrong name
//// key: AHOY4004
//// resources: functions/shop.private.js
exports.handler = (context, event, callback) => {
  const { [|shopp|], ...others } = Runtime.getFunctions();
  callback(null, [shopp.path, others]);
};

//// gives
exports.handler = (context, event, callback) => {
  const { shop: shopp, ...others } = Runtime.getFunctions();
  callback(null, [shopp.path, others]);
};

//// fix: the private Function that is missing is made
//// key: AHOY4004.create
//// file: functions/sms/reply.js
exports.handler = (context, event, callback) => {
  const { price } = require(Runtime.getFunctions()[[|'shared/prices'|]].path);
  callback(null, price(event.item));
};

//// gives
//// writes: functions/shared/prices.private.js null => "// What others get by require(Runtime.getFunctions()['shared/prices'].path).\nmodule.exports = {\n};\n"
exports.handler = (context, event, callback) => {
  const { price } = require(Runtime.getFunctions()['shared/prices'].path);
  callback(null, price(event.item));
};

//// fix: the missing Function, without semicolons
//// key: AHOY4004.create
//// file: functions/sms/reply.js
exports.handler = (context, event, callback) => {
  const { price } = require(Runtime.getFunctions().[|prices|].path)
  callback(null, price(event.item))
}

//// gives
//// writes: functions/prices.private.js null => "// What others get by require(Runtime.getFunctions()['prices'].path).\nmodule.exports = {\n}\n"
exports.handler = (context, event, callback) => {
  const { price } = require(Runtime.getFunctions().prices.path)
  callback(null, price(event.item))
}

//// none: no file can have such a name
//// key: AHOY4004.create
exports.handler = (context, event, callback) => {
  const { price } = require(Runtime.getFunctions()[[|'../prices'|]].path);
  callback(null, price(event.item));
};
