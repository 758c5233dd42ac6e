'use strict';

// Each HTTP client that Functions use, as it is: what it gets from Twilio, and which names were looked up for that.
const hooks = require('node:async_hooks');
const dns = require('node:dns');
const https = require('node:https');

// Of Node's own, below all that anybody may have replaced.
const lookups = [];
hooks.createHook({
  init(id, type, trigger, resource) {
    if (/^(?:GETADDRINFO|GETNAMEINFO|QUERY)/.test(type)) {
      lookups.push(resource);
    }
  },
}).enable();

const clients = {
  ...Object.fromEntries([3, 4, 5, 6].flatMap((version) => [
    [`twilio${version}`, ({ sid, token }) => library(require(`twilio${version}`)(sid, token))],
    [`twilio${version}, region`, ({ sid, token }) => library(require(`twilio${version}`)(sid, token, { region: 'au1', edge: 'sydney' }))],
  ])),
  'context.getTwilioClient': ({ context }) => library(context.getTwilioClient()),
  'axios': async ({ url, username, password }) => (await require('axios').get(url, { auth: { username, password } })).data.sid,
  'axios, keep-alive': async ({ url, username, password }) => {
    const client = require('axios').create({ auth: { username, password }, httpsAgent: new https.Agent({ keepAlive: true, maxSockets: 1 }) });
    const all = await Promise.all([1, 2, 3].map(() => client.get(url)));
    return same(all.map(({ data }) => data.sid));
  },
  'got': async ({ url, username, password }) => (await (await import('got')).default(url, { username, password }).json()).sid,
  'got, keep-alive': async ({ url, username, password }) => {
    const got = (await import('got')).default.extend({ agent: { https: new https.Agent({ keepAlive: true }) }, username, password });
    return same([(await got(url).json()).sid, (await got(url).json()).sid]);
  },
  'node-fetch 2': async ({ url, headers }) => (await (await require('node-fetch2')(url, { headers })).json()).sid,
  'node-fetch 3': async ({ url, headers }) => (await (await (await import('node-fetch3')).default(url, { headers })).json()).sid,
  'fetch': async ({ url, headers }) => (await (await fetch(url, { headers })).json()).sid,
  'fetch of a Request': async ({ url, headers }) => (await (await fetch(new Request(new URL(url), { headers }))).json()).sid,
  'undici': async ({ url, headers }) => (await (await require('undici').request(url, { headers })).body.json()).sid,
  'undici, own pool': async ({ url, headers }) => {
    const { Pool } = require('undici');
    const pool = new Pool(new URL(url).origin, { connections: 2, pipelining: 1 });
    const { body } = await pool.request({ path: new URL(url).pathname, method: 'GET', headers });
    const { sid } = await body.json();
    await pool.close();
    return sid;
  },
  'https': ({ url, headers }) => ask(url, { headers }),
  'https, keep-alive': async ({ url, headers }) => {
    const agent = new https.Agent({ keepAlive: true });
    return same([await ask(url, { headers, agent }), await ask(url, { headers, agent })]);
  },
  'https, edge and region': ({ url, headers }) => ask(url.replace('api.twilio', 'api.sydney.au1.twilio'), { headers }),
  'https, options': ({ url, username, password }) => ask({ hostname: new URL(url).hostname, path: new URL(url).pathname, auth: `${username}:${password}` }),
  'https, certificates checked': ({ url, headers }) => ask(url, { headers, rejectUnauthorized: true, checkServerIdentity: () => undefined }),
};

async function library(client) {
  const { sid } = await client.messages.create({ to: '+15551230077', from: '+15005550006', body: 'x' });
  const { accountSid } = await client.messages(sid).fetch();
  return accountSid;
}

function same(values) {
  return values.every((value) => value === values[0]) ? values[0] : values.join(' ');
}

function ask(...values) {
  return new Promise((resolve, reject) => {
    https.get(...values, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk)).on('end', () => resolve(JSON.parse(text).sid));
    }).on('error', reject);
  });
}

exports.handler = async (context, event, callback) => {
  const { ACCOUNT_SID: sid, AUTH_TOKEN: token } = context;
  const headers = { authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}` };
  const given = { context, sid, token, username: sid, password: token, headers, url: `https://api.twilio.com/2010-04-01/Accounts/${sid}.json` };
  const results = {};
  for (const [name, run] of Object.entries(clients)) {
    results[name] = await run(given).catch((error) => String(error.stack ?? error));
  }

  // Shows that a look-up would be seen.
  await dns.promises.lookup('localhost');
  callback(null, { results, lookups: [...new Set(lookups.map((lookup) => lookup.hostname))] });
};
