'use strict';

// node write-frames.js FRAMES_JS ADDRESS SEED COUNT: writes numbered frames through the worker's own writer, in bursts, as fast as the
// other side takes them. The text of a frame follows from its number, so that the reader knows each byte.

const net = require('node:net');
const [framesFile, address, seed, count] = process.argv.slice(2);
const { FrameWriter } = require(framesFile);

let state = Number(seed) >>> 0;
function random(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const socket = net.connect({ path: address });
socket.on('connect', () => {
  const writer = new FrameWriter(socket);
  let number = 0;
  function write(length) {
    number++;
    writer.log(number, number % 3, String.fromCharCode(97 + (number % 26)).repeat(random(length)));
    writer.flush();
  }

  // One that is more than the system takes at once, so that it is still on its way while the small ones follow.
  function burst() {
    write(1_000_000);
    for (let i = random(20); i >= 0 && number < Number(count); i--) {
      write(2_000);
    }

    if (number === Number(count)) {
      socket.end();
    } else {
      next();
    }
  }

  // Mostly once all has left, so that the next large one is written to the system while the reader takes the one before it.
  function next() {
    setImmediate(() => (socket.writableLength === 0 || random(50) === 0 ? burst() : next()));
  }

  burst();
});
