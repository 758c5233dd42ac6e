'use strict';

// The frames between gateway and worker: a length of four bytes (little-endian, as all numbers here), a kind of one byte, and
// what belongs to the kind. docs/architecture.md describes them; the gateway's side is WorkerFrames.cs.

const Incoming = Object.freeze({ configure: 1, invoke: 2 });
const Outgoing = Object.freeze({ hello: 1, reply: 2, log: 3, returned: 4, leaving: 5, notice: 6, outbound: 7 });

const headerLength = 5;
const blockSize = 64 * 1024;

// So many blocks are kept for later: enough for a batch of replies, little beside what a process has.
const maxSpareBlocks = 4;

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

// Taken before any Function is loaded, which may put others in their place on the prototype that all Buffers share.
const { write, utf8Write, writeUInt16LE, writeUInt32LE, set } = Buffer.prototype;
const ownMethods = Object.freeze({ write, utf8Write, writeUInt16LE, writeUInt32LE, set });
const { apply } = Reflect;
const { get: byteLength } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength');

// Memory for frames. From its first byte on it belongs to the socket as far as it was given away, then to the writer.
class Block {
  constructor(size) {
    this.bytes = Object.assign(Buffer.allocUnsafe(size), ownMethods);
    this.writes = 0; // how many writes of it the socket has not finished
  }
}

// Collects frames, so that a batch of replies is one write.
//
// Who owns the bytes of the current block: those before `#start` were given to the socket, and nobody touches them until every write of
// the block is finished; those from `#start` to `#end` are frames that wait for the next flush; what follows is free. The socket says
// by a write's callback that it is finished, and only then are the block's bytes used again.
class FrameWriter {
  #socket;
  #write;
  #block = new Block(blockSize);
  #start = 0;
  #end = 0;
  #open = -1; // where the frame that is being written starts
  #given = []; // the block of each write that is not finished, in the order of the writes, which is the order in which they finish
  #spare = [];
  #finishWrite = () => this.#takeBack(this.#given.shift());

  constructor(socket) {
    this.#socket = socket;
    this.#write = socket.write.bind(socket);
  }

  hello(token, pid, version) {
    const text = JSON.stringify({ token, pid, version });
    const start = this.#begin(Outgoing.hello, text.length * 3);
    this.#text(text);
    this.#finish(start);
  }

  // A reply: how long the Function ran in microseconds, status, kind of content, headers as a list of names and values in turn, body as string, Buffer or null.
  reply(id, time, status, kind, headers, body) {
    const isText = typeof body === 'string';
    // Not what the object says of itself: a Function made it.
    const bodyLength = isText ? body.length * 3 : body === null ? 0 : apply(byteLength, body, []);
    let size = 13 + bodyLength;
    for (const text of headers) {
      size += 4 + text.length * 3;
    }

    const start = this.#begin(Outgoing.reply, size);
    this.#uint32(id);
    this.#uint32(time);
    this.#uint16(status);
    this.#block.bytes[this.#end++] = kind;
    this.#uint16(headers.length);
    for (const text of headers) {
      const at = this.#end;
      this.#end += 4;
      this.#text(text);
      this.#block.bytes.writeUInt32LE(this.#end - at - 4, at);
    }

    if (isText) {
      this.#text(body);
    } else if (body !== null) {
      this.#block.bytes.set(body, this.#end);
      this.#end += bodyLength;
    }

    this.#finish(start);
  }

  log(id, level, text) {
    const start = this.#begin(Outgoing.log, 5 + text.length * 3);
    this.#uint32(id);
    this.#block.bytes[this.#end++] = level;
    this.#text(text);
    this.#finish(start);
  }

  // A warning that the log needs once, however many workers give it.
  notice(id, text) {
    const start = this.#begin(Outgoing.notice, 4 + text.length * 3);
    this.#uint32(id);
    this.#text(text);
    this.#finish(start);
  }

  // A request that an invocation made to somebody else, as JSON.
  outbound(id, text) {
    const start = this.#begin(Outgoing.outbound, 4 + text.length * 3);
    this.#uint32(id);
    this.#text(text);
    this.#finish(start);
  }

  // An invocation that waited here too long and was not begun goes back to the gateway.
  returned(id) {
    const start = this.#begin(Outgoing.returned, 4);
    this.#uint32(id);
    this.#finish(start);
  }

  // The process is about to end: nothing new must be sent to it.
  leaving() {
    this.#finish(this.#begin(Outgoing.leaving, 0));
  }

  // Whether the gateway has not taken all that was flushed.
  get isBehind() {
    return this.#socket.writableLength > 0;
  }

  flush() {
    this.#dropHalfFrame();
    if (this.#end === this.#start) {
      return;
    }

    const bytes = this.#block.bytes.subarray(this.#start, this.#end);
    this.#start = this.#end;
    this.#block.writes++;
    this.#given.push(this.#block);
    this.#write(bytes, this.#finishWrite);
  }

  // Calls back once the socket has finished with all that was flushed, be it because it is gone.
  whenWritten(callback) {
    if (this.isBehind) {
      this.#write('', callback);
    } else {
      callback();
    }
  }

  #takeBack(block) {
    block.writes--;
    if (block.writes > 0) {
      return;
    }

    if (block !== this.#block) {
      this.#keep(block);
    } else if (this.#start === this.#end) {
      this.#start = this.#end = 0;
    }
  }

  #keep(block) {
    if (block.bytes.length === blockSize && this.#spare.length < maxSpareBlocks) {
      this.#spare.push(block);
    }
  }

  // Puts an empty block of that size or more in place of the current one, all of which is flushed.
  #replaceBlock(size) {
    if (this.#block.writes === 0) {
      this.#keep(this.#block);
    }

    this.#block = (size <= blockSize && this.#spare.pop()) || new Block(Math.max(size, blockSize));
    this.#start = this.#end = 0;
  }

  #begin(type, capacity) {
    const size = headerLength + capacity;
    this.#dropHalfFrame();
    if (this.#end + size > this.#block.bytes.length) {
      this.flush();
      this.#replaceBlock(size);
    }

    const start = (this.#open = this.#end);
    this.#end += headerLength;
    this.#block.bytes[start + 4] = type;
    return start;
  }

  #finish(start) {
    this.#block.bytes.writeUInt32LE(this.#end - start - 4, start);
    this.#open = -1;
  }

  // What it was to hold could not be encoded, and threw: half of it would damage all that follows.
  #dropHalfFrame() {
    if (this.#open >= 0) {
      this.#end = this.#open;
      this.#open = -1;
    }
  }

  #uint16(value) {
    this.#end = this.#block.bytes.writeUInt16LE(value, this.#end);
  }

  #uint32(value) {
    this.#end = this.#block.bytes.writeUInt32LE(value, this.#end);
  }

  #text(text) {
    this.#end += this.#block.bytes.write(text, this.#end, 'utf8');
  }
}

module.exports = { FrameReader, FrameWriter, Incoming };
