// The event as the Function saw it: the query, over it the form or the JSON, then `request`. As the worker's request.js makes it.

import type { Header, RequestDetail } from '../store/types';

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

export function pairs(text: string): [string, string][] {
  return text === '' ? [] : [...new URLSearchParams(text)];
}

export function query(target: string): string {
  const at = target.indexOf('?');
  return at < 0 ? '' : target.slice(at + 1);
}

export function header(headers: Header[], name: string): string {
  return headers.find(([own]) => own.toLowerCase() === name)?.[1] ?? '';
}

// What a person looks for comes first; the rest stays in its order.
const first = ['Body', 'Digits', 'SpeechResult', 'From', 'To', 'CallStatus', 'MessageStatus', 'SmsStatus'];

export function important<T extends [string, unknown]>(list: T[]): T[] {
  const rank = ([name]: T) => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...list].sort((a, b) => rank(a) - rank(b));
}

export function eventOf(detail: Pick<RequestDetail, 'request' | 'requestHeaders' | 'requestBody'>): Record<string, Value> {
  const event = multiple(pairs(query(detail.request.target)));
  const type = header(detail.requestHeaders, 'content-type').toLowerCase();
  const body = detail.requestBody.text ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    Object.assign(event, multiple(pairs(body)));
  } else if (/^application\/(?:[\w.-]+\+)?json/.test(type) && body !== '') {
    try {
      const value = JSON.parse(body);
      if (value !== null && typeof value === 'object') {
        Object.assign(event, value);
      }
    } catch {
      // The Function was not called.
    }
  }

  return event;
}

export function cookies(headers: Header[]): [string, string][] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => value.split(';'))
    .map((part) => part.trim())
    .filter((part) => part.includes('='))
    .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]);
}

function multiple(list: [string, string][]): Record<string, Value> {
  const target: Record<string, Value> = Object.create(null);
  for (const [name, value] of list) {
    const before = target[name];
    target[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }

  return target;
}
