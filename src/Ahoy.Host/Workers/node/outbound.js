'use strict';

// Tells the gateway of the requests that a Function makes to others, for the page and for traces: when each began and ended, and how. It listens to what Node says of them, and is
// loaded only where somebody wants to know.

const channels = require('node:diagnostics_channel');
const { now } = require('./clock');

const longestUrl = 2000;

function installOutbound(queue, writer, traces) {
  const open = new WeakMap();
  const { installTracing, epoch } = traces ? require('./tracing') : {};
  const spanOf = installTracing?.(queue);

  const begin = (request, origin) => {
    const { current } = queue;
    if (current !== null && !open.has(request)) {
      // A query may hold secrets.
      const url = (origin + request.path.split('?')[0]).slice(0, longestUrl);
      open.set(request, { id: current.id, method: request.method, url, startedAt: now(), start: now() - current.startedAt, status: 0 });
    }
  };

  const end = (request, status, error) => {
    const kept = open.get(request);
    if (kept === undefined) {
      return;
    }

    open.delete(request);
    const { id, method, url, startedAt, start } = kept;
    const span = spanOf?.(request);
    const trace = span === undefined ? undefined : { span, at: epoch + startedAt };
    writer.outbound(id, JSON.stringify({ method, url, status: status ?? kept.status, start, duration: now() - startedAt, error, ...trace }));
    if (!queue.isRunning) {
      writer.flush();
    }
  };

  const onError = ({ request, error }) => end(request, 0, String(error?.code ?? error?.message ?? error));

  channels.subscribe('http.client.request.start', ({ request }) => begin(request, `${request.protocol}//${request.getHeader('host') ?? request.host}`));
  channels.subscribe('http.client.response.finish', ({ request, response }) => end(request, response.statusCode, null));
  channels.subscribe('http.client.request.error', onError);
  channels.subscribe('undici:request:create', ({ request }) => begin(request, String(request.origin)));
  channels.subscribe('undici:request:headers', ({ request, response }) => {
    const kept = open.get(request);
    if (kept !== undefined) {
      kept.status = response.statusCode;
    }
  });
  channels.subscribe('undici:request:trailers', ({ request }) => end(request, null, null));
  channels.subscribe('undici:request:error', onError);
}

module.exports = { installOutbound };
