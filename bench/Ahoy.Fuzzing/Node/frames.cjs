'use strict';

// The worker's side of the frames: node frames.cjs WORKER_FOLDER SEED SECONDS INPUTS. Random frames in random pieces come out as they went
// in, through writer and reader; a request is read as it was written, and a damaged one is no worse than an exception. Prints what it did.

const { randomFillSync } = require('node:crypto');
const { join } = require('node:path');

const [folder, seed, seconds, most] = process.argv.slice(2);
const { FrameReader, FrameWriter } = require(join(folder, 'frames.js'));
const { Request } = require(join(folder, 'request.js'));

let state = Number(seed);

function random(limit) {
  // mulberry32
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}

const alphabet = [...'abXYZ019 =&%"\\{}\n\0ä€\u2028', '😀', '\ud800', '__proto__', 'constructor'];
const text = (longest) => Array.from({ length: random(longest + 1) }, () => alphabet[random(alphabet.length)]).join('');

function check(holds, what, details) {
  if (!holds) {
    throw new Error(`It does not hold that ${what}: ${JSON.stringify(details)}`);
  }
}

// What UTF-8 makes of a text: half a surrogate pair becomes U+FFFD.
const sent = (value) => Buffer.from(value).toString();

function read(bytes) {
  const frames = [];
  const reader = new FrameReader((kind, buffer, start, end) => frames.push({ kind, content: Buffer.from(buffer.subarray(start, end)) }));
  for (let at = 0; at < bytes.length;) {
    // As a socket gives it: in a buffer that the next piece overwrites.
    const piece = Buffer.from(bytes.subarray(at, at + 1 + random(random(2) === 0 ? 7 : 4096)));
    reader.push(piece, piece.length);
    at += piece.length;
    randomFillSync(piece);
  }

  return frames;
}

// A socket that takes what it is given, now or later, and says so in order.
class Socket {
  parts = [];
  waiting = [];

  get writableLength() {
    return this.waiting.length;
  }

  write(bytes, done) {
    this.parts.push({ view: bytes, copy: Buffer.from(bytes) });
    this.waiting.push(done);
    return true;
  }

  finish(count) {
    for (const done of this.waiting.splice(0, count)) {
      done?.();
    }
  }
}

function tryWriter() {
  const socket = new Socket();
  const writer = new FrameWriter(socket);
  const expected = [];
  for (let count = random(20); count > 0; count--) {
    const id = random(1000);
    const long = random(50) === 0 ? 40_000 : 40;
    switch (random(5)) {
      case 0: {
        const message = text(long);
        writer.log(id, random(3), message);
        expected.push((c) => c.readUInt32LE(0) === id && c.toString('utf8', 5) === sent(message));
        break;
      }
      case 1: {
        const message = text(long);
        writer.notice(id, message);
        expected.push((c) => c.readUInt32LE(0) === id && c.toString('utf8', 4) === sent(message));
        break;
      }
      case 2: {
        const headers = Array.from({ length: 2 * random(4) }, () => text(10));
        const body = [null, text(long), Buffer.from(text(long))][random(3)];
        writer.reply(id, 5, 200, 1, headers, body);
        expected.push((c) => readReply(c, id, headers.map(sent), body === null ? '' : sent(body.toString())));
        break;
      }
      case 3:
        writer.returned(id);
        expected.push((c) => c.length === 4 && c.readUInt32LE(0) === id);
        break;
      default:
        writer.leaving();
        expected.push((c) => c.length === 0);
    }

    if (random(3) === 0) {
      writer.flush();
    }

    socket.finish(random(3));
  }

  writer.flush();
  check(socket.parts.every(({ view, copy }, i) => i < socket.parts.length - socket.waiting.length || view.equals(copy)), 'what waits to be sent is left alone', {});
  const frames = read(Buffer.concat(socket.parts.map((part) => part.copy)));
  check(frames.length === expected.length, 'as many frames come out as were written', [frames.length, expected.length]);
  frames.forEach((frame, i) => check(expected[i](frame.content), 'a frame comes out as it was written', [i, frame.content.toString('base64')]));
}

function readReply(content, id, headers, body) {
  let at = 13;
  const seen = [];
  for (let count = content.readUInt16LE(11); count > 0; count--) {
    const length = content.readUInt32LE(at);
    seen.push(content.toString('utf8', at + 4, at + 4 + length));
    at += 4 + length;
  }

  return content.readUInt32LE(0) === id && JSON.stringify(seen) === JSON.stringify(headers) && content.toString('utf8', at) === body;
}

// A request as InvocationEncoder.cs writes it.
function writeRequest(sections, json) {
  const texts = sections.flat(2);
  const joined = Buffer.from(texts.join(''));
  const body = Buffer.from(json);
  const head = Buffer.alloc(15 + 24 + 4 * texts.length);
  head.writeUInt32LE(7, 0);
  head.writeDoubleLE(1.5, 4);
  head.writeUInt16LE(3, 12);
  head[14] = 2;
  sections.forEach((section, i) => head.writeUInt32LE(section.length, 15 + 4 * i));
  head.writeUInt32LE(joined.length, 31);
  head.writeUInt32LE(body.length, 35);
  texts.forEach((value, i) => head.writeUInt32LE(value.length, 39 + 4 * i));
  return Buffer.concat([head, joined, body]);
}

function tryRequest() {
  // Half a surrogate pair can't come from the gateway, which reads UTF-8.
  const word = (longest) => sent(text(longest));
  const section = () => Array.from({ length: random(5) }, () => [word(6), word(20)]);
  const sections = [section(), section(), section(), section()];
  const json = JSON.stringify({ a: word(9), list: [1, null] });
  const bytes = writeRequest(sections, json);
  const request = new Request(bytes, 0);
  check(request.id === 7 && request.functionIndex === 3 && request.json === json, 'a request is read as it was written', json);
  sections.slice(0, 3).forEach((pairs, i) => {
    const read = [request.query, request.form, request.headers][i] ?? {};
    for (const [name] of pairs) {
      const values = pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
      check(Object.hasOwn(read, name), 'a name is there', [name, pairs]);
      check(JSON.stringify([].concat(read[name])) === JSON.stringify(values), 'a name has its values', [name, pairs]);
    }
  });
  request.toEvent();
  check(Object.getPrototypeOf({}).a === undefined && [].constructor === Array, 'nothing of the language is changed', {});

  // Damaged: an exception, or anything at all, but it comes to an end.
  const damaged = Buffer.from(bytes);
  damaged[random(damaged.length)] ^= 1 << random(8);
  const counts = [15, 19, 23, 27].map((at) => damaged.readUInt32LE(at));
  if (Math.max(...counts) < 1000) {
    try {
      new Request(damaged, 0).toEvent();
    } catch (error) {
      check(error instanceof RangeError || error instanceof SyntaxError, 'a damaged request throws what is expected', String(error));
    }
  }
}

const end = Date.now() + Number(seconds) * 1000;
let inputs = 0;
for (; inputs < Number(most) && Date.now() < end; inputs++) {
  const before = state;
  try {
    tryWriter();
    tryRequest();
  } catch (error) {
    console.error(`node-frames, state ${before}: ${error.stack}`);
    process.exit(1);
  }
}

console.log(`node-frames\t${inputs} inputs`);
