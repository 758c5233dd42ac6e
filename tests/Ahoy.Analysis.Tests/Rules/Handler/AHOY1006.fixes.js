//// fix: the whole body
//// key: AHOY1006
//// run: { "fail": true } => { "completions": 0, "thrown": "messages.create failed" }
exports.handler = [|async|] (context, event, callback) => {
  const client = context.getTwilioClient();
  const message = await client.messages.create({ to: event.To });
  return callback(null, message.sid);
};

//// gives
//// run: { "fail": true } => { "error": "messages.create failed" }
//// run: {} => { "value": "SM1" }
exports.handler = async (context, event, callback) => {
  try {
    const client = context.getTwilioClient();
    const message = await client.messages.create({ to: event.To });
    return callback(null, message.sid);
  } catch (error) {
    callback(error);
  }
};

//// fix: lines of a template, empty ones and comments
//// key: AHOY1006
exports.handler = [|async|] function (context, event, callback) {
  'use strict';
  // Reads what there is.
  const response = await fetch(context.FEED_URL);
  const text = `first
  second ${await response.text()}
third`;

  callback(null, text);
  // Done.
};

//// gives
exports.handler = async function (context, event, callback) {
  'use strict';
  try {
    // Reads what there is.
    const response = await fetch(context.FEED_URL);
    const text = `first
  second ${await response.text()}
third`;

    callback(null, text);
    // Done.
  } catch (error) {
    callback(error);
  }
};

//// fix: a function declaration, and errors that are called err
//// key: AHOY1006
[|async|] function handler(context, event, callback) {
  const found = await context.getTwilioClient().lookups.v2.phoneNumbers(event.From).fetch();
  callback(null, found.countryCode);
}

exports.other = () => {
  try {
    work();
  } catch (err) {
    console.log(err);
  }
};

exports.handler = handler;

//// gives
async function handler(context, event, callback) {
  try {
    const found = await context.getTwilioClient().lookups.v2.phoneNumbers(event.From).fetch();
    callback(null, found.countryCode);
  } catch (err) {
    callback(err);
  }
}

exports.other = () => {
  try {
    work();
  } catch (err) {
    console.log(err);
  }
};

exports.handler = handler;

//// fix: a method
//// key: AHOY1006
module.exports = {
  [|async|] handler(context, event, callback) {
    const response = await fetch(context.FEED_URL);
    callback(null, await response.json());
  },
};

//// gives
module.exports = {
  async handler(context, event, callback) {
    try {
      const response = await fetch(context.FEED_URL);
      callback(null, await response.json());
    } catch (error) {
      callback(error);
    }
  },
};

//// none: all in one line
//// key: AHOY1006
exports.handler = [|async|] (context, event, callback) => { callback(null, await fetch(event.url)); };

//// none: a function in the body is used from its start
//// key: AHOY1006
exports.handler = [|async|] (context, event, callback) => {
  callback(null, await load());
  function load() {
    return fetch(event.url);
  }
};

//// none: a try does not catch what is returned
//// key: AHOY1006
exports.handler = [|async|] (context, event, callback) => {
  return fetch(context.FEED_URL).then((response) => callback(null, response));
};
