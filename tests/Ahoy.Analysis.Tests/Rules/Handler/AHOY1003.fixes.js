//// fix: a chain on several lines
//// run: { "fail": true } => { "completions": 0, "unhandled": "messages.create failed" }
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();

  client.messages
    .create({ to: event.To, from: context.FROM, body: 'Hello' })
    .[|then|]((message) => callback(null, message.sid));
};

//// gives
//// run: {} => { "value": "SM1" }
//// run: { "fail": true } => { "error": "messages.create failed" }
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();

  client.messages
    .create({ to: event.To, from: context.FROM, body: 'Hello' })
    .then((message) => callback(null, message.sid))
    .catch((error) => callback(error));
};

//// fix: on one line, without semicolons, bare arrow parameters
exports.handler = (context, event, cb) => {
  fetch(event.url).then(response => response.json()).[|then|](rates => cb(null, rates))
}

//// gives
//// run: { "url": "https://example.com" } => { "value": { "from": "https://example.com" } }
//// run: { "fail": true } => { "error": "fetch failed" }
exports.handler = (context, event, cb) => {
  fetch(event.url).then(response => response.json()).then(rates => cb(null, rates)).catch(error => cb(error))
}

//// fix: functions instead of arrows
exports.handler = function (context, event, callback) {
  var client = context.getTwilioClient();
  client.calls(event.CallSid)
    .update({ status: 'completed' })
    .[|then|](function (call) {
      callback(null, call.sid);
    });
};

//// gives
//// run: {} => { "value": "SM1" }
//// run: { "fail": true } => { "thrown": null, "error": "calls.update failed" }
exports.handler = function (context, event, callback) {
  var client = context.getTwilioClient();
  client.calls(event.CallSid)
    .update({ status: 'completed' })
    .then(function (call) {
      callback(null, call.sid);
    })
    .catch(function (error) {
      callback(error);
    });
};

//// fix: a catch that only logs, by reference
//// run: { "fail": true } => { "completions": 0 }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|](console.error);
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed", "logs": ["fetch failed"] }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .catch((error) => {
      console.error(error);
      callback(error);
    });
};

//// fix: a catch that only logs, as an expression
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|](err => console.error('failed:', err));
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed", "logs": ["failed: fetch failed"] }
//// run: {} => { "value": "done", "logs": [] }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .catch(err => {
      console.error('failed:', err);
      callback(err);
    });
};

//// fix: a catch that only logs, as a block without a parameter
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|](() => {
      // Nothing can be done.
      console.warn('failed');
    });
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed", "logs": ["failed"] }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .catch((error) => {
      // Nothing can be done.
      console.warn('failed');
      callback(error);
    });
};

//// fix: an empty catch
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|](function (e) {});
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed" }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .catch(function (e) {
      callback(e);
    });
};

//// fix: a catch whose block returns at its end
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|](reason => {
      console.error(reason);
      return null;
    });
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed" }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .catch(reason => {
      console.error(reason);
      callback(reason);
      return null;
    });
};

//// fix: a catch before a finally
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .catch((error) => { console.error(error) })
    .[|finally|](() => console.log('over'));
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed", "logs": ["fetch failed", "over"] }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .catch((error) => { console.error(error); callback(error); })
    .finally(() => console.log('over'));
};

//// fix: the second function of a then
exports.handler = (context, event, callback) => {
  fetch(event.url).[|then|](
    (response) => callback(null, response.ok),
    (error) => {
      console.error(error);
    },
  );
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed" }
//// run: {} => { "value": true }
exports.handler = (context, event, callback) => {
  fetch(event.url).then(
    (response) => callback(null, response.ok),
    (error) => {
      console.error(error);
      callback(error);
    },
  );
};

//// fix: a helper with a callback of its own name
function send(client, message, done) {
  client.messages
    .create(message)
    .[|then|](sent => done(null, sent.sid));
}

exports.handler = (context, event, callback) => {
  send(context.getTwilioClient(), { to: event.To }, callback);
};

//// gives
//// run: { "fail": true } => { "error": "messages.create failed" }
//// run: {} => { "value": "SM1" }
function send(client, message, done) {
  client.messages
    .create(message)
    .then(sent => done(null, sent.sid))
    .catch(error => done(error));
}

exports.handler = (context, event, callback) => {
  send(context.getTwilioClient(), { to: event.To }, callback);
};

//// fix: in a branch, beside other errors
exports.handler = function (context, event, callback) {
  try {
    if (event.url) {
      fetch(event.url).[|then|](response => callback(null, response.ok));
    } else {
      callback(null, 'no url');
    }
  } catch (err) {
    callback(err);
  }
};

//// gives
//// run: { "url": "https://example.com", "fail": true } => { "error": "fetch failed" }
//// run: {} => { "value": "no url" }
exports.handler = function (context, event, callback) {
  try {
    if (event.url) {
      fetch(event.url).then(response => callback(null, response.ok)).catch(err => callback(err));
    } else {
      callback(null, 'no url');
    }
  } catch (err) {
    callback(err);
  }
};

//// fix: returned by a handler that is not async
module.exports = {
  handler(context, event, callback) {
    return fetch(event.url)
      .[|then|](() => {
        callback(null, 'done');
      });
  },
};

//// gives
//// run: { "fail": true } => { "error": "fetch failed" }
module.exports = {
  handler(context, event, callback) {
    return fetch(event.url)
      .then(() => {
        callback(null, 'done');
      })
      .catch((error) => callback(error));
  },
};

//// none: a catch that completes on some of its paths
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|]((error) => {
      if (error.code === 404) {
        callback(null, 'nothing there');
      }
    });
};

//// none: a catch with several ways out
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|]((error) => {
      if (error.code === 404) {
        return;
      }

      console.error(error);
    });
};

//// none: a catch that takes the error apart
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(() => callback(null, 'done'))
    .[|catch|](({ message }) => console.error(message));
};

//// fix: a catch for some errors only
const Promise = require('bluebird');

exports.handler = (context, event, callback) => {
  Promise.try(() => JSON.parse(event.payload))
    .then((payload) => callback(null, payload.id))
    .[|catch|](SyntaxError, () => callback(null, 'no JSON'));
};

//// gives
const Promise = require('bluebird');

exports.handler = (context, event, callback) => {
  Promise.try(() => JSON.parse(event.payload))
    .then((payload) => callback(null, payload.id))
    .catch(SyntaxError, () => callback(null, 'no JSON'))
    .catch((error) => callback(error));
};

//// fix: an async function that answers
const work = async (context, event, callback) => {
  const message = await context.getTwilioClient().messages.create({ to: event.To, from: context.FROM, body: 'Hello' });
  callback(null, message.sid);
};

exports.handler = (context, event, callback) => {
  [|work|](context, event, callback);
};

//// gives
//// run: {} => { "value": "SM1" }
//// run: { "fail": true } => { "error": "messages.create failed" }
const work = async (context, event, callback) => {
  const message = await context.getTwilioClient().messages.create({ to: event.To, from: context.FROM, body: 'Hello' });
  callback(null, message.sid);
};

exports.handler = (context, event, callback) => {
  work(context, event, callback).catch((error) => callback(error));
};

//// fix: a chain becomes await
//// key: AHOY1003.await
//// run: { "fail": true } => { "completions": 0, "unhandled": "messages.create failed" }
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: event.To, body: 'Your table is ready' })
    .[|then|]((message) => {
      // The client wants the id.
      callback(null, message.sid);
    });
};

//// gives
//// run: {} => { "value": "SM1" }
//// run: { "fail": true } => { "error": "messages.create failed" }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const message = await client.messages
      .create({ to: event.To, body: 'Your table is ready' });
    // The client wants the id.
    callback(null, message.sid);
  } catch (error) {
    callback(error);
  }
};

//// fix: two links become await, without semicolons
//// key: AHOY1003.await
exports.handler = function (context, event, callback) {
  fetch('https://example.com/fact')
    .then((response) => response.json())
    .[|then|](({ text }) => callback(null, text))
}

//// gives
exports.handler = async function (context, event, callback) {
  try {
    const response = await fetch('https://example.com/fact')
    const { text } = await response.json()
    callback(null, text)
  } catch (error) {
    callback(error)
  }
}

//// none: what a link declares is there already
//// key: AHOY1003.await
exports.handler = (context, event, callback) => {
  const message = event.Body;
  context.getTwilioClient().messages.create({ to: event.To, body: message }).[|then|]((message) => callback(null, message.sid));
};

//// none: a comment between the links would be lost
//// key: AHOY1003.await
exports.handler = (context, event, callback) => {
  fetch('https://example.com/fact')
    // The text alone.
    .[|then|]((response) => callback(null, response));
};

//// none: something follows the chain
//// key: AHOY1003.await
exports.handler = (context, event, callback) => {
  fetch('https://example.com/fact').[|then|]((response) => callback(null, response));
  console.log('sent');
};
