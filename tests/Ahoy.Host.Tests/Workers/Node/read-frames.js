'use strict';

// node read-frames.js FRAMES_JS SEED: gives numbered frames to the worker's own reader, in one buffer that each read overwrites, and
// cut at random. Between the reads it does what a Function may do to the memory that it shares with all other small Buffers. Says on
// its standard output what of the frames is not as it was written, or `whole`.

const [framesFile, seed] = process.argv.slice(2);
const { FrameReader } = require(framesFile);

const count = 500;
const readSize = 64 * 1024;
let state = Number(seed) >>> 0;
function random(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

function frame(number, length) {
  const bytes = Buffer.alloc(9 + length, number % 251);
  bytes.writeUInt32LE(5 + length, 0);
  bytes[4] = 2;
  bytes.writeUInt32LE(number, 5);
  return bytes;
}

// What a Function does that wants to wipe a secret, and takes the memory of its Buffer for the Buffer's own.
function wipePool() {
  new Uint8Array(Buffer.from('secret').buffer).fill(0xff);
}

let next = 0;
const problems = [];
const reader = new FrameReader((kind, buffer, start, end) => {
  const number = buffer.readUInt32LE(start);
  if (kind !== 2 || number !== next || !buffer.subarray(start + 4, end).every((byte) => byte === number % 251)) {
    problems.push(`Frame ${next} came as ${number} of kind ${kind}, or with other bytes.`);
  }

  next++;
});

const lengths = Array.from({ length: count }, () => (random(50) === 0 ? random(150_000) : random(3_000)));
const stream = Buffer.concat(lengths.map((length, number) => frame(number, length)));
const buffer = Buffer.alloc(readSize);
try {
  for (let at = 0; at < stream.length;) {
    const length = Math.min(random(8) === 0 ? readSize : 1 + random(4_000), stream.length - at);
    stream.copy(buffer, 0, at, at + length);
    reader.push(buffer, length);
    buffer.fill(0xee);
    wipePool();
    at += length;
  }
} catch (error) {
  problems.push(String(error));
}

if (next !== count) {
  problems.push(`${next} of ${count} frames came.`);
}

console.log(problems[0] ?? 'whole');
