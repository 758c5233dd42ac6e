'use strict';

// Generates requests and signs them with the twilio package: node sign-requests.js COUNT SEED TOKEN. Writes them as JSON.

const { createHash } = require('node:crypto');
const { getExpectedTwilioSignature } = require('twilio');

const [count, seed, token] = process.argv.slice(2);
let state = Number(seed);

function random(limit) {
  // mulberry32
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}

const pick = (list) => list[random(list.length)];
const alphabet = [...'abcXYZ019 ~!*\'()-._+&=%/?#"<>[]{}|^`äß€😀\n\t'];
const text = (length) => Array.from({ length: random(length + 1) }, () => pick(alphabet)).join('');

// As browsers, Twilio and others write queries: not all escape the same characters.
const encodings = [
  encodeURIComponent,
  (value) => encodeURIComponent(value).replace(/%20/g, '+'),
  (value) => encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  (value) => encodeURIComponent(value).replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase()),
  (value) => encodeURIComponent(value).replace(/%2F/g, '/').replace(/%3A/g, ':'),
];

function pairs(limit) {
  return Array.from({ length: random(limit) }, () => [pick(['Body', 'From', 'a', 'b', 'B', 'a b', 'ä', text(6) || 'x']), text(20)]);
}

function query(list) {
  const encode = pick(encodings);
  return list.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

// A name that repeats has all its values, which is how the package takes a parsed form.
function toParameters(list) {
  const parameters = {};
  for (const [name, value] of list) {
    if (!Object.hasOwn(parameters, name)) {
      parameters[name] = value;
    } else {
      parameters[name] = [].concat(parameters[name], value);
    }
  }

  return parameters;
}

function generate() {
  const scheme = pick(['http', 'https']);
  const host = pick(['localhost', 'localhost:3000', 'example.ngrok.app', 'shop-1234-dev.localhost:3000', 'example.org:443']);
  const search = query(pairs(4));
  let target = pick(['/guarded', '/guarded.txt']) + (search === '' ? '' : `?${search}`);
  if (target.startsWith('/guarded.txt') || random(3) === 0) {
    return sign('GET', scheme, host, target, null, '', {});
  }

  if (random(3) === 0) {
    const body = JSON.stringify({ text: text(30), number: random(1000), list: [text(3), null] });
    if (random(2) === 0) {
      const hash = createHash('sha256').update(Buffer.from(body)).digest('hex');
      target += `${target.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
    }

    return sign('POST', scheme, host, target, 'application/json', body, {});
  }

  const fields = pairs(12);
  return sign('POST', scheme, host, target, 'application/x-www-form-urlencoded', query(fields), toParameters(fields));
}

function sign(method, scheme, host, target, contentType, body, parameters) {
  const signature = getExpectedTwilioSignature(token, `${scheme}://${host}${target}`, parameters);
  return { method, host, target, contentType, body, signature };
}

process.stdout.write(JSON.stringify(Array.from({ length: Number(count) }, generate)));
