//// fix: a condition in an async handler
//// run: { "url": "a" } => { "value": "yes" }
async function isUp(url) {
  return (await fetch(url)).status === 503;
}

exports.handler = async (context, event, callback) => {
  try {
    if ([|isUp(event.url)|]) {
      return callback(null, 'yes');
    }
    return callback(null, 'no');
  } catch (error) {
    return callback(error);
  }
};

//// gives
//// run: { "url": "a" } => { "value": "no" }
async function isUp(url) {
  return (await fetch(url)).status === 503;
}

exports.handler = async (context, event, callback) => {
  try {
    if (await isUp(event.url)) {
      return callback(null, 'yes');
    }
    return callback(null, 'no');
  } catch (error) {
    return callback(error);
  }
};

//// fix: the opposite
//// run: {} => { "value": "no" }
const isUp = async (url) => (await fetch(url)).status === 503;

exports.handler = async (context, event, callback) => {
  try {
    callback(null, ![|isUp(event.url)|] ? 'yes' : 'no');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: {} => { "value": "yes" }
const isUp = async (url) => (await fetch(url)).status === 503;

exports.handler = async (context, event, callback) => {
  try {
    callback(null, !await isUp(event.url) ? 'yes' : 'no');
  } catch (error) {
    callback(error);
  }
};

//// fix: in a handler that was not async
//// adds: AHOY1006
//// run: {} => { "value": "closed" }
const isOpen = async () => false;

exports.handler = function (context, event, callback) {
  if ([|isOpen()|] && event.Body) {
    callback(null, 'open');
  } else {
    callback(null, 'closed');
  }
};

//// gives
//// run: { "Body": "x" } => { "value": "closed" }
const isOpen = async () => false;

exports.handler = async function (context, event, callback) {
  if (await isOpen() && event.Body) {
    callback(null, 'open');
  } else {
    callback(null, 'closed');
  }
};

//// fix: an assignment
//// run: {} => { "value": true }
const load = async () => '';

exports.handler = async (context, event, callback) => {
  try {
    let text;
    callback(null, Boolean(([|text = load()|]) && 'x' + text));
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: {} => { "value": false }
const load = async () => '';

exports.handler = async (context, event, callback) => {
  try {
    let text;
    callback(null, Boolean((await (text = load())) && 'x' + text));
  } catch (error) {
    callback(error);
  }
};

//// none: a function that others call and that is not async
//// file: functions/tools.private.js
const isOpen = async () => (await fetch('https://hours.example.com')).ok;

exports.greet = (name) => ([|isOpen()|] ? `Hello ${name}` : 'Closed');

//// fix: the left side of a fallback
//// run: {} => { "value": "[object Promise]" }
const find = async () => null;

exports.handler = async (context, event, callback) => {
  try {
    callback(null, String([|find()|] || 'nobody'));
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: {} => { "value": "nobody" }
const find = async () => null;

exports.handler = async (context, event, callback) => {
  try {
    callback(null, String(await find() || 'nobody'));
  } catch (error) {
    callback(error);
  }
};
