'use strict';

// An invocation as the gateway sends it: fixed fields, then a table of text lengths, then all text at once, so that decoding is
// one conversion from UTF-8 and the cutting of one string.

const BodyKind = Object.freeze({ none: 0, form: 1, json: 2 });

class Cursor {
  constructor(buffer, at) {
    this.buffer = buffer;
    this.at = at;
  }

  byte() {
    return this.buffer[this.at++];
  }

  uint16() {
    const value = this.buffer.readUInt16LE(this.at);
    this.at += 2;
    return value;
  }

  uint32() {
    const value = this.buffer.readUInt32LE(this.at);
    this.at += 4;
    return value;
  }

  double() {
    const value = this.buffer.readDoubleLE(this.at);
    this.at += 8;
    return value;
  }
}

// Reads names and values in turn.
class TextTable {
  #cursor;
  #text;
  #at = 0;

  constructor(cursor, lengthsAt, text) {
    this.#cursor = cursor;
    cursor.at = lengthsAt;
    this.#text = text;
  }

  next() {
    const end = this.#at + this.#cursor.uint32();
    const value = this.#text.substring(this.#at, end);
    this.#at = end;
    return value;
  }
}

// `__proto__` as the name of a parameter must stay a name.
function set(target, name, value) {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    target[name] = value;
  }
}

function add(target, name, value) {
  if (!Object.hasOwn(target, name)) {
    set(target, name, value);
  } else if (Array.isArray(target[name])) {
    target[name].push(value);
  } else {
    set(target, name, [target[name], value]);
  }
}

function readMultiple(table, count) {
  const target = {};
  for (let i = 0; i < count; i++) {
    add(target, table.next(), table.next());
  }

  return target;
}

function readFirst(table, count) {
  const target = {};
  for (let i = 0; i < count; i++) {
    const name = table.next();
    const value = table.next();
    if (!Object.hasOwn(target, name)) {
      set(target, name, value);
    }
  }

  return target;
}

function merge(event, parameters) {
  for (const name of Object.keys(parameters)) {
    set(event, name, parameters[name]);
  }
}

class Request {
  // Everything is copied out of the buffer, which the next read overwrites.
  constructor(buffer, start) {
    const cursor = new Cursor(buffer, start);
    this.id = cursor.uint32();
    this.startBefore = cursor.double();
    this.functionIndex = cursor.uint16();
    this.bodyKind = cursor.byte();
    const queries = cursor.uint32();
    const fields = cursor.uint32();
    const headers = cursor.uint32();
    const cookies = cursor.uint32();
    const textLength = cursor.uint32();
    const bodyLength = cursor.uint32();
    const lengthsAt = cursor.at;
    const textAt = lengthsAt + 8 * (queries + fields + headers + cookies);
    const bodyAt = textAt + textLength;
    const table = new TextTable(cursor, lengthsAt, textLength === 0 ? '' : buffer.toString('utf8', textAt, bodyAt));
    this.query = queries === 0 ? null : readMultiple(table, queries);
    this.form = fields === 0 ? null : readMultiple(table, fields);
    this.headers = headers === 0 ? {} : readMultiple(table, headers);
    this.cookies = cookies === 0 ? {} : readFirst(table, cookies);
    this.json = this.bodyKind === BodyKind.json ? buffer.toString('utf8', bodyAt, bodyAt + bodyLength) : null;
  }

  // The `event` of the handler. Throws a SyntaxError where a JSON body is malformed.
  toEvent() {
    const event = this.query ?? {};
    if (this.form !== null) {
      merge(event, this.form);
    }

    if (this.json !== null) {
      const body = JSON.parse(this.json);
      if (body !== null && typeof body === 'object') {
        merge(event, body);
      }
    }

    event.request = { headers: this.headers, cookies: this.cookies };
    return event;
  }
}

module.exports = { Request };
