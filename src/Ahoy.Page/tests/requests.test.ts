import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { diff } from '../src/lib/diff';
import { cookies, eventOf } from '../src/lib/event';
import { asAhoyInvoke, asCurl, asTest, quote } from '../src/requests/copy';
import { everything, matching } from '../src/requests/filter';
import { fromDetail, toSend } from '../src/requests/form';
import type { RequestDetail } from '../src/store/types';

const detail = (part: { target?: string; method?: string; type?: string; body?: string; answer?: string }): RequestDetail => ({
  request: {
    sequence: 1, sid: 'RQ1', at: '2026-01-01T00:00:00Z', service: 's', method: part.method ?? 'POST', target: part.target ?? '/sms', path: '/sms', isFunction: true,
    status: 200, milliseconds: 1, size: 1, errorCode: 0, from: 'phone', subject: null,
  },
  url: `http://localhost:3000${part.target ?? '/sms'}`,
  requestHeaders: [['Host', 'localhost:3000'], ['Content-Type', part.type ?? 'application/x-www-form-urlencoded'], ['X-Twilio-Signature', 'old'], ['Cookie', 'a=1; b=x=y'], ['x-ahoy-cause', '1']],
  responseHeaders: [],
  requestBody: { size: (part.body ?? '').length, text: part.body ?? '', base64: null },
  responseBody: { size: 1, text: part.answer ?? 'Hi', base64: null },
  lines: [], outbound: [], stack: [], canSign: true,
});

test('the event is the query, over it the form, with lists where a name repeats', () => {
  assert.deepEqual({ ...eventOf(detail({ target: '/sms?a=1&a=2&Body=q', body: 'Body=Hello+you&__proto__=x' })) }, { a: ['1', '2'], Body: 'Hello you', ['__proto__']: 'x' });
});

test('the event has the members of a JSON body', () => {
  assert.deepEqual({ ...eventOf(detail({ type: 'application/json; charset=utf-8', body: '{"a":{"b":[1]}}' })) }, { a: { b: [1] } });
  assert.deepEqual({ ...eventOf(detail({ type: 'application/json', body: '{' })) }, {});
});

test('cookies are taken apart at the first equals sign', () => {
  assert.deepEqual(cookies(detail({}).requestHeaders), [['a', '1'], ['b', 'x=y']]);
});

test('what is quoted reaches a program as it was', () => {
  for (const text of ["it's", '$(touch x) `y` "z" \\', 'a\nb', '*']) {
    assert.equal(execFileSync('sh', ['-c', `printf %s ${quote(text)}`], { encoding: 'utf8' }), text);
  }
});

test('a request can be copied for a terminal and as a test', () => {
  const form = detail({ body: "Body=it's+me" });
  assert.match(asCurl(form), /--data-raw 'Body=it'\\''s\+me'/);
  // Of what was signed the signature holds.
  assert.match(asCurl(form), /-H 'X-Twilio-Signature: old'/);
  assert.doesNotMatch(asCurl(form), /x-ahoy/);
  assert.equal(asAhoyInvoke(form), `ahoy invoke /sms --form 'Body=it'\\''s me' --signed\n# Without Cookie: copy it as curl, or send it again from here.`);
  assert.match(asTest(form), /request\.Headers\.TryAddWithoutValidation\("Cookie", "a=1; b=x=y"\);\nusing var response = await service\.CreateSignedClient/);
  const plain = { ...form, requestHeaders: form.requestHeaders.filter(([name]) => name !== 'Cookie') };
  assert.match(asTest(plain), /service\.InvokeAsync\("\/sms", new Dictionary<string, string>\n\{\n {4}\["Body"\] = "it's me",/);
  assert.match(asTest({ ...plain, requestBody: { size: 7, text: 'a=1&a=2', base64: null } }), /StringContent\("a=1&a=2", System\.Text\.Encoding\.UTF8, "application\/x-www-form-urlencoded"\)/);
  const json = detail({ type: 'application/json', body: '{"a":1}' });
  assert.match(asTest({ ...json, requestHeaders: json.requestHeaders.filter(([name]) => name !== 'Cookie') }), /InvokeJsonAsync\("\/sms", JsonNode\.Parse\("\{\\"a\\":1\}"\)\)/);
});

test('what did not change is sent as it was, sign for sign', () => {
  const of = detail({ target: '/sms?x=%41', body: 'Body=a%20b' });
  const same = toSend(fromDetail(of), { of });
  assert.equal(same.target, '/sms?x=%41');
  assert.equal(same.body, null);
  assert.equal(same.sign, true);
  const draft = fromDetail(of);
  draft.fields[0]!.value = 'c d';
  assert.equal(toSend(draft, { of }).body, 'Body=c+d');
});

test('requests are found by path, status and what was printed', () => {
  const requests = [detail({}).request, { ...detail({ target: '/voice' }).request, sid: 'RQ2', status: 500 }];
  const lines = [{ sequence: 1, at: '', level: 'info' as const, message: 'The Needle', path: null, sid: 'RQ2', code: 0, isCut: false }];
  assert.equal(matching(requests, lines, everything), requests);
  assert.deepEqual(matching(requests, lines, { text: 'needle', status: '' }).map((one) => one.sid), ['RQ2']);
  assert.deepEqual(matching(requests, lines, { text: '', status: 'bad' }).map((one) => one.sid), ['RQ2']);
  assert.deepEqual(matching(requests, lines, { text: '/SMS', status: '' }).map((one) => one.sid), ['RQ1']);
});

test('a difference has the lines of both', () => {
  assert.deepEqual(diff('a\nb\nc', 'a\nx\nc').map((line) => `${line.kind} ${line.text}`), ['same a', 'old b', 'new x', 'same c']);
});
