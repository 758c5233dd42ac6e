// What a handset sees of the world: pure.

import type { Call, Message, RequestItem } from '../store/types';

export const firstHandset = '+15551230001';

export function messagesOf(messages: Iterable<Message>, number: string): Message[] {
  return [...messages].filter((message) => message.from === number || message.to === number).sort((a, b) => a.dateCreated.localeCompare(b.dateCreated));
}

// Whether a handset is the person of a call: who calls in, or who is called.
export function isOf(call: Call, number: string): boolean {
  return call.direction === 'inbound' ? call.from === number : call.to === number;
}

export function isOver(call: Call): boolean {
  return ['completed', 'busy', 'failed', 'no-answer', 'canceled'].includes(call.status);
}

export function rings(call: Call, number: string): boolean {
  return call.direction !== 'inbound' && call.to === number && (call.status === 'ringing' || call.status === 'initiated');
}

// The call that a handset is in, else its last one.
export function callOf(calls: Iterable<Call>, number: string): Call | null {
  const own = [...calls].filter((call) => isOf(call, number)).sort((a, b) => a.dateCreated.localeCompare(b.dateCreated));
  return own.findLast((call) => !isOver(call)) ?? own.at(-1) ?? null;
}

// All numbers that are not the account's and that messages or calls went to or from.
export function seen(messages: Iterable<Message>, calls: Iterable<Call>, numbers: string[]): string[] {
  const found = new Set<string>();
  for (const { from, to } of [...messages, ...calls]) {
    for (const number of [from, to]) {
      if (/^\+\d{7,}$/.test(number) && !numbers.includes(number)) {
        found.add(number);
      }
    }
  }

  return [...found];
}

// The next number that nobody has.
export function next(used: string[]): string {
  for (let i = 1; ; i++) {
    const number = `+1555123${String(i).padStart(4, '0')}`;
    if (!used.includes(number)) {
      return number;
    }
  }
}

// The first request about each message or call.
export function firstOf(requests: RequestItem[]): Map<string, RequestItem> {
  const found = new Map<string, RequestItem>();
  for (const request of requests) {
    if (request.subject !== null && !found.has(request.subject)) {
      found.set(request.subject, request);
    }
  }

  return found;
}

export function waits(call: Call, calls: Iterable<Call>): string {
  // The phone that it dials has a call of its own.
  const dialled = call.waitsFor === null && [...calls].some((other) => other.parentCallSid === call.sid && other.status === 'ringing');
  switch (dialled ? 'answer' : call.waitsFor) {
    case 'digits':
      return 'Twilio waits for digits';
    case 'speech':
      return 'Twilio waits for words';
    case 'either':
      return 'Twilio waits for digits or words';
    case 'recording':
      return 'Twilio records: say something';
    case 'answer':
      return 'The other phone rings';
    default:
      return isOver(call) ? `The call is over (${call.status})` : call.status === 'in-progress' ? 'Twilio speaks, or you are connected' : `The call is ${call.status}`;
  }
}
