// The one state of the page, and what happens to it: pure, in the order in which things come.

import type { Alert, Call, Clock, Fault, FindingItem, LineItem, Message, RequestBatch, RequestItem, RestRecord, ServiceAnswer } from './types';

// More of a kind are not kept: the oldest go.
export const most = { requests: 10_000, lines: 5_000, messages: 5_000, calls: 1_000, alerts: 1_000, rest: 5_000 };

export interface State {
  requests: RequestItem[]; // oldest first
  hasGap: boolean; // whether some came too fast to be told of
  lines: LineItem[];
  service: ServiceAnswer | null;
  findings: FindingItem[] | null;
  messages: Map<string, Message>;
  calls: Map<string, Call>;
  alerts: Alert[];
  rest: RestRecord[];
  handsets: string[];
  clock: Clock | null;
  clockReadAt: number; // when, in milliseconds of this machine
  faults: Fault[];
  isConnected: boolean;
}

export type Happening =
  | { type: 'requests'; batch: RequestBatch }
  | { type: 'lines'; lines: LineItem[] }
  | { type: 'service'; service: ServiceAnswer }
  | { type: 'findings'; findings: FindingItem[] | null }
  | { type: 'messages'; message: Message }
  | { type: 'calls'; call: Call }
  | { type: 'alerts'; alert: Alert }
  | { type: 'rest'; record: RestRecord }
  | { type: 'clock'; clock: Clock; readAt: number }
  | { type: 'faults'; faults: Fault[] }
  | { type: 'handset'; number: string }
  | { type: 'handset closed'; number: string }
  | { type: 'connected'; isConnected: boolean }
  | { type: 'requests cleared' }
  | { type: 'host changed' }
  | { type: 'reset' };

export const empty: State = {
  requests: [],
  hasGap: false,
  lines: [],
  service: null,
  findings: null,
  messages: new Map(),
  calls: new Map(),
  alerts: [],
  rest: [],
  handsets: [],
  clock: null,
  clockReadAt: 0,
  faults: [],
  isConnected: true,
};

export function apply(state: State, happening: Happening): State {
  switch (happening.type) {
    case 'requests':
      return { ...state, requests: merge(state.requests, happening.batch.items, most.requests), hasGap: happening.batch.skipped > 0 || (state.hasGap && !fills(happening.batch, state)) };
    case 'lines':
      return { ...state, lines: merge(state.lines, happening.lines, most.lines) };
    case 'service':
      return { ...state, service: happening.service };
    case 'findings':
      return { ...state, findings: happening.findings };
    case 'messages':
      return { ...state, messages: put(state.messages, happening.message, most.messages) };
    case 'calls':
      return { ...state, calls: put(state.calls, happening.call, most.calls) };
    case 'alerts':
      return { ...state, alerts: merge(state.alerts, [happening.alert], most.alerts) };
    case 'rest':
      return { ...state, rest: merge(state.rest, [happening.record], most.rest) };
    case 'clock':
      return { ...state, clock: happening.clock, clockReadAt: happening.readAt };
    case 'faults':
      return { ...state, faults: happening.faults };
    case 'handset':
      return state.handsets.includes(happening.number) ? state : { ...state, handsets: [...state.handsets, happening.number] };
    case 'handset closed':
      return { ...state, handsets: state.handsets.filter((number) => number !== happening.number) };
    case 'connected':
      return state.isConnected === happening.isConnected ? state : { ...state, isConnected: happening.isConnected };
    case 'requests cleared':
      return { ...state, requests: [], lines: [], hasGap: false };
    case 'host changed':
      return { ...empty, service: state.service, handsets: state.handsets, isConnected: state.isConnected };
    case 'reset':
      return { ...state, messages: new Map(), calls: new Map(), alerts: [], rest: [], faults: [] };
  }
}

// Whether a batch is the whole list, which has no gap.
function fills(batch: RequestBatch, state: State): boolean {
  return batch.skipped === 0 && batch.items.length > 1 && batch.items.length >= Math.min(state.requests.length, 1_000);
}

// Adds items by their numbers: what is there already stays, what came between is put between.
export function merge<T extends { sequence: number }>(kept: T[], added: T[], limit: number): T[] {
  if (added.length === 0) {
    return kept;
  }

  const last = kept.at(-1)?.sequence ?? -1;
  let merged: T[];
  if (added[0]!.sequence > last) {
    merged = kept.concat(added);
  } else {
    const known = new Set(kept.map((item) => item.sequence));
    merged = kept.concat(added.filter((item) => !known.has(item.sequence))).sort((a, b) => a.sequence - b.sequence);
  }

  return merged.length > limit ? merged.slice(merged.length - limit) : merged;
}

// Puts the newest state of a thing in place of the one before; one that comes late is not taken.
function put<T extends { sid: string; sequence: number }>(kept: Map<string, T>, item: T, limit: number): Map<string, T> {
  const before = kept.get(item.sid);
  if (before !== undefined && before.sequence > item.sequence) {
    return kept;
  }

  const next = new Map(kept);
  next.set(item.sid, item);
  if (next.size > limit) {
    next.delete(next.keys().next().value!);
  }

  return next;
}
