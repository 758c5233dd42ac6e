//// reports: the happy path forgets the callback
exports.handler = (context, event, callback) => {
  const { apiKey } = JSON.parse(Runtime.getAssets()['/settings.json'].open());
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`Your key ends with ${apiKey.slice(-4)}`);
[|}|];

//// reports: an early return without an answer
exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  if ({|also:!event.Digits|}) {
    console.log('caller pressed nothing');
    [|return;|]
  }

  twiml.say(`You pressed ${event.Digits}`);
  callback(null, twiml);
};

//// reports: catch only logs
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    const message = await client.messages.create({ to: event.To, from: context.SENDER, body: event.Body });
    return callback(null, message.sid);
  } catch (error) {
    console.error('could not send', error);
  [|}|]
};

//// reports: catch only logs, and something follows
exports.handler = async function (context, event, callback) {
  const sync = Runtime.getSync();
  let doc;
  try {
    doc = await sync.documents('opening-hours').fetch();
    callback(null, doc.data);
  } catch (err) {
    console.error(err.message);
  [|}|]
  console.log('done');
};

//// reports: an if without an else
exports.handler = function (context, event, done) {
  const body = (event.Body || '').trim().toLowerCase();
  const twiml = new Twilio.twiml.MessagingResponse();

  if (body === 'start') {
    twiml.message('Welcome aboard!');
    done(null, twiml);
  } else if (body === 'stop') {
    twiml.message('Sorry to see you go.');
    done(null, twiml);
  }
[|}|];

//// reports: one arm of an if
exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'application/json');

  if (event.token === context.TOKEN) {
    response.setBody({ ok: true });
    callback(null, response);
  } else {
    response.setStatusCode(403);
    response.setBody({ ok: false });
  [|}|]
};

//// reports: one case of a switch
exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.Digits) {
    case '1':
      twiml.redirect('/sales');
      callback(null, twiml);
      break;
    case '2':
      twiml.redirect('/support');
      [|break;|]
    default:
      twiml.redirect('/menu');
      callback(null, twiml);
  }
};

//// reports: a switch without a default
const menus = { main: '/menu/main', hours: '/menu/hours' };

exports.handler = function (context, event, callback) {
  const twiml = new Twilio.twiml.VoiceResponse();
  switch (event.menu) {
    case 'main':
      twiml.redirect(menus.main);
      return callback(null, twiml);
    case 'hours':
      twiml.redirect(menus.hours);
      return callback(null, twiml);
  }
[|}|];

//// reports: the last case of a switch
exports.handler = function (context, event, callback) {
  switch (event.EventType) {
    case 'reservation.created': {
      callback(null, { instruction: 'accept' });
      break;
    }
    default: {
      console.log('ignored', event.EventType);
    [|}|]
  }
};

//// reports: the continuation forgets a case
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages
    .list({ to: event.From, limit: 1 })
    .then((messages) => {
      if (messages.length > 0) {
        callback(null, messages[0].body);
      }
    [|}|])
    .catch((error) => callback(error));
};

//// reports: the continuation returns early
exports.handler = function (context, event, callback) {
  const client = context.getTwilioClient();
  client.verify.v2.services(context.VERIFY_SID).verificationChecks
    .create({ to: event.phone, code: event.code })
    .then(function (check) {
      if (check.status !== 'approved') {
        console.warn('wrong code for', event.phone);
        [|return;|]
      }
      return callback(null, { verified: true });
    })
    .catch(callback);
};

//// reports: a node-style continuation
const request = require('request');

exports.handler = function (context, event, callback) {
  request.get(`https://example.com/zip/${event.zip}`, function (err, res, body) {
    if (err) {
      console.error(err);
      [|return;|]
    }
    callback(null, JSON.parse(body));
  });
};

//// reports: a chain that nothing ends
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  {|also:client.calls
    .create({ to: event.To, from: context.CALLER, url: 'https://example.com/voice.xml' })
    .then((call) => {
      console.log(call.sid);
    })
    .catch((error) => {
      console.error(error);
    })|};
[|}|];

//// reports: an import and nothing else
exports.handler = (context, event, callback) => {
  import('nanoid').then(({ nanoid }) => {
    const id = nanoid();
    console.log(`request ${id} from ${event.From}`);
  });
[|}|];

//// reports: a helper that does not answer on all its paths
const reply = (callback, text) => {
  if ({|also:!text|}) {
    console.log('nothing to say');
    {|also:return;|}
  }
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(text);
  callback(null, twiml);
};

exports.handler = (context, event, callback) => {
  reply(callback, event.Body);
[|}|];

//// reports: a helper that captures the callback
exports.handler = function (context, event, callback) {
  const fail = (status, text) => {
    const response = new Twilio.Response();
    response.setStatusCode(status).setBody(text);
    return callback(null, response);
  };

  if (!event.id) {
    return fail(400, 'id is missing');
  }

  if (!/^\d+$/.test(event.id)) {
    return fail(400, 'id is no number');
  }

  console.log('looking up', event.id);
[|}|];

//// reports: an async handler after its last await
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  let joke;
  try {
    const { data } = await axios.get('https://example.com/joke');
    joke = data.text;
  } catch (error) {
    return callback(error);
  }

  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(joke);
  [|return twiml;|]
};

//// reports: a loop that finds nothing
const agents = [
  { name: 'Ada', skills: ['billing'] },
  { name: 'Alan', skills: ['support'] },
];

exports.handler = function (context, event, callback) {
  for (const agent of agents) {
    if (agent.skills.includes(event.skill)) {
      return callback(null, agent.name);
    }
  }
[|}|];

//// reports: a timer that decides
exports.handler = (context, event, callback) => {
  const started = Date.now();
  setTimeout(() => {
    if (Date.now() - started < 3000) {
      console.log('too early');
    [|}|] else {
      callback(null, 'done');
    }
  }, 3000);
};

//// silent: every arm answers
exports.handler = (context, event, callback) => {
  const body = (event.Body || '').trim().toLowerCase();
  const twiml = new Twilio.twiml.MessagingResponse();
  if (body === 'start') {
    twiml.message('Welcome aboard!');
    callback(null, twiml);
  } else if (body === 'stop') {
    twiml.message('Sorry to see you go.');
    callback(null, twiml);
  } else {
    callback(null, '');
  }
};

//// silent: conditions that leave nothing over
exports.handler = function (context, event, callback) {
  const hour = new Date().getUTCHours();
  const twiml = new Twilio.twiml.VoiceResponse();
  if (hour >= 9) {
    twiml.say('Good day');
    callback(null, twiml);
  } else if (hour < 9) {
    twiml.say('We open at nine');
    callback(null, twiml);
  }
};

//// silent: the same question asked twice
exports.handler = (context, event, callback) => {
  const isSms = event.MessageSid !== undefined;
  const twiml = isSms ? new Twilio.twiml.MessagingResponse() : new Twilio.twiml.VoiceResponse();
  if (isSms) {
    twiml.message('Thanks');
    callback(null, twiml);
  }
  console.log('handled', isSms);
  if (!isSms) {
    twiml.say('Thanks');
    callback(null, twiml);
  }
};

//// silent: one parameter missing after the other
exports.handler = (context, event, callback) => {
  if (event.to && event.body) {
    const client = context.getTwilioClient();
    client.messages
      .create({ to: event.to, from: context.SENDER, body: event.body })
      .then((message) => callback(null, message.sid))
      .catch((error) => callback(error));
    return;
  }
  if (!event.to) {
    callback('to is missing');
    return;
  }
  if (!event.body) {
    callback('body is missing');
  }
};

//// silent: throw ends a path at once
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  if (!event.To) {
    throw new Error('To is missing');
  }

  try {
    const call = await client.calls.create({ to: event.To, from: context.CALLER, url: context.TWIML_URL });
    callback(null, { sid: call.sid });
  } catch (error) {
    console.error(error);
    throw error;
  }
};

//// silent: a loop without an end
exports.handler = async (context, event, callback) => {
  const sync = Runtime.getSync();
  try {
    while (true) {
      const doc = await sync.documents('queue').fetch();
      if (doc.data.ready) {
        return callback(null, doc.data);
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } catch (error) {
    return callback(error);
  }
};

//// silent: a retry that gives up with an answer
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      const { data } = await axios.get('https://example.com/quote');
      return callback(null, data);
    } catch (error) {
      console.warn(`attempt ${attempt} failed`);
      if (attempt === 3) {
        return callback(error);
      }
    }
  }
};

//// silent: the callback is handed to a library
const { handleCallback } = require(Runtime.getFunctions()['lib/http'].path);

exports.handler = function (context, event, callback) {
  if (event.debug) {
    return callback(null, event);
  }

  handleCallback(event, callback);
};

//// silent: the callback is a node-style callback itself
const fs = require('fs');

exports.handler = function (context, event, callback) {
  const { path } = Runtime.getAssets()['/terms.txt'];
  fs.readFile(path, 'utf8', callback);
};

//// silent: callbacks in an object
exports.handler = function (context, event, callback) {
  const client = context.getTwilioClient();
  const bodies = [];
  client.messages.each(
    {
      limit: 20,
      done: () => callback(null, bodies),
    },
    (message) => bodies.push(message.body),
  );
};

//// silent: an object that answers
exports.handler = (context, event, callback) => {
  const reply = {
    ok: (body) => callback(null, body),
    fail: (error) => callback(error),
  };

  if (event.name) {
    reply.ok(`Hello ${event.name}`);
  } else {
    reply.fail(new Error('no name'));
  }
};

//// silent: an event emitter answers later
const https = require('https');

exports.handler = (context, event, callback) => {
  https
    .get('https://example.com/feed.json', (res) => {
      let text = '';
      res.on('data', (chunk) => {
        text += chunk;
      });
      res.on('end', () => callback(null, JSON.parse(text)));
    })
    .on('error', (error) => {
      console.error(error);
      callback(error);
    });
};

//// silent: an async helper answers on all its paths
exports.handler = (context, event, callback) => {
  lookUp(context, event.From, callback);
};

async function lookUp(context, number, callback) {
  const client = context.getTwilioClient();
  try {
    const found = await client.lookups.v2.phoneNumbers(number).fetch({ fields: 'line_type_intelligence' });
    callback(null, found.lineTypeIntelligence);
  } catch (error) {
    if (error.status === 404) {
      callback(null, { type: 'unknown' });
    } else {
      callback(error);
    }
  }
}

//// silent: finally answers
exports.handler = async (context, event, callback) => {
  const response = new Twilio.Response();
  const client = context.getTwilioClient();
  try {
    const { status } = await client.proxy.v1.services(context.PROXY_SID).fetch();
    response.setBody(status);
  } catch (error) {
    response.setStatusCode(502);
    response.setBody(error.message);
  } finally {
    callback(null, response);
  }
};

//// silent: a helper that checks and answers
function isAllowed(event, callback) {
  if (event.request.headers.authorization !== 'Bearer let-me-in') {
    const response = new Twilio.Response();
    response.setStatusCode(401);
    callback(null, response);
    return false;
  }
  return true;
}

exports.handler = (context, event, callback) => {
  if (!isAllowed(event, callback)) {
    return;
  }
  callback(null, { secret: 42 });
};

//// silent: a flag that keeps the answer single
exports.handler = (context, event, callback) => {
  let answered = false;
  const answer = (error, body) => {
    if (answered) {
      return;
    }
    answered = true;
    callback(error, body);
  };

  setTimeout(() => answer(null, 'too slow'), 8000);
  context.getTwilioClient().conferences
    .list({ status: 'in-progress' })
    .then((rooms) => answer(null, rooms.length))
    .catch((error) => answer(error));
};

//// silent: the last of several answers
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const numbers = event.numbers.split(',');
  let left = numbers.length;
  numbers.forEach((to) => {
    client.messages
      .create({ to, from: context.SENDER, body: event.body })
      .catch((error) => console.error(to, error.message))
      .then(() => {
        left -= 1;
        if (left === 0) {
          callback(null, 'sent');
        }
      });
  });
};

//// silent: the last of several, counted by what is collected
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  const sids = event.sids.split(',');
  const states = [];
  for (const sid of sids) {
    client.messages(sid).fetch().then((message) => {
      states.push(message.status);
      if (states.length === sids.length) {
        callback(null, states);
      }
    }, callback);
  }
};

//// silent: the compiler of TypeScript wrote it
'use strict';
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
  return new (P || (P = Promise))(function (resolve, reject) {
    function step(result) { result.done ? resolve(result.value) : Promise.resolve(result.value).then((v) => step(generator.next(v)), reject); }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
Object.defineProperty(exports, '__esModule', { value: true });
exports.handler = void 0;
const handler = function (context, event, callback) {
  return __awaiter(this, void 0, void 0, function* () {
    try {
      const message = yield context.getTwilioClient().messages.create({ to: event.To, from: event.From, body: 'Hi' });
      return callback(null, message.sid);
    } catch (error) {
      return callback(error);
    }
  });
};
exports.handler = handler;

//// silent: a wrapper may answer
const { withJson } = require(Runtime.getAssets()['/with-json.js'].path);

exports.handler = withJson(async (context, event, callback) => {
  const client = context.getTwilioClient();
  const queues = await client.queues.list({ limit: 5 });
  return queues.map((queue) => queue.friendlyName);
});

//// silent: a library
//// file: functions/lib/log.private.js
exports.handler = (context, event, callback) => {
  console.log(context.PATH, event);
};

//// silent: a file that can't be read whole
exports.handler = (context, event, callback) => {
  if (event.To {
    return callback(null, event.To);
  }
};

//// silent: whoever is found is answered
exports.handler = (context, event, callback) => {
  const sites = JSON.parse(Runtime.getAssets()['/sites.json'].open());
  const isAnswered = sites.some((site) => {
    if (site.id === event.id) {
      callback(null, site.name);
      return true;
    }
    return false;
  });
  if (!isAnswered) {
    callback(null, 'unknown');
  }
};

//// silent: polling until there is an answer
exports.handler = (context, event, callback) => {
  const client = context.getTwilioClient();
  let tries = 0;
  const poll = () => {
    client.calls(event.CallSid).fetch()
      .then((call) => {
        if (call.status === 'completed') {
          callback(null, call.duration);
        } else if (++tries > 5) {
          callback('still talking');
        } else {
          setTimeout(poll, 1000);
        }
      })
      .catch(callback);
  };
  poll();
};

//// silent: functions of an object of the file are given the callback
const actions = {
  start(context, event, callback) {
    callback(null, `started ${event.id}`);
  },
  stop(context, event, callback) {
    callback(null, `stopped ${event.id}`);
  },
};

exports.handler = (context, event, callback) => {
  const action = actions[event.action];
  if (!action) {
    callback(`unknown action ${event.action}`);
    return;
  }
  action(context, event, callback);
};

//// silent: a counted retry in a while loop
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  let left = 3;
  while (left > 0) {
    try {
      const { data } = await axios.get(context.UPSTREAM);
      return callback(null, data);
    } catch (error) {
      left--;
      if (left === 0) {
        return callback(error);
      }
    }
  }
};

//// reports: the retries run out
const axios = require('axios');

exports.handler = async (context, event, callback) => {
  for (let i = 0; i < 3; i++) {
    try {
      const { data } = await axios.get(context.UPSTREAM);
      return callback(null, data);
    } catch (error) {
      console.log('attempt', i, 'failed');
    }
  }
[|}|];

//// reports: the end of a stream that finds nothing
const fs = require('fs');
const csv = require('csv-parser');

exports.handler = (context, event, callback) => {
  const rows = [];
  fs.createReadStream(Runtime.getAssets()['/people.csv'].path)
    .pipe(csv())
    .on('data', (row) => rows.push(row))
    .on('end', () => {
      const person = rows.find((row) => row.phone === event.From);
      if (person) {
        callback(null, person.name);
      }
    [|}|]);
};

//// reports: the old style of the client
exports.handler = function (ctx, evt, cb) {
  ctx.getTwilioClient().messages.list({ limit: 3 }, function (err, items) {
    if (!err) {
      cb(null, items.length);
    }
  [|}|]);
};

//// silent: a request gives an object
const send = async (context, event) => context.getTwilioClient().messages.create({ to: event.To, from: context.SENDER, body: event.Body });

exports.handler = (context, event, callback) => {
  const isAllowed = event.key === context.KEY;
  Promise.resolve()
    .then(() => {
      if (isAllowed) {
        return send(context, event);
      }
      callback(null, 'denied');
      return null;
    })
    .then((message) => {
      if (message) {
        callback(null, message.sid);
      }
    })
    .catch((error) => callback(error));
};

//// silent: lengths that leave nothing over
exports.handler = function (context, event, callback) {
  const words = event.Body.split(' ');
  if (words.length === 0) {
    callback(null, 'Say something');
  } else if (words.length === 1) {
    callback(null, 'Say more');
  } else if (words.length > 1) {
    callback(null, 'Thanks');
  }
};

//// silent: none or some
exports.handler = async (context, event, callback) => {
  try {
    const numbers = await context.getTwilioClient().incomingPhoneNumbers.list({ phoneNumber: event.number });
    if (!numbers.length) {
      callback(null, 'not ours');
    } else if (numbers.length > 0) {
      callback(null, numbers[0].sid);
    }
  } catch (error) {
    callback(error);
  }
};

//// silent: hours in order
exports.handler = (context, event, callback) => {
  const hour = new Date().getHours();
  const twiml = new Twilio.twiml.VoiceResponse();
  if (hour < 9) {
    twiml.say('We open at nine');
    callback(null, twiml);
  } else if (hour >= 9 && hour < 17) {
    twiml.dial(context.OFFICE);
    callback(null, twiml);
  } else if (hour >= 17) {
    twiml.say('We are closed');
    callback(null, twiml);
  }
};

//// silent: newer, older or the same
exports.handler = (context, event, callback) => {
  const { version } = event;
  const wanted = context.VERSION;
  if (version > wanted) {
    callback(null, 'ahead');
  } else if (version < wanted) {
    callback(null, 'behind');
  } else if (version === wanted) {
    callback(null, 'level');
  }
};

//// silent: a position that was found or not
exports.handler = (context, event, callback) => {
  const at = event.Body.indexOf('#');
  if (at === -1) {
    return callback(null, 'no order number');
  }
  if (at >= 0) {
    return callback(null, event.Body.slice(at + 1));
  }
};

//// silent: both answers of a switch
exports.handler = (context, event, callback) => {
  const isKnown = context.KNOWN.split(',').includes(event.From);
  switch (isKnown) {
    case true:
      return callback(null, 'welcome back');
    case false:
      return callback(null, 'who are you?');
  }
};

//// reports: a length that nobody thought of
exports.handler = (context, event, callback) => {
  const words = event.Body.split(' ');
  if (words.length < 2) {
    callback(null, 'Say more');
  } else if (words.length > 2) {
    callback(null, 'Say less');
  }
[|}|];

//// reports: an hour between the others
exports.handler = (context, event, callback) => {
  const hour = new Date().getHours();
  if (hour < 9) {
    return callback(null, 'early');
  } else if (hour > 9) {
    return callback(null, 'late');
  }
[|}|];

//// silent: an empty variable says that the answer is given
exports.handler = async (context, event, callback) => {
  const body = await load(context.FEED, event.page).catch((error) => {
    callback(error);
  });
  if (!body) {
    return;
  }
  callback(null, body.items);
};

const load = async (feed, page) => {
  const response = await fetch(`${feed}?page=${page}`);
  return response.json();
};

//// silent: null says that the answer is given
const request = require('request-promise-native');

exports.handler = async (context, event, callback) => {
  let quote;
  try {
    quote = await request(context.QUOTES);
  } catch (error) {
    callback(null, 'no quote today');
    quote = null;
  }
  if (quote === null) return;
  callback(null, quote);
};

//// reports: an empty variable says nothing
exports.handler = async (context, event, callback) => {
  const body = await load(context.FEED).catch(callback);
  if (body.skip) {
    [|return;|]
  }
  callback(null, body.items);
};

const load = (feed) => fetch(feed).then((response) => response.json());

//// silent: what the wrapper gives answers errors
const { prepare } = require(Runtime.getFunctions()['helpers/prepare'].path);

exports.handler = prepare(['taskSid'], async (context, event, callback, response, handleError) => {
  try {
    const tasks = context.getTwilioClient().taskrouter.v1.workspaces(context.WORKSPACE).tasks;
    response.setBody(await tasks(event.taskSid).fetch());
    callback(null, response);
  } catch (error) {
    handleError(error);
  }
});

//// reports: the wrapper's response is prepared, and not sent
const { prepare } = require(Runtime.getFunctions()['helpers/prepare'].path);

exports.handler = prepare(['taskSid'], async (context, event, callback, response) => {
  try {
    const tasks = context.getTwilioClient().taskrouter.v1.workspaces(context.WORKSPACE).tasks;
    response.setBody(await tasks(event.taskSid).fetch());
    callback(null, response);
  } catch (error) {
    response.setStatusCode(500);
  [|}|]
});

//// silent: a switch that is off
const TRACE = false;

exports.handler = (context, event, callback) => {
  if (TRACE) {
    console.log(event);
    return;
  }
  callback(null, 'ok');
};

//// silent: the steps of a state machine
var __generator = (this && this.__generator) || function (thisArg, body) { return body; };

exports.handler = function (context, event, callback) {
  return __generator(this, function (_a) {
    switch (_a.label) {
      case 0: return [4, fetch(context.FEED)];
      case 1:
        callback(null, _a.sent());
        return [2];
    }
  });
};
