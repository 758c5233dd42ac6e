//// fix: in an async handler
//// run: { "To": "+15550100" } => { "callsBefore": 1 }
exports.handler = async (context, event, callback) => {
  try {
    const client = context.getTwilioClient();
    [|client.messages.create({ to: event.To, body: 'Hello' })|];
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "To": "+15550100" } => { "value": "sent", "callsBefore": 2 }
//// run: { "fail": true } => { "error": "messages.create failed" }
exports.handler = async (context, event, callback) => {
  try {
    const client = context.getTwilioClient();
    await client.messages.create({ to: event.To, body: 'Hello' });
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// fix: in a handler that was not async
exports.handler = function (context, event, callback) {
  try {
    [|fetch(event.url)|]
    callback(null, 'told')
  } catch (error) {
    callback(error)
  }
}

//// gives
//// run: {} => { "value": "told", "callsBefore": 2 }
//// run: { "fail": true } => { "error": "fetch failed" }
exports.handler = async function (context, event, callback) {
  try {
    await fetch(event.url)
    callback(null, 'told')
  } catch (error) {
    callback(error)
  }
}

//// fix: in a handler that is a method
//// adds: AHOY1006
module.exports = {
  handler(context, event, callback) {
    [|fetch(event.url)|];
    callback(null, 'told');
  },
};

//// gives
//// run: {} => { "value": "told", "callsBefore": 2 }
module.exports = {
  async handler(context, event, callback) {
    await fetch(event.url);
    callback(null, 'told');
  },
};

//// fix: a variable that is read as if it were the value
exports.handler = async (context, event, callback) => {
  try {
    const message = [|context.getTwilioClient().messages.create({ to: event.To })|];
    callback(null, message.sid);
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: {} => { "value": "SM1" }
exports.handler = async (context, event, callback) => {
  try {
    const message = await context.getTwilioClient().messages.create({ to: event.To });
    callback(null, message.sid);
  } catch (error) {
    callback(error);
  }
};

//// fix: behind a condition
exports.handler = async (context, event, callback) => {
  try {
    event.url && [|fetch(event.url)|];
    event.copy ? await fetch(event.copy) : console.log('no copy');
    callback();
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "url": "u" } => { "callsBefore": 2, "logs": ["no copy"] }
exports.handler = async (context, event, callback) => {
  try {
    event.url && await fetch(event.url);
    event.copy ? await fetch(event.copy) : console.log('no copy');
    callback();
  } catch (error) {
    callback(error);
  }
};

//// fix: a list of promises
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    [|event.numbers.map((to) => client.messages.create({ to }))|];
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "numbers": ["1", "2"] } => { "callsBefore": 4 }
//// run: { "numbers": ["1", "2"], "fail": true } => { "error": "messages.create failed" }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await Promise.all(event.numbers.map((to) => client.messages.create({ to })));
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// fix: what the function of a forEach returns
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    event.numbers.forEach((to) => [|client.messages.create({ to })|]);
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "numbers": ["1", "2"] } => { "callsBefore": 4 }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await Promise.all(event.numbers.map((to) => client.messages.create({ to })));
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// fix: what the function of a forEach drops
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    event.numbers.forEach(function (to) {
      console.log(to);
      [|client.messages.create({ to })|];
    });
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "numbers": ["1", "2"] } => { "callsBefore": 4, "logs": ["1", "2"] }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await Promise.all(event.numbers.map(async function (to) {
      console.log(to);
      await client.messages.create({ to });
    }));
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// fix: in a continuation
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then((response) => {
      [|fetch(event.log)|];
      callback(null, response.ok);
    })
    .catch((error) => callback(error));
};

//// gives
//// run: {} => { "value": true, "callsBefore": 4 }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(async (response) => {
      await fetch(event.log);
      callback(null, response.ok);
    })
    .catch((error) => callback(error));
};

//// fix: an async function of the file that runs at once
exports.handler = async (context, event, callback) => {
  try {
    [|(async () => {
      await fetch(event.url);
    })()|];
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: {} => { "callsBefore": 2 }
exports.handler = async (context, event, callback) => {
  try {
    await (async () => {
      await fetch(event.url);
    })();
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// fix: it is meant
//// key: AHOY2001.void
exports.handler = async (context, event, callback) => {
  [|fetch(event.log)|];
  callback(null, 'told');
};

//// gives
//// run: {} => { "callsBefore": 1 }
exports.handler = async (context, event, callback) => {
  void fetch(event.log);
  callback(null, 'told');
};

//// fix: it is meant, in a function that can't wait
//// key: AHOY2001.void
function note(text) {
  [|fetch('https://example.com/log', { method: 'POST', body: text })|]
}

exports.handler = (context, event, callback) => {
  note(event.text)
  callback(null, 'noted')
}

//// gives
//// run: {} => { "value": "noted" }
function note(text) {
  void fetch('https://example.com/log', { method: 'POST', body: text })
}

exports.handler = (context, event, callback) => {
  note(event.text)
  callback(null, 'noted')
}

//// none: a function whose callers do not expect a promise
function note(text) {
  [|fetch('https://example.com/log', { method: 'POST', body: text })|];
  return text.length;
}

exports.handler = (context, event, callback) => {
  callback(null, note(event.text));
};
