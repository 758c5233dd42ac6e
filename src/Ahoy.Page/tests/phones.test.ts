import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, pretty, type Node } from '../src/lib/twiml';
import { read, to } from '../src/lib/address';
import { callOf, next, rings, seen } from '../src/phones/handsets';
import { tell, xml } from '../src/phones/steps';
import { editorUrl } from '../src/ui/EditorLink';
import type { Call } from '../src/store/types';

const node = (name: string, attributes: Record<string, string> = {}, text = '', ...children: Node[]): Node => ({ name, attributes, text, children });

const call = (sid: string, part: Partial<Call>): Call => ({
  sid, sequence: 1, parentCallSid: null, direction: 'inbound', from: '+1555', to: '+1500', status: 'in-progress', waitsFor: null, duration: null,
  dateCreated: sid, dateUpdated: sid, transcript: [], ...part,
});

test('TwiML is told as what it does', () => {
  const root = node('Response', {}, '', node('Gather', { numDigits: '1', action: '/choice' }, '', node('Say', {}, 'Press 1')), node('Redirect', {}, '/incoming'));
  assert.deepEqual(describe(root), [
    { depth: 0, text: 'waits for 1 digit, 5 s, then /choice; meanwhile:' },
    { depth: 1, text: 'says “Press 1”' },
    { depth: 0, text: 'goes on with /incoming' },
  ]);
});

test('XML is written with its signs escaped', () => {
  assert.equal(pretty(node('Say', { voice: 'a"b' }, '<b> & c')), '<Say voice="a&quot;b">&lt;b&gt; &amp; c</Say>');
});

test('a handset is in the call that goes on, not in the one that is over', () => {
  const calls = [call('1', {}), call('2', { status: 'completed' })];
  assert.equal(callOf(calls, '+1555')!.sid, '1');
  assert.equal(callOf(calls, '+1777'), null);
});

test('the phone that is called rings', () => {
  const dialled = call('3', { direction: 'outbound-dial', from: '+1500', to: '+1777', status: 'ringing' });
  assert.equal(rings(dialled, '+1777'), true);
  assert.equal(rings(call('1', { status: 'ringing' }), '+1555'), false);
});

test('numbers of the account are no handsets', () => {
  assert.deepEqual(seen([], [call('1', { from: '+15551230009', to: '+15005550006' })], ['+15005550006']), ['+15551230009']);
  assert.equal(next(['+15551230001']), '+15551230002');
});

test('a step is told, and has the TwiML behind it', () => {
  const step = { at: 0, verb: 'Gather', by: 'twilio' as const, attributes: { input: 'dtmf', action: '/choice', notSimulated: 'hints' } };
  assert.equal(tell(step), 'listens for digits, then /choice');
  assert.equal(xml(step), '<Gather input="dtmf" action="/choice"/>');
  assert.equal(xml({ at: 0, verb: 'Digits', by: 'caller', digits: '1' }), null);
});

test('an address leads back to where it came from', () => {
  assert.deepEqual(read(to('phones', 'call /a?b=c/d')), { name: 'phones', item: 'call /a?b=c/d' });
  assert.deepEqual(read('#/requests/%'), { name: 'requests', item: null });
});

test('a link into the editor escapes what a URL can not hold', () => {
  assert.equal(editorUrl('vscode://file{file}:{line}', '/a b/c#.js', 3), 'vscode://file/a%20b/c%23.js:3');
  assert.equal(editorUrl('vscode://file{file}:{line}', 'C:\\x\\y.js', 0), 'vscode://file/C:/x/y.js:1');
});
