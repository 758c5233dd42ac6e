// Twilio.Response, and what the platform does with an answer.
import { read } from './twiml.mjs';

const restricted = /^(connection|expect|host|proxy-authenticate|proxy-authorization|proxy-connection|referer|trailer|transfer-encoding|upgrade|via|x-real-ip|x-accel-.*|x-forwarded-.*)$/i;

/** The platform keeps this header to itself. */
export const isRestricted = (name) => restricted.test(name);

export class Response {
  statusCode = 200;
  headers = [];
  cookies = [];

  constructor({ statusCode = 200, body, headers = {} } = {}) {
    this.statusCode = statusCode;
    this.body = body;
    this.setHeaders(headers);
  }

  setStatusCode(code) { this.statusCode = code; return this; }
  setBody(body) { this.body = body; return this; }
  appendHeader(name, value) { this.headers.push([name, String(value)]); return this; }
  setHeaders(headers) { for (const [name, value] of Object.entries(headers)) for (const one of [value].flat()) this.appendHeader(name, one); return this; }
  setCookie(name, value, attributes = []) { this.cookies.push([`${name}=${value}`, ...attributes].join(';')); return this; }
  removeCookie(name) { this.cookies.push(`${name}=;Expires=Thu, 01 Jan 1970 00:00:00 GMT`); return this; }
}

/** An answer as text, with what goes wrong with it. */
export function sent(value, now) {
  const faults = new Set();
  if (value instanceof Response) {
    for (const [name, content] of value.headers) {
      if (isRestricted(name)) faults.add('header-dropped');
      if (name.toLowerCase() === 'set-cookie') cookie(content, faults, now);
    }
    for (const content of value.cookies) cookie(content, faults, now);
    const typed = value.headers.some(([name]) => name.toLowerCase() === 'content-type');
    if (typeof value.body === 'object' && value.body !== null && !typed) faults.add('no-content-type');
    return { text: `${value.statusCode} ${textOf(value.body)}`, faults };
  }
  if (value && typeof value === 'object' && !('xml' in value)) {
    const keys = Object.keys(value);
    if (keys.every((key) => ['statusCode', 'status', 'body', 'headers'].includes(key)) && keys.length > 1) faults.add('status-in-body');
  }
  // A text that is TwiML goes out as text/plain: Twilio refuses it.
  return { text: `200 ${textOf(value)}`, faults };
}

export const twimlOf = (text) => (/<Response/.test(text) ? read(text.slice(text.indexOf('<'))) : undefined);

function textOf(value) {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' && !('xml' in value) ? JSON.stringify(value) : String(value);
}

function cookie(text, faults, now) {
  const attributes = text.split(';').slice(1).map((attribute) => attribute.trim());
  const of = (name) => attributes.find((attribute) => attribute.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const age = of('max-age');
  const expires = of('expires');
  if (Number(age) > 86_400 || (expires && Date.parse(expires) - now > 86_400_500)) faults.add('cookie-too-long');
  if (of('domain') !== undefined) faults.add('cookie-domain');
  if (age !== undefined && expires !== undefined) faults.add('cookie-both');
}
