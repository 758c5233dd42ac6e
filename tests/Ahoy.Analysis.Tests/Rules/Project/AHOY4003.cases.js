//// reports: an Asset that does not exist
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  const text = Runtime.getAssets()[[|'/rates.json'|]].open();
  callback(null, JSON.parse(text));
};

//// reports: without the slash
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  const { open } = Runtime.getAssets()[[|'data.json'|]];
  callback(null, open());
};

//// reports: a typing mistake
//// resources: assets/menu.private.json assets/hours.private.json
exports.handler = function (context, event, callback) {
  var assets = Runtime.getAssets();
  callback(null, assets[[|'/menus.json'|]].open());
};

//// reports: a public Asset
//// resources: assets/logo.png
const fs = require('fs');

exports.handler = (context, event, callback) => {
  const logo = fs.readFileSync(Runtime.getAssets()[[|'/logo.png'|]].path);
  callback(null, logo.length);
};

//// reports: a protected Asset
//// resources: assets/ring.protected.mp3
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()[[|'/ring.mp3'|]].path);
};

//// reports: the marker in the key
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()[[|'/data.private.json'|]].open());
};

//// reports: without the extension
//// resources: assets/answers.private.js
exports.handler = (context, event, callback) => {
  const answers = require(Runtime.getAssets()[[|'/answers'|]].path);
  callback(null, answers.next());
};

//// reports: dot notation
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets().[|data|].open());
};

//// reports: destructuring
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  const { [|'/dates.json'|]: dates } = Runtime.getAssets();
  callback(null, dates.open());
};

//// reports: a key in a constant
//// resources: assets/texts/en.private.json
const TEXTS = '/texts/de.json';

exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()[[|TEXTS|]].open());
};

//// reports: the folder is missing
//// resources: assets/texts/en.private.json
exports.handler = (context, event, callback) => {
  const texts = JSON.parse(Runtime.getAssets()[[|'/en.json'|]].open());
  callback(null, texts.greeting);
};

//// reports: at the top of the file
//// resources: assets/data.private.json
const helpers = require(Runtime.getAssets()[[|'/helper.js'|]].path);

exports.handler = (context, event, callback) => callback(null, helpers.greet());

//// reports: in a library
//// file: functions/texts.private.js
//// resources: assets/data.private.json
exports.texts = () => Runtime.getAssets()[[|'/Data.json'|]].open();

//// reports: no Assets at all
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()[[|'/anything.txt'|]].open());
};

//// silent: a private Asset
//// resources: assets/data.private.json assets/texts/en.private.json
exports.handler = (context, event, callback) => {
  const data = Runtime.getAssets()['/data.json'].open();
  const { '/texts/en.json': texts } = Runtime.getAssets();
  callback(null, [data, texts.open()]);
};

//// silent: a private Asset in a constant
//// resources: assets/data.private.json
const KEY = '/data.json';

exports.handler = (context, event, callback) => {
  const assets = Runtime.getAssets();
  callback(null, assets[KEY].open());
};

//// silent: a computed key
//// resources: assets/texts/en.private.json
exports.handler = (context, event, callback) => {
  const texts = Runtime.getAssets()[`/texts/${event.language}.json`];
  callback(null, texts.open());
};

//// silent: a test
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  if (Runtime.getAssets()['/override.json']) {
    return callback(null, Runtime.getAssets()['/override.json'].open());
  }
  return callback(null, Runtime.getAssets()['/data.json'].open());
};

//// silent: in
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  callback(null, '/override.json' in Runtime.getAssets());
};

//// silent: optional chaining
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  const text = Runtime.getAssets()['/override.json']?.open() ?? 'nothing';
  callback(null, text);
};

//// silent: a default
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  const asset = Runtime.getAssets()['/override.json'] || Runtime.getAssets()['/data.json'];
  callback(null, asset.open());
};

//// silent: all keys
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  const names = Object.keys(Runtime.getAssets()).filter((name) => name.endsWith('.json'));
  callback(null, names);
};

//// silent: in a loop
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  const assets = Runtime.getAssets();
  const texts = ['/data.json', '/other.json'].filter((key) => assets[key]).map((key) => assets[key].open());
  callback(null, texts);
};

//// silent: another Runtime
//// resources: assets/data.private.json
const Runtime = { getAssets: () => ({ '/mine.txt': { open: () => 'mine' } }) };

exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()['/mine.txt'].open());
};

//// silent: another getAssets
//// resources: assets/data.private.json
const store = require('store');

exports.handler = (context, event, callback) => {
  callback(null, store.getAssets()['/mine.txt']);
};

//// silent: methods of the object
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets().hasOwnProperty('/override.json'));
};

//// silent: a JavaScript Asset
//// resources: assets/lib/answers.private.js
exports.handler = (context, event, callback) => {
  const answers = require(Runtime.getAssets()['/lib/answers.js'].path);
  callback(null, answers.next());
};

//// silent: an Asset without an extension's marker in the middle
//// resources: assets/terms.private.txt assets/terms.v2.private.txt
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()['/terms.v2.txt'].open());
};

//// silent: the word in a comment
//// resources: assets/data.private.json
exports.handler = (context, event, callback) => {
  // Runtime.getAssets()['/nothing.json'] would be undefined
  callback(null, "Runtime.getAssets()['/nothing.json']");
};

//// silent: a page for browsers
//// file: assets/app.js
console.log(Runtime.getAssets()['/nothing.json'].open());

//// reports: with the marker of its visibility
//// resources: assets/menu.private.json
exports.handler = (context, event, callback) => callback(null, Runtime.getAssets()[[|'/menu.private.json'|]].open());
