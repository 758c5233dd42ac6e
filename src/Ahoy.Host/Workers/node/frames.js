'use strict';

// The frames between gateway and worker: a length of four bytes (little-endian, as all numbers here), a kind of one byte, and
// what belongs to the kind. docs/architecture.md describes them; the gateway's side is WorkerFrames.cs.

const Incoming = Object.freeze({ configure: 1, invoke: 2, stop: 3 });
const Outgoing = Object.freeze({ hello: 1, reply: 2, log: 3, returned: 4, leaving: 5, notice: 6 });

const headerLength = 5;
const initialCapacity = 64 * 1024;

// Cuts a stream of bytes into frames.
class FrameReader {
  #dispatch;
  #rest = null; // what arrived of a frame that is not complete

  constructor(dispatch) {
    this.#dispatch = dispatch;
  }

  push(chunk, length) {
    let buffer = chunk;
    let end = length;
    if (this.#rest !== null) {
      buffer = Buffer.concat([this.#rest, chunk.subarray(0, length)]);
      end = buffer.length;
      this.#rest = null;
    }

    let at = 0;
    while (end - at >= headerLength) {
      const next = at + 4 + buffer.readUInt32LE(at);
      if (next > end) {
        break;
      }

      this.#dispatch(buffer[at + 4], buffer, at + headerLength, next);
      at = next;
    }

    if (at < end) {
      // In memory of its own: small Buffers share theirs, and a Function that writes to the memory of one of its own writes to all.
      this.#rest = Buffer.allocUnsafeSlow(end - at);
      buffer.copy(this.#rest, 0, at, end);
    }
  }
}

// Collects frames in one buffer, so that a batch of replies is one write.
class FrameWriter {
  #socket;
  #buffer = Buffer.allocUnsafe(initialCapacity);
  #length = 0;

  constructor(socket) {
    this.#socket = socket;
  }

  hello(token, pid, version) {
    const text = JSON.stringify({ token, pid, version });
    const start = this.#begin(Outgoing.hello, text.length * 3);
    this.#text(text);
    this.#end(start);
  }

  // A reply: how long the Function ran in microseconds, status, kind of content, headers as a list of names and values in turn, body as string, Buffer or null.
  reply(id, time, status, kind, headers, body) {
    const isText = typeof body === 'string';
    let size = 13 + (isText ? body.length * 3 : body === null ? 0 : body.length);
    for (const text of headers) {
      size += 4 + text.length * 3;
    }

    const start = this.#begin(Outgoing.reply, size);
    this.#uint32(id);
    this.#uint32(time);
    this.#uint16(status);
    this.#buffer[this.#length++] = kind;
    this.#uint16(headers.length);
    for (const text of headers) {
      const at = this.#length;
      this.#length += 4;
      this.#text(text);
      this.#buffer.writeUInt32LE(this.#length - at - 4, at);
    }

    if (isText) {
      this.#text(body);
    } else if (body !== null) {
      this.#length += body.copy(this.#buffer, this.#length);
    }

    this.#end(start);
  }

  log(id, level, text) {
    const start = this.#begin(Outgoing.log, 5 + text.length * 3);
    this.#uint32(id);
    this.#buffer[this.#length++] = level;
    this.#text(text);
    this.#end(start);
  }

  // A warning that the log needs once, however many workers give it.
  notice(id, text) {
    const start = this.#begin(Outgoing.notice, 4 + text.length * 3);
    this.#uint32(id);
    this.#text(text);
    this.#end(start);
  }

  // An invocation that waited here too long and was not begun goes back to the gateway.
  returned(id) {
    const start = this.#begin(Outgoing.returned, 4);
    this.#uint32(id);
    this.#end(start);
  }

  // The process is about to end: nothing new must be sent to it.
  leaving() {
    this.#end(this.#begin(Outgoing.leaving, 0));
  }

  // Whether the gateway has not taken all that was flushed.
  get isBehind() {
    return this.#socket._handle === null || this.#socket._handle.writeQueueSize > 0;
  }

  flush() {
    if (this.#length === 0) {
      return;
    }

    // The socket writes at once while the gateway reads; only what it has to keep needs bytes of its own.
    const bytes = this.#buffer.subarray(0, this.#length);
    this.#length = 0;
    this.#socket.write(bytes);
    if (this.isBehind || this.#buffer.length > initialCapacity) {
      this.#buffer = Buffer.allocUnsafe(initialCapacity);
    }
  }

  #begin(type, capacity) {
    const needed = this.#length + headerLength + capacity;
    if (needed > this.#buffer.length) {
      this.flush();
      if (headerLength + capacity > this.#buffer.length) {
        this.#buffer = Buffer.allocUnsafe(headerLength + capacity);
      }
    }

    const start = this.#length;
    this.#length += headerLength;
    this.#buffer[start + 4] = type;
    return start;
  }

  #end(start) {
    this.#buffer.writeUInt32LE(this.#length - start - 4, start);
  }

  #uint16(value) {
    this.#length = this.#buffer.writeUInt16LE(value, this.#length);
  }

  #uint32(value) {
    this.#length = this.#buffer.writeUInt32LE(value, this.#length);
  }

  #text(text) {
    this.#length += this.#buffer.write(text, this.#length, 'utf8');
  }
}

module.exports = { FrameReader, FrameWriter, Incoming };
