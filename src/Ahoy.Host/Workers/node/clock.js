'use strict';

// Milliseconds of the system's monotonic clock, which the gateway measures with too. performance.now() would do as well, but loading
// it takes a good part of a worker's start.
function now() {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

module.exports = { now };
