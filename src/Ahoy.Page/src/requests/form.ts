// A request as a form to edit, and back: pure.

import { header, important, pairs, query } from '../lib/event';
import type { Header, RequestDetail, SendBody } from '../store/types';

export interface Field {
  name: string;
  value: string;
  was: Pick<Field, 'name' | 'value'> | null; // null for a new one
}

export interface Draft {
  method: string;
  path: string;
  query: Field[];
  headers: Field[];
  kind: 'none' | 'form' | 'text';
  fields: Field[];
  text: string;
  sign: boolean;
}

const own = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'x-twilio-signature', 'accept-encoding']);

export function fromDetail(detail: RequestDetail): Draft {
  const type = header(detail.requestHeaders, 'content-type').toLowerCase();
  const body = detail.requestBody.text ?? '';
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  return {
    method: detail.request.method,
    path: detail.request.target.split('?')[0]!,
    query: fieldsOf(pairs(query(detail.request.target))),
    headers: fieldsOf(detail.requestHeaders.filter(([name]) => !own.has(name.toLowerCase()))),
    kind: isForm ? 'form' : detail.requestBody.size === 0 ? 'none' : 'text',
    fields: isForm ? fieldsOf(important(pairs(body))) : [],
    text: isForm ? '' : body,
    sign: detail.canSign && header(detail.requestHeaders, 'x-twilio-signature') !== '',
  };
}

export function fresh(path: string, canSign: boolean): Draft {
  const at = path.indexOf('?');
  return {
    method: 'POST',
    path: at < 0 ? path : path.slice(0, at),
    query: at < 0 ? [] : fieldsOf(pairs(path.slice(at + 1))),
    headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded', was: null }],
    kind: 'form',
    fields: [],
    text: '',
    sign: canSign,
  };
}

export function isChanged(field: Field): boolean {
  return field.was === null || field.was.name !== field.name || field.was.value !== field.value;
}

export function toSend(draft: Draft, from: { of: RequestDetail } | { service: string }): SendBody {
  const search = encode(draft.query);
  const of = 'of' in from ? from.of : null;
  const before = of === null ? null : fromDetail(of);
  // What did not change is sent as it was, sign for sign.
  const target = of !== null && before!.path === draft.path && same(before!.query, draft.query) ? of.request.target : draft.path + (search === '' ? '' : `?${search}`);
  const isBodySame = of !== null && before!.kind === draft.kind && before!.text === draft.text && same(before!.fields, draft.fields);
  return {
    ...(of === null ? { service: (from as { service: string }).service } : { of: of.request.sid }),
    method: draft.method,
    target,
    headers: draft.headers.filter((field) => field.name !== '').map((field): Header => [field.name, field.value]),
    body: draft.kind === 'none' || draft.method === 'GET' ? (of === null ? '' : isBodySame ? null : '') : isBodySame ? null : draft.kind === 'form' ? encode(draft.fields) : draft.text,
    sign: draft.sign,
  };
}

function same(before: Field[], after: Field[]): boolean {
  return before.length === after.length && before.every((field, i) => field.name === after[i]!.name && field.value === after[i]!.value);
}

function fieldsOf(list: [string, string][]): Field[] {
  return list.map(([name, value]) => ({ name, value, was: { name, value } }));
}

function encode(fields: Field[]): string {
  return new URLSearchParams(fields.filter((field) => field.name !== '').map((field): [string, string] => [field.name, field.value])).toString();
}
