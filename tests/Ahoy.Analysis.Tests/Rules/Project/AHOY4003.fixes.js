//// fix: without the slash
//// key: AHOY4003
//// resources: assets/words.private.json
const fs = require('fs');

exports.handler = (context, event, callback) => {
  const { path } = Runtime.getAssets()[[|'words.json'|]];
  callback(null, fs.readFileSync(path, 'utf8'));
};

//// gives
//// run: {} => { "value": "{ \"bye\": \"Goodbye\" }" }
const fs = require('fs');

exports.handler = (context, event, callback) => {
  const { path } = Runtime.getAssets()['/words.json'];
  callback(null, fs.readFileSync(path, 'utf8'));
};

//// fix: misspelt, in double quotes
//// key: AHOY4003
//// resources: assets/words.private.json
exports.handler = function (context, event, callback) {
  var words = require(Runtime.getAssets()[[|"/word.json"|]].path)
  callback(null, words.bye)
}

//// gives
//// run: {} => { "value": "Goodbye" }
exports.handler = function (context, event, callback) {
  var words = require(Runtime.getAssets()["/words.json"].path)
  callback(null, words.bye)
}

//// fix: a template
//// key: AHOY4003
//// resources: assets/words.private.json
exports.handler = (context, event, callback) => {
  const words = require(Runtime.getAssets()[[|`/Words.json`|]].path);
  callback(null, words.bye);
};

//// gives
//// run: {} => { "value": "Goodbye" }
exports.handler = (context, event, callback) => {
  const words = require(Runtime.getAssets()['/words.json'].path);
  callback(null, words.bye);
};

//// fix: through a variable
//// key: AHOY4003
//// resources: assets/words.private.json
exports.handler = (context, event, callback) => {
  const assets = Runtime.getAssets();
  callback(null, require(assets[[|'words.json'|]].path).bye);
};

//// gives
//// run: {} => { "value": "Goodbye" }
exports.handler = (context, event, callback) => {
  const assets = Runtime.getAssets();
  callback(null, require(assets['/words.json'].path).bye);
};

//// fix: taken apart
//// key: AHOY4003
//// resources: assets/words.private.json
exports.handler = (context, event, callback) => {
  const { [|'words.json'|]: words } = Runtime.getAssets();
  callback(null, require(words.path).bye);
};

//// gives
//// run: {} => { "value": "Goodbye" }
exports.handler = (context, event, callback) => {
  const { '/words.json': words } = Runtime.getAssets();
  callback(null, require(words.path).bye);
};

//// none: nothing like it
//// resources: assets/words.private.json
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()[[|'/completely-different.txt'|]].open());
};

//// none: a public Asset is not there by any name
//// resources: assets/words.json
exports.handler = (context, event, callback) => {
  callback(null, Runtime.getAssets()[[|'/words.json'|]].open());
};

//// fix: with the marker of its visibility
//// resources: assets/menu.private.json
exports.handler = (context, event, callback) => callback(null, Runtime.getAssets()[[|'menu.private.json'|]].open());

//// gives
exports.handler = (context, event, callback) => callback(null, Runtime.getAssets()['/menu.json'].open());
