//// fix: a guard that does not return
//// run: {} => { "completions": 2, "error": "No recipient" }
exports.handler = (context, event, callback) => {
  if (!event.To) {
    callback('No recipient');
  }

  [|callback(null, event.To)|];
};

//// gives
//// run: {} => { "error": "No recipient" }
//// run: { "To": "+15550100" } => { "value": "+15550100" }
exports.handler = (context, event, callback) => {
  if (!event.To) {
    return callback('No recipient');
  }

  callback(null, event.To);
};

//// fix: a guard without braces and semicolons
exports.handler = function (context, event, cb) {
  if (!event.To) cb('No recipient')
  [|cb(null, event.To)|]
}

//// gives
//// run: {} => { "error": "No recipient" }
exports.handler = function (context, event, cb) {
  if (!event.To) return cb('No recipient')
  cb(null, event.To)
}

//// fix: what else is done after the first call is still done
exports.handler = (context, event, callback) => {
  if (!event.To) {
    callback('No recipient');
    console.warn('no recipient');
  }

  [|callback(null, event.To)|];
};

//// gives
//// run: {} => { "error": "No recipient", "logs": ["no recipient"] }
exports.handler = (context, event, callback) => {
  if (!event.To) {
    callback('No recipient');
    console.warn('no recipient');
    return;
  }

  callback(null, event.To);
};

//// fix: in a try
exports.handler = async (context, event, callback) => {
  try {
    const response = await fetch(event.url);
    if (!response.ok || event.refuse) {
      callback(null, 'refused');
    }
    [|callback(null, 'done')|];
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "refuse": true } => { "value": "refused" }
//// run: { "fail": true } => { "error": "fetch failed" }
//// run: {} => { "value": "done" }
exports.handler = async (context, event, callback) => {
  try {
    const response = await fetch(event.url);
    if (!response.ok || event.refuse) {
      return callback(null, 'refused');
    }
    callback(null, 'done');
  } catch (error) {
    callback(error);
  }
};

//// fix: a catch that goes on
exports.handler = async (context, event, callback) => {
  let sid;
  try {
    const message = await context.getTwilioClient().messages.create({ to: event.To });
    sid = message.sid;
  } catch (error) {
    console.error(error);
    callback(error);
  }

  [|callback(null, sid)|];
};

//// gives
//// run: { "fail": true } => { "error": "messages.create failed" }
//// run: {} => { "value": "SM1" }
exports.handler = async (context, event, callback) => {
  let sid;
  try {
    const message = await context.getTwilioClient().messages.create({ to: event.To });
    sid = message.sid;
  } catch (error) {
    console.error(error);
    return callback(error);
  }

  callback(null, sid);
};

//// fix: in a continuation
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then((response) => {
      if (event.refuse) {
        callback(null, 'refused');
      }

      [|callback(null, response.ok)|];
    })
    .catch((error) => callback(error));
};

//// gives
//// run: { "refuse": true } => { "value": "refused" }
//// run: {} => { "value": true }
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then((response) => {
      if (event.refuse) {
        return callback(null, 'refused');
      }

      callback(null, response.ok);
    })
    .catch((error) => callback(error));
};

//// fix: a switch without break
exports.handler = (context, event, callback) => {
  switch (event.Digits) {
    case '1':
      callback(null, 'one');
    case '2':
      [|callback(null, 'two')|];
      break;
    default:
      callback(null, 'other');
  }
};

//// gives
//// run: { "Digits": "1" } => { "value": "one" }
//// run: { "Digits": "2" } => { "value": "two" }
exports.handler = (context, event, callback) => {
  switch (event.Digits) {
    case '1':
      return callback(null, 'one');
    case '2':
      callback(null, 'two');
      break;
    default:
      callback(null, 'other');
  }
};

//// fix: in a loop, before a call behind it
exports.handler = (context, event, callback) => {
  for (const word of event.words) {
    if (word === 'stop') {
      callback(null, 'stopped');
    }
  }

  [|callback(null, 'all read')|];
};

//// gives
//// run: { "words": ["go", "stop", "go"] } => { "value": "stopped" }
//// run: { "words": ["go"] } => { "value": "all read" }
exports.handler = (context, event, callback) => {
  for (const word of event.words) {
    if (word === 'stop') {
      return callback(null, 'stopped');
    }
  }

  callback(null, 'all read');
};

//// none: both in one list, where one of them is too much
exports.handler = (context, event, callback) => {
  callback(null, 'first');
  [|callback(null, 'second')|];
};

//// none: a return in a finally would swallow the error
exports.handler = (context, event, callback) => {
  try {
    JSON.parse(event.text);
  } finally {
    callback(null, 'parsed');
  }

  [|callback(null, 'done')|];
};

//// none: a finally that calls again whatever happens
exports.handler = (context, event, callback) => {
  try {
    callback(null, JSON.parse(event.text));
  } catch (error) {
    console.error(error);
  } finally {
    [|callback(null, 'over')|];
  }
};
