//// fix: an async handler as on other platforms
//// run: {} => { "completions": 0 }
exports.handler = [|async (context, event) =>|] {
  const twiml = new Map([['text', event.text]]);
  return [...twiml.values()].join(' ');
};

//// gives
//// run: { "text": "this" } => { "value": "this" }
exports.handler = async (context, event, callback) => {
  const twiml = new Map([['text', event.text]]);
  return callback(null, [...twiml.values()].join(' '));
};

//// fix: a path that ends without a return
exports.handler = [|async function (context, event)|] {
  const client = context.getTwilioClient();
  await client.messages.create({ to: event.To, body: 'Hello' });
};

//// gives
//// run: {} => { "value": null, "callsBefore": 2 }
//// run: { "fail": true } => { "completions": 0, "thrown": "messages.create failed" }
exports.handler = async function (context, event, callback) {
  const client = context.getTwilioClient();
  await client.messages.create({ to: event.To, body: 'Hello' });
  callback(null);
};

//// fix: what may be a promise is waited for
//// adds: AHOY1006
exports.handler = [|async (context, event) =>|] {
  const client = context.getTwilioClient();
  if (event.test) {
    return;
  }

  return client.messages.create({ to: event.To });
};

//// gives
//// run: { "To": "+15550100" } => { "value": { "sid": "SM1", "ok": true, "to": "+15550100" } }
//// run: { "test": true } => { "value": null, "calls": [] }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  if (event.test) {
    return callback(null);
  }

  return callback(null, await client.messages.create({ to: event.To }));
};

//// fix: no parameters, no semicolons
exports.handler = [|() =>|] {
  return 'Hello'
}

//// gives
//// run: {} => { "value": "Hello" }
exports.handler = (context, event, callback) => {
  return callback(null, 'Hello')
}

//// fix: an arrow with an object
exports.handler = [|context => (|]{ from: context.FROM });

//// gives
//// run: {} => { "value": { "from": "+15550100" } }
exports.handler = (context, event, callback) => callback(null, { from: context.FROM });

//// fix: an async arrow with one bare parameter
exports.handler = [|async context =>|] {
  return context.FROM;
};

//// gives
//// run: {} => { "value": "+15550100" }
exports.handler = async (context, event, callback) => {
  return callback(null, context.FROM);
};

//// fix: a trailing comma and patterns
exports.handler = [|async function handler(
  { FROM },
  { text = 'nothing' },
)|] {
  const reply = { FROM, text };
  return reply;
};

//// gives
//// run: {} => { "value": { "FROM": "+15550100", "text": "nothing" } }
exports.handler = async function handler(
  { FROM },
  { text = 'nothing' },
  callback,
) {
  const reply = { FROM, text };
  return callback(null, reply);
};

//// fix: several ways out, and functions of its own
exports.handler = [|async (context, event) =>|] {
  const names = event.names.map((name) => {
    return name.trim();
  });

  try {
    if (names.length === 0) {
      return 'nobody';
    }

    return (
      names.join(', ')
    );
  } catch (error) {
    console.error(error);
    throw error;
  }
};

//// gives
//// run: { "names": [" Ada ", "Grace"] } => { "value": "Ada, Grace" }
//// run: { "names": [] } => { "value": "nobody" }
exports.handler = async (context, event, callback) => {
  const names = event.names.map((name) => {
    return name.trim();
  });

  try {
    if (names.length === 0) {
      return callback(null, 'nobody');
    }

    return callback(null, names.join(', '));
  } catch (error) {
    console.error(error);
    throw error;
  }
};

//// fix: a chain that is returned
exports.handler = [|(context, event) =>|] {
  return fetch(event.url)
    .then((response) => response.json());
};

//// gives
//// run: { "url": "https://example.com" } => { "value": { "from": "https://example.com" } }
//// run: { "fail": true } => { "error": "fetch failed" }
exports.handler = (context, event, callback) => {
  return fetch(event.url)
    .then((response) => response.json())
    .then((result) => callback(null, result))
    .catch((error) => callback(error));
};

//// fix: a method
module.exports = {
  async handler[|(context, event)|] {
    const text = await Promise.resolve(event.text);
    return text;
  },
};

//// gives
//// run: { "text": "this" } => { "value": "this" }
module.exports = {
  async handler(context, event, callback) {
    const text = await Promise.resolve(event.text);
    return callback(null, text);
  },
};

//// fix: a function of the file that returns no promise
exports.handler = [|(context, event) =>|] {
  return greeting(event.name);
};

function greeting(name) {
  if (!name) {
    return 'Hello';
  }

  return `Hello ${name}`;
}

//// gives
//// run: { "name": "Ada" } => { "value": "Hello Ada" }
exports.handler = (context, event, callback) => {
  return callback(null, greeting(event.name));
};

function greeting(name) {
  if (!name) {
    return 'Hello';
  }

  return `Hello ${name}`;
}

//// none: the order of parameters of another platform
exports.handler = [|async (event, context) =>|] {
  return 'Hello';
};

//// none: the response object of another platform
exports.handler = [|async (context, event) =>|] {
  return { statusCode: 200, body: JSON.stringify(event) };
};

//// none: a value that may be a promise, in a handler that can't wait
const messages = require('./messages');

exports.handler = [|(context, event) =>|] {
  return messages.answer(event);
};

//// none: an error as a value
exports.handler = [|async (context, event) =>|] {
  return event.text ? 'Hello' : new TypeError('No text');
};

//// fix: parameters in lines of their own, properties of what was awaited
exports.handler = [|async (
  context,
  { url },
) =>|] {
  try {
    const answer = await fetch(url);
    return answer.sid;
  } catch (error) {
    return error.message;
  }
};

//// gives
//// run: { "url": "a" } => { "value": "SM1" }
//// run: { "url": "a", "fail": true } => { "value": "fetch failed" }
exports.handler = async (
  context,
  { url },
  callback,
) => {
  try {
    const answer = await fetch(url);
    return callback(null, answer.sid);
  } catch (error) {
    return callback(null, error.message);
  }
};

//// none: a list of promises
exports.handler = [|async (context, event) =>|] {
  return event.urls.map(async (url) => (await fetch(url)).sid);
};

//// none: a generator, whose body a call does not run
exports.handler = [|async function* (context, event)|] {
  return 'Hello';
};
