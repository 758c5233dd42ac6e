'use strict';

// What answers and log lines are made of: long sequences out of a generator of random numbers, the same as in SharedContent.cs. An answer is a
// piece of them whose place no other answer has, so that it can't be mistaken for another one and no byte of it can be lost, doubled or moved.

const { createHash } = require('node:crypto');

// A worker makes them when it starts, and workers are started often here: no larger than they have to be.
const binaryLength = 5 * 1024 * 1024;
const textLength = 256 * 1024;
const plainLength = 16 * 1024;
const logTextLength = 4096;

// Marsaglia's xorshift of 32 bits.
function generator(seed) {
  let x = seed;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x >>> 0;
  };
}

function makeBinary() {
  const next = generator(1);
  const words = new Uint32Array(binaryLength / 4);
  for (let i = 0; i < words.length; i++) {
    words[i] = next();
  }

  return Buffer.from(words.buffer);
}

const special = [0xfeff, 0xfffe, 0xffff, 0xfffd, 0x2028, 0x2029, 0x200d, 0x00ad, 0xe000, 0xfdd0];

// UTF-16 units of every kind: what is common, controls with NUL, combining marks, both directions, pairs, halves of pairs.
function makeText() {
  const next = generator(2);
  const units = new Uint16Array(textLength);
  for (let i = 0; i < textLength; i++) {
    const r = next();
    const n = r >>> 8;
    switch (r & 15) {
      case 6: units[i] = n % 0x20; break;
      case 7: units[i] = 0x80 + n % 0x80; break;
      case 8: units[i] = 0x300 + n % 0x70; break;
      case 9: units[i] = 0x370 + n % 0x1000; break;
      case 10: units[i] = 0x4e00 + n % 0x5000; break;
      case 11: units[i] = 0xd800 + n % 0x400; break;
      case 12: units[i] = 0xdc00 + n % 0x400; break;
      case 13:
        units[i] = 0xd800 + n % 0x400;
        if (i + 1 < textLength) {
          units[++i] = 0xdc00 + (n >>> 10) % 0x400;
        }

        break;
      case 14: units[i] = special[n % special.length]; break;
      case 15: units[i] = 0x590 + n % 0x160; break;
      default: units[i] = 0x20 + n % 95; break;
    }
  }

  return Buffer.from(units.buffer).toString('utf16le');
}

function makePlain(seed, characters) {
  const next = generator(seed);
  const bytes = Buffer.allocUnsafe(plainLength);
  for (let i = 0; i < plainLength; i++) {
    bytes[i] = characters.charCodeAt((next() >>> 8) % characters.length);
  }

  return bytes.toString('latin1');
}

function range(from, to, without = '') {
  let text = '';
  for (let c = from; c <= to; c++) {
    if (!without.includes(String.fromCharCode(c))) {
      text += String.fromCharCode(c);
    }
  }

  return text;
}

const binary = makeBinary();
const text = makeText();
const ascii = makePlain(3, range(0x21, 0x7e, '"\\'));
const latin = makePlain(4, range(0x21, 0x7e) + range(0xa1, 0xff));
const cookies = makePlain(5, range(0x21, 0x7e, '"\\,;%'));

// A piece of a text that begins anew where it ends.
function cut(whole, at, length) {
  const start = at % whole.length;
  return start + length <= whole.length
    ? whole.substring(start, start + length)
    : whole.repeat(Math.ceil((start + length) / whole.length)).substring(start, start + length);
}

// What arrived, as one text that says of each value what it is.
function canonical(value) {
  switch (typeof value) {
    case 'string':
      return `s${value.length}:${value}`;
    case 'number':
      return `n${value};`;
    case 'boolean':
      return value ? 't' : 'f';
    default:
      if (value === null) {
        return 'z';
      }

      if (Array.isArray(value)) {
        return `a${value.length}:${value.map(canonical).join('')}`;
      }

      const names = Object.keys(value).sort();
      return `o${names.length}:${names.map((name) => canonical(name) + canonical(value[name])).join('')}`;
  }
}

module.exports = {
  binaryAt: (at, length) => binary.subarray(at, at + length),
  textAt: (at, length) => cut(text, at, length),
  asciiAt: (at, length) => cut(ascii, at, length),
  latinAt: (at, length) => cut(latin, at, length),
  cookieAt: (at, length) => cut(cookies, at, length),
  digest: (event) => createHash('sha256').update(Buffer.from(canonical(event), 'utf16le')).digest('hex'),

  // The log line of an invocation: its number, the line's, and a piece of text that both decide on.
  line(id, n) {
    const start = Math.imul(id * 256 + n, 0x9e3779b1) >>> 0;
    return `${id} ${n} ${text.substr(start % (textLength - logTextLength), start % 89 === 0 ? logTextLength : start % 97)}.`;
  },
};
