//// reports: return is missing
exports.handler = (context, event, callback) => {
  if (!event.To) {
    {|also:callback('To is missing')|};
  }

  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`Sending to ${event.To}`);
  [|callback(null, twiml)|];
};

//// reports: an answer beside a chain
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .create({ to: event.To, from: context.SENDER, body: event.Body })
    .then((message) => [|callback(null, message.sid)|])
    .catch((error) => [|callback(error)|]);
  {|also:callback(null, 'sent')|};
};

//// reports: catch answers and goes on
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  let message;
  try {
    message = await client.messages.create({ to: event.To, from: context.SENDER, body: event.Body });
  } catch (error) {
    {|also:callback(error)|};
  }
  return [|callback(null, message)|];
};

//// reports: a caught promise goes on
exports.handler = async (context, event, callback) => {
  const user = await fetch(`https://example.com/users/${event.id}`)
    .then((response) => response.json())
    .catch((error) => {
      console.error(error);
      return {|also:callback(error)|};
    });
  const twiml = new Twilio.twiml.VoiceResponse();
  console.log('found', user);
  twiml.say('Hello');
  return [|callback(null, twiml)|];
};

//// reports: the next link of the chain
exports.handler = (context, event, callback) => {
  const sync = Runtime.getSync();
  sync.documents(event.doc).fetch()
    .then((doc) => {
      if (doc.data.locked) {
        {|also:callback(null, 'locked')|};
        return doc;
      }
      return doc.update({ data: { locked: true } });
    })
    .then((doc) => {
      [|callback(null, doc.sid)|];
    })
    .catch(callback);
};

//// reports: behind the catch
exports.handler = function (context, event, callback) {
  context.getTwilioClient().calls(event.CallSid)
    .update({ twiml: '<Response><Hangup/></Response>' })
    .catch(function (error) {
      {|also:callback(error)|};
    })
    .then(function () {
      [|callback(null, 'ended')|];
    });
};

//// reports: a case falls through
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      twiml.dial(context.SALES);
      {|also:callback(null, twiml)|};
    case '2':
      twiml.dial(context.SUPPORT);
      [|callback(null, twiml)|];
      break;
    default:
      twiml.redirect('/menu');
      return callback(null, twiml);
  }
};

//// reports: once for each element
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  event.numbers.split(',').forEach((to) => {
    client.messages
      .create({ to, from: context.SENDER, body: event.body })
      .then((message) => [|callback(null, message.sid)|])
      .catch((error) => callback(error));
  });
};

//// reports: once for each round
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  for (const to of event.numbers.split(',')) {
    try {
      const message = await client.messages.create({ to, from: context.SENDER, body: event.body });
      [|callback(null, message.sid)|];
    } catch (error) {
      [|callback(error)|];
    }
  }
};

//// reports: a helper answers, and so does the handler
function deny(callback, reason) {
  const response = new Twilio.Response();
  response.setStatusCode(403);
  response.setBody(reason);
  {|also:callback(null, response)|};
}

exports.handler = (context, event, callback) => {
  if (event.pin !== context.PIN) {
    deny(callback, 'wrong pin');
  }
  [|callback(null, 'welcome')|];
};

//// reports: a helper that is called twice
exports.handler = function (context, event, callback) {
  const respond = (status, body) => {
    const response = new Twilio.Response();
    response.setStatusCode(status);
    response.setBody(body);
    {|also:callback(null, response)|};
  };

  if (!event.name) {
    respond(400, 'name is missing');
  }
  [|respond(200, `Hello ${event.name}`)|];
};

//// reports: finally as well
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const rooms = await client.video.v1.rooms.list({ limit: 10 });
    callback(null, rooms.length);
  } catch (error) {
    callback(error);
  } finally {
    [|callback()|];
  }
};

//// reports: after the error of a node-style continuation
const request = require('request');

exports.handler = (context, event, callback) => {
  request('https://example.com/rates', (err, res, body) => {
    if (err) {
      {|also:callback(err)|};
    }
    [|callback(null, body)|];
  });
};

//// reports: a timer nobody stops
exports.handler = async (context, event, callback) => {
  setTimeout(() => [|callback(null, 'still working')|], 5000);
  try {
    const { data } = await require('axios').get(context.SLOW_URL);
    callback(null, data);
  } catch (error) {
    callback(error);
  }
};

//// reports: an accepted request that answers again
exports.handler = (context, event, callback) => {
  {|also:callback(null, { accepted: true })|};
  Runtime.getSync().lists('jobs').syncListItems
    .create({ data: event })
    .then((item) => console.log('queued', item.index))
    .catch((error) => [|callback(error)|]);
};

//// silent: return before each
exports.handler = (context, event, callback) => {
  if (!event.To) {
    return callback('To is missing');
  }
  if (!event.Body) {
    return callback('Body is missing');
  }
  return callback(null, 'ok');
};

//// silent: one in each arm
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.CallStatus === 'ringing') {
    twiml.say('Hello');
    callback(null, twiml);
  } else {
    callback(null, '');
  }
};

//// silent: then and catch
exports.handler = (context, event, callback) => {
  context.getTwilioClient().messages
    .create({ to: event.To, from: context.SENDER, body: event.Body })
    .then((message) => callback(null, message.sid))
    .catch((error) => callback(error));
};

//// silent: try and catch
exports.handler = async (context, event, callback) => {
  try {
    const verification = await context.getTwilioClient().verify.v2
      .services(context.VERIFY_SID)
      .verifications.create({ to: event.to, channel: 'sms' });
    callback(null, { status: verification.status });
  } catch (error) {
    callback(error);
  }
};

//// silent: the opposite question
exports.handler = (context, event, callback) => {
  if (event.dryRun) {
    callback(null, 'nothing sent');
  }
  console.log('dry run:', event.dryRun);
  if (!event.dryRun) {
    const client = context.getTwilioClient();
    client.messages
      .create({ to: event.To, from: context.SENDER, body: event.Body })
      .then((message) => callback(null, message.sid))
      .catch((error) => callback(error));
  }
};

//// silent: another value of the same
exports.handler = (context, event, callback) => {
  const { type } = event;
  if (type === 'sms') {
    callback(null, new Twilio.twiml.MessagingResponse());
  }
  if (type === 'voice') {
    callback(null, new Twilio.twiml.VoiceResponse());
  }
  if (type !== 'sms' && type !== 'voice') {
    callback(`unknown type ${type}`);
  }
};

//// silent: a guard that is set beside the callback
exports.handler = (context, event, callback) => {
  let answered = false;
  const finish = (error, value) => {
    if (!answered) {
      answered = true;
      callback(error, value);
    }
  };

  setTimeout(() => finish(null, 'too slow'), 8000);
  fetch(context.UPSTREAM)
    .then((response) => response.text())
    .then((text) => finish(null, text))
    .catch((error) => finish(error));
  if (event.quick) {
    finish(null, 'quick');
  }
};

//// silent: a flag in the handler
exports.handler = async (context, event, callback) => {
  let failed = false;
  try {
    await Runtime.getSync().documents('state').update({ data: event });
  } catch (error) {
    failed = true;
    callback(error);
  }
  if (!failed) {
    callback(null, 'saved');
  }
};

//// silent: the helper tells whether it answered
async function authorize(context, event, callback) {
  const user = await fetch(`${context.AUTH_URL}/${event.token}`).then((response) => response.json());
  if (!user.active) {
    const response = new Twilio.Response();
    response.setStatusCode(401);
    callback(null, response);
    return null;
  }
  return user;
}

exports.handler = async (context, event, callback) => {
  const user = await authorize(context, event, callback);
  if (!user) {
    return;
  }
  callback(null, `Hello ${user.name}`);
};

//// silent: what the catch leaves behind is looked at
exports.handler = async (context, event, callback) => {
  const member = await context.getTwilioClient().queues(context.QUEUE_SID).members('Front').fetch()
    .catch((error) => {
      callback(error);
    });
  if (!member) {
    return;
  }
  callback(null, member.callSid);
};

//// silent: the loop is left
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  let last;
  for (const mirror of ['https://a.example.com', 'https://b.example.com']) {
    try {
      const { data } = await axios.get(`${mirror}/rates`);
      callback(null, data);
      return;
    } catch (error) {
      last = error;
    }
  }
  callback(last);
};

//// silent: a search that may answer in a round
exports.handler = (context, event, callback) => {
  const sites = JSON.parse(Runtime.getAssets()['/sites.json'].open());
  sites.forEach((site) => {
    if (site.id === event.id) {
      callback(null, site);
    }
  });
};

//// silent: the last of several
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const sids = event.sids.split(',');
  const states = [];
  sids.forEach((sid) => {
    client.messages(sid).fetch((error, message) => {
      states.push(error ? 'unknown' : message.status);
      if (states.length === sids.length) {
        callback(null, states);
      }
    });
  });
};

//// silent: a timer that is stopped
exports.handler = async (context, event, callback) => {
  const timer = setTimeout(() => callback(null, 'still working'), 8000);
  try {
    const response = await fetch(context.SLOW_URL);
    const text = await response.text();
    clearTimeout(timer);
    callback(null, text);
  } catch (error) {
    clearTimeout(timer);
    callback(error);
  }
};

//// silent: listeners for the end and for errors
const https = require('https');

exports.handler = (context, event, callback) => {
  const req = https.request('https://example.com/hook', { method: 'POST' }, (res) => {
    let body = '';
    res.on('data', (part) => (body += part));
    res.on('end', () => callback(null, body));
  });
  req.on('error', (error) => callback(error));
  req.write(JSON.stringify(event));
  req.end();
};

//// silent: a library may call it or not
const once = require('lodash/once');
const { limit } = require(Runtime.getFunctions()['lib/limit'].path);

exports.handler = (context, event, callback) => {
  const answer = once(callback);
  limit(event.From, answer);
  answer(null, 'ok');
};

//// silent: throw is the way out
exports.handler = async (context, event, callback) => {
  try {
    if (!event.To) {
      throw new Error('To is missing');
    }
    const call = await context.getTwilioClient().calls.create({ to: event.To, from: context.CALLER, url: event.url });
    callback(null, call.sid);
  } catch (error) {
    callback(error.message);
  }
};

//// reports: parts that answer for themselves
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  await Promise.all(event.numbers.split(',').map(async (to) => {
    try {
      await client.messages.create({ to, from: context.SENDER, body: event.body });
    } catch (error) {
      callback(error);
    }
  }));
  [|callback(null, 'done')|];
};

//// reports: thrown behind the answer
exports.handler = async (context, event, callback) => {
  try {
    const message = await context.getTwilioClient().messages(event.sid).fetch();
    if (message.status === 'failed') {
      {|also:callback('failed')|};
      throw new Error('failed');
    }
    callback(null, message.status);
  } catch (error) {
    [|callback(error)|];
  }
};

//// silent: what some element answered is asked
exports.handler = (context, event, callback) => {
  const answered = ['name', 'id'].some((key) => {
    if (event[key]) {
      callback(null, event[key]);
      return true;
    }
    return false;
  });
  if (!answered) {
    callback(null, 'none');
  }
};

//// silent: what the catch leaves has no members, and the path ends in an error
exports.handler = async (context, event, callback) => {
  const user = await fetch(`https://example.com/users/${event.id}`)
    .then((response) => response.json())
    .catch((error) => {
      console.error(error);
      return callback(error);
    });
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.say(`Hello ${user.name}`);
  return callback(null, twiml);
};

//// reports: a member that need not be there
exports.handler = async (context, event, callback) => {
  const task = await context
    .getTwilioClient()
    .taskrouter.v1.workspaces(context.WORKSPACE)
    .tasks(event.task)
    .fetch()
    .catch((error) => callback(error));
  [|callback(null, { age: task?.age })|];
};
