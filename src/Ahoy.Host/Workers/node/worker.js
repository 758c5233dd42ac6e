'use strict';

// The entry of a worker process: node worker.js <address> <token>. It connects to the gateway, says who it is, and then runs
// invocations one at a time until the connection ends, which ends the process too.

const net = require('node:net');
const { FrameReader, FrameWriter, Incoming } = require('./frames');
const { InvocationQueue } = require('./queue');
const { installConsole } = require('./console');
const { containProcess } = require('./containment');
const { Service } = require('./service');
const { installStreams } = require('./streams');

// Somebody has loaded this file: the offline seam, in a thread that a Function started. To ask node:worker_threads would make each start slower.
if (module.parent !== null) {
  require('./offline').installOfflineInThread();
  return;
}

const [address, token, ...modes] = process.argv.splice(2);
const exit = process.exit.bind(process);

const socket = net.connect({
  // A path on the systems that have sockets in the file system, a port elsewhere.
  ...(/^\d+$/.test(address) ? { host: '127.0.0.1', port: Number(address) } : { path: address }),
  // One buffer for all that arrives: what a frame holds is decoded before the next read.
  onread: { buffer: Buffer.allocUnsafe(64 * 1024), callback: receive },
});
const writer = new FrameWriter(socket);
const queue = new InvocationQueue(writer);
const reader = new FrameReader(dispatch);

socket.on('connect', () => {
  writer.hello(token, process.pid, process.version);
  writer.flush();
  if (modes.includes('offline')) {
    // Nobody waits for this worker yet.
    setImmediate(() => require('./offline'));
  }
});
socket.on('error', () => exit(0));
socket.on('close', () => exit(0));

installConsole(queue, writer);
installStreams(queue, writer);
containProcess(queue, writer, socket, exit);

function receive(length, buffer) {
  reader.push(buffer, length);
  queue.pump();
  return true;
}

function dispatch(type, buffer, start, end) {
  switch (type) {
    case Incoming.invoke:
      queue.add(buffer, start);
      break;
    case Incoming.configure:
      configure(JSON.parse(buffer.toString('utf8', start, end)));
      break;
    default:
      throw new Error(`The gateway sent a frame of an unknown kind: ${type}.`);
  }
}

function configure(configuration) {
  if (configuration.offline !== undefined) {
    require('./offline').installOffline(configuration, queue);
  }

  if (configuration.outbound === true) {
    require('./outbound').installOutbound(queue, writer, configuration.traces === true);
  }

  queue.service = new Service(configuration, modes.includes('break'));
}
