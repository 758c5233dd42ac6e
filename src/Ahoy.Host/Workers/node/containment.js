'use strict';

const { Level, format } = require('./levels');

// What a Function does to its process stays one invocation's problem: it gets its 500, and the process ends.
function containProcess(queue, writer, exit) {
  function end(error) {
    if (queue.isRunning) {
      queue.current.fail(error);
    } else {
      writer.log(queue.current?.id ?? 0, Level.error, `Between invocations: ${format(error)}`);
    }

    // Last: what has no answer by now was not begun, and the gateway gives it to another worker.
    writer.leaving();
    writer.flush();
    exit(1);
  }

  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  process.exit = (code) =>
    end(new Error(`The Function called process.exit(${code ?? ''}), which ends its process. Use the callback to end an invocation.`));

  // Ctrl+C reaches the whole group of processes; the gateway decides when a worker ends.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
}

module.exports = { containProcess };
