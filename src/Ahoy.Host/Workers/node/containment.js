'use strict';

const { Level, format } = require('./levels');

// What a Function does to its process stays one invocation's problem: it gets its 500, and the process ends.
function containProcess(queue, writer, socket, exit) {
  let isEnding = false;

  function end(error) {
    if (isEnding) {
      return;
    }

    isEnding = true;
    queue.stop();
    try {
      if (queue.isRunning) {
        queue.current.fail(error);
      } else {
        writer.log(queue.current?.id ?? 0, Level.error, `Between invocations: ${format(error)}`);
      }

      // Last: what has no answer by now was not begun, and the gateway gives it to another worker.
      writer.leaving();
    } finally {
      writer.flush();
      // Not before the gateway has all of it: what was answered until now must arrive whole.
      writer.whenWritten(() => exit(1));
    }
  }

  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  process.exit = (code) => {
    const error = new Error(`The Function called process.exit(${code ?? ''}), which ends its process. Use the callback to end an invocation.`);
    end(error);
    // Here still, because the gateway has not taken all of it: what comes after an exit must not run.
    throw error;
  };

  // Node gives every handle of the process to whoever asks for them, this connection as well. What is written to it besides frames would
  // pass for frames, so that it goes no further, and the one who wrote is named.
  socket.write = socket.end = () => {
    end(new Error('The Function wrote to the connection between its process and the host, which ends its process.'));
    return false;
  };

  // Ctrl+C reaches the whole group of processes; the gateway decides when a worker ends.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
}

module.exports = { containProcess };
