// What bench/run offline asks over HTTP:  node offline.mjs message TWILIO GATEWAY TOKEN TURNS, or  rest URL AUTHORIZATION COUNT, or  get URL COUNT
// It prints the medians in milliseconds.
import http from 'node:http';
import { createHmac } from 'node:crypto';

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function ask(url, method, headers, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function time(action) {
  const from = process.hrtime.bigint();
  const answer = await action();
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(`${answer.status} ${answer.body}`);
  }

  return Number(process.hrtime.bigint() - from) / 1e6;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const [command, ...args] = process.argv.slice(2);
if (command === 'message') {
  const [twilio, gateway, token, turns] = args;
  await ask(`${twilio}/_ahoy/clock`, 'PUT', { 'Content-Type': 'application/json' }, '{"mode":"fast"}');

  // What the simulator's webhook sends, so that both ask the same of gateway and worker.
  const form = {
    ToCountry: 'US', ToState: '', SmsMessageSid: 'SM0123456789abcdef0123456789abcdef', NumMedia: '0', ToCity: '', FromZip: '', SmsSid: 'SM0123456789abcdef0123456789abcdef',
    FromState: '', SmsStatus: 'received', FromCity: '', Body: 'Hello', FromCountry: 'US', To: '+15005550006', ToZip: '', NumSegments: '1',
    MessageSid: 'SM0123456789abcdef0123456789abcdef', AccountSid: 'AC0123456789abcdef0123456789abcdef', From: '+15551230001', ApiVersion: '2010-04-01',
  };
  const url = `${gateway}/sms`;
  const signature = createHmac('sha1', token).update(url + Object.keys(form).sort().map((name) => name + form[name]).join('')).digest('base64');
  const signed = { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8', 'X-Twilio-Signature': signature };
  const body = new URLSearchParams(form).toString();
  const message = JSON.stringify({ to: '/sms', body: 'Hello' });
  const [alone, whole] = [[], []];
  for (let turn = 0; turn < Number(turns); turn++) {
    for (let i = 0; i < 50; i++) {
      const direct = await time(() => ask(url, 'POST', signed, body));
      const through = await time(() => ask(`${twilio}/_ahoy/messages`, 'POST', { 'Content-Type': 'application/json' }, message));
      if (turn > 0) {
        alone.push(direct);
        whole.push(through);
      }
    }
  }

  console.log(`${median(alone).toFixed(3)} ${median(whole).toFixed(3)}`);
} else if (command === 'get') {
  const [url, count] = args;
  for (let i = 0; i < Number(count); i++) {
    await time(() => ask(url, 'GET', {}, ''));
  }
} else if (command === 'rest') {
  const [url, authorization, count] = args;
  const body = new URLSearchParams({ To: '+15551230001', From: '+15005550006', Body: 'Hello' }).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json', Authorization: authorization };
  const times = [];
  for (let i = 0; i < Number(count); i++) {
    times.push(await time(() => ask(url, 'POST', headers, body)));
  }

  console.log(median(times.slice(times.length >> 2)).toFixed(3));
}

agent.destroy();
