import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, empty, merge, most, type State } from '../src/store/state';
import type { Message, RequestItem } from '../src/store/types';

const request = (sequence: number): RequestItem => ({
  sequence, sid: `RQ${sequence}`, at: '2026-01-01T00:00:00Z', service: 's', method: 'GET', target: '/', path: '/', isFunction: true,
  status: 200, milliseconds: 1, size: 1, errorCode: 0, from: 'curl', subject: null,
});

const message = (sid: string, sequence: number, status: string): Message => ({
  sid, sequence, status, direction: 'inbound', from: '+1', to: '+2', body: '', media: [], numSegments: 1, errorCode: null, dateCreated: '', dateUpdated: '',
});

const after = (...happenings: Parameters<typeof apply>[1][]): State => happenings.reduce(apply, empty);

test('requests stay in the order of their numbers, each once', () => {
  const state = after(
    { type: 'requests', batch: { items: [request(5), request(6)], skipped: 4, last: 6 } },
    { type: 'requests', batch: { items: [1, 2, 3, 4, 5, 6].map(request), skipped: 0, last: 6 } },
    { type: 'requests', batch: { items: [request(7)], skipped: 0, last: 7 } },
  );
  assert.deepEqual(state.requests.map((one) => one.sequence), [1, 2, 3, 4, 5, 6, 7]);
  assert.equal(state.hasGap, false);
});

test('what was left out of a burst is known until the whole list has come', () => {
  const burst = after({ type: 'requests', batch: { items: [request(60)], skipped: 59, last: 60 } });
  assert.equal(burst.hasGap, true);
  assert.equal(apply(burst, { type: 'requests', batch: { items: [request(61)], skipped: 0, last: 61 } }).hasGap, true);
});

test('no more are kept than there is room for, and the oldest go', () => {
  const all = merge([], Array.from({ length: most.requests + 5 }, (_, i) => request(i + 1)), most.requests);
  assert.equal(all.length, most.requests);
  assert.equal(all[0]!.sequence, 6);
});

test('an older state of a message does not come back', () => {
  const state = after({ type: 'messages', message: message('SM1', 9, 'delivered') }, { type: 'messages', message: message('SM1', 4, 'sent') });
  assert.equal(state.messages.get('SM1')!.status, 'delivered');
});

test('a reset forgets the world and keeps the requests', () => {
  const state = after(
    { type: 'requests', batch: { items: [request(1)], skipped: 0, last: 1 } },
    { type: 'messages', message: message('SM1', 1, 'sent') },
    { type: 'reset' },
  );
  assert.equal(state.messages.size, 0);
  assert.equal(state.requests.length, 1);
});
