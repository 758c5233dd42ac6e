// All that the page asks of the host: the one module that speaks HTTP.

import { current, happen } from './store/store';
import type { Happening } from './store/state';
import type { Alert, Call, Clock, Fault, LineItem, Message, RequestBatch, RequestDetail, RestRecord, SendBody, ServiceAnswer } from './store/types';

const root = '/_ahoy/';

export class HostError extends Error {}

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(root + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch {
    throw new HostError('The host does not answer. It may have been stopped: start it again in the terminal.');
  }

  const text = await response.text();
  if (!response.ok) {
    let message = text;
    try {
      message = JSON.parse(text).message ?? text;
    } catch {
      // Not the host's own answer.
    }

    throw new HostError(message || `The host answered ${response.status}.`);
  }

  return (text === '' ? undefined : JSON.parse(text)) as T;
}

// What one tab does to all of the host, the others of this browser are told: the host's events are of what happens on phones and to requests.
const others = new BroadcastChannel('ahoy');
others.addEventListener('message', ({ data }: MessageEvent<Happening>) => happen(data));

function happenInAll(happening: Happening): void {
  happen(happening);
  others.postMessage(happening);
}

export const readRequest = (sid: string) => ask<RequestDetail>('GET', `page/requests/${encodeURIComponent(sid)}`);
export const send = (body: SendBody) => ask<{ sid: string; status: number }>('POST', 'page/send', body);
export const clearRequests = () => ask<void>('DELETE', 'page/requests').then(() => happenInAll({ type: 'requests cleared' }));
export const deploy = (serviceSid: string, environmentSid: string, buildSid: string) =>
  ask<void>('POST', 'page/deployments', { serviceSid, environmentSid, buildSid });

// What happens on a phone is told by the events. The answers would wait until all that follows has come to rest, and a browser has few connections for one address.
const begin = (path: string, body: unknown) => ask<void>('POST', `${path}?wait=false`, body);

export const text = (from: string, to: string, body: string, mediaUrls: string[]) => begin('messages', { from, to, body, mediaUrls });
export const call = (from: string, to: string) => begin('calls', { from, to });
export const act = (sid: string, action: string, body: unknown = {}) => begin(`calls/${sid}/${action}`, body);
export const setHandset = (number: string, answers: string) => ask<unknown>('PUT', `handsets/${encodeURIComponent(number)}`, { answers });

export async function upload(file: File): Promise<string> {
  const response = await fetch(`${root}media?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file, headers: { 'content-type': file.type || 'application/octet-stream' } });
  const answer = await response.json();
  if (!response.ok) {
    throw new HostError(answer.message);
  }

  return answer.url;
}

const tookClock = (clock: Clock): Happening => ({ type: 'clock', clock, readAt: Date.now() });
export const readClock = () => ask<Clock>('GET', 'clock').then(tookClock).then(happen);
export const setClock = (mode: string) => ask<Clock>('PUT', 'clock', { mode }).then(tookClock).then(happenInAll);
export const advance = (by: string) => ask<Clock>('POST', 'clock/advance', { by }).then(tookClock).then(happenInAll);

export const readFaults = () => ask<Fault[]>('GET', 'faults').then((faults) => happen({ type: 'faults', faults }));
export const setFaults = (faults: Fault[]) => ask<Fault[]>('PUT', 'faults', faults).then((set) => happenInAll({ type: 'faults', faults: set }));
export const reset = () => ask<void>('POST', 'reset').then(() => {
  happenInAll({ type: 'reset' });
  return Promise.all([readClock(), readFaults()]);
});

export const readService = () => ask<ServiceAnswer>('GET', 'page/service').then((service) => happen({ type: 'service', service }));
export const readFindings = (proves = false) => ask<ServiceAnswer>('GET', `page/service?findings=true${proves ? '&prove=true' : ''}`).then(({ findings }) => happen({ type: 'findings', findings }));

const readRequests = () => ask<RequestBatch>('GET', 'page/requests').then((batch) => happen({ type: 'requests', batch: { ...batch, skipped: 0 } }));

// After a burst, of which only the last are told, the list is asked for once it is calm.
let calm: ReturnType<typeof setTimeout> | undefined;

function onRequests(batch: RequestBatch): void {
  happen({ type: 'requests', batch });
  if (current().hasGap) {
    clearTimeout(calm);
    calm = setTimeout(() => void readRequests().catch(() => undefined), 700);
  }
}

// A browser has six connections for an address, and each listening window takes two of them: one that nobody sees lets them go after a while, and takes them again.
const hiddenFor = 5_000;

// Listens for as long as the page is open; what it gives begins anew.
function listen(path: string, kinds: Record<string, (data: never) => void>, opened: () => void): () => void {
  let source: EventSource | null = open(path, kinds, opened);
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(() => {
        source?.close();
        source = null;
      }, hiddenFor);
    } else {
      source ??= open(path, kinds, opened);
    }
  });
  return () => {
    if (source !== null) {
      source.close();
      source = open(path, kinds, opened);
    }
  };
}

function open(path: string, kinds: Record<string, (data: never) => void>, opened: () => void): EventSource {
  const source = new EventSource(root + path);
  for (const [kind, take] of Object.entries(kinds)) {
    source.addEventListener(kind, (event) => take(JSON.parse((event as MessageEvent<string>).data) as never));
  }

  source.addEventListener('open', () => {
    happen({ type: 'connected', isConnected: true });
    opened();
  });
  source.addEventListener('error', () => happen({ type: 'connected', isConnected: false }));
  return source;
}

// Begins to listen, for as long as the page is open.
export async function connect(): Promise<void> {
  let again: (() => void) | null = null;
  const refresh = async () => {
    const known = current().service?.run;
    const service = await ask<ServiceAnswer>('GET', 'page/service');
    const isAnother = known !== undefined && known !== service.run;
    if (isAnother) {
      // It counts from the beginning, and knows nothing of what the last one did.
      happen({ type: 'host changed' });
    }

    happen({ type: 'service', service });
    if (!service.isOffline) {
      return;
    }

    if (again === null) {
      again = listenOffline();
    } else if (isAnother) {
      again();
    }
  };
  listen(
    'page/feed',
    {
      requests: onRequests,
      lines: (lines: LineItem[]) => happen({ type: 'lines', lines }),
      service: () => void refresh().catch(() => undefined),
    },
    () => void refresh().then(readRequests).catch(() => undefined),
  );
}

function listenOffline(): () => void {
  let clockIsAsked = false;
  // The clock moves with what happens, where it is not the machine's own.
  const moved = () => {
    if (!clockIsAsked && current().clock?.mode !== 'real') {
      clockIsAsked = true;
      setTimeout(() => {
        clockIsAsked = false;
        void readClock().catch(() => undefined);
      }, 100);
    }
  };
  return listen(
    'events',
    {
      messages: (message: Message) => {
        happen({ type: 'messages', message });
        moved();
      },
      calls: (call: Call) => {
        happen({ type: 'calls', call });
        moved();
      },
      alerts: (alert: Alert) => happen({ type: 'alerts', alert }),
      requests: (record: RestRecord) => happen({ type: 'rest', record }),
    },
    () => void Promise.all([readClock(), readFaults()]).catch(() => undefined),
  );
}
