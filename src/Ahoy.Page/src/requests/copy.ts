// A request as something to paste elsewhere: pure.

import { header, pairs } from '../lib/event';
import type { RequestDetail } from '../store/types';

const left = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'user-agent', 'accept', 'transfer-encoding']);
const isOwn = (name: string) => name.startsWith('x-ahoy-');

// Where `ahoy invoke` looks outside of a project's folder.
export const usualOrigin = 'http://localhost:3000';

// What a client has said beyond what each says: cookies, headers of its own.
function said(detail: RequestDetail): [string, string][] {
  return detail.requestHeaders.filter(([name]) => {
    const lower = name.toLowerCase();
    return !left.has(lower) && !isOwn(lower) && !['content-type', 'x-twilio-signature', 'i-twilio-idempotency-token', 'x-home-region', 'cache-control'].includes(lower);
  });
}

// As the shell reads it: nothing in single quotes means anything.
export function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function csharp(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function isForm(detail: RequestDetail): boolean {
  return header(detail.requestHeaders, 'content-type').toLowerCase().startsWith('application/x-www-form-urlencoded');
}

function isJson(detail: RequestDetail): boolean {
  return /^application\/(?:[\w.-]+\+)?json/i.test(header(detail.requestHeaders, 'content-type'));
}

export function asCurl(detail: RequestDetail): string {
  const parts = ['curl'];
  const body = detail.requestBody.text ?? '';
  if (detail.request.method !== (body === '' ? 'GET' : 'POST')) {
    parts.push(`-X ${detail.request.method}`);
  }

  parts.push(quote(detail.url));
  for (const [name, value] of detail.requestHeaders) {
    if (!left.has(name.toLowerCase()) && !isOwn(name.toLowerCase())) {
      parts.push(`-H ${quote(`${name}: ${value}`)}`);
    }
  }

  if (body !== '') {
    parts.push(`--data-raw ${quote(body)}`);
  }

  return parts.join(' \\\n  ') + shortened(detail);
}

// What can't be pasted, said where it is pasted.
function shortened(detail: RequestDetail): string {
  return detail.requestBody.text === null && detail.requestBody.size > 0 ? `\n# Its body of ${detail.requestBody.size} bytes is no text, or is not kept: it is left out here.` : '';
}

export function asAhoyInvoke(detail: RequestDetail): string {
  const parts = ['ahoy invoke', quote(detail.request.target)];
  const body = detail.requestBody.text ?? '';
  if (isForm(detail)) {
    parts.push(...pairs(body).map(([name, value]) => `--form ${quote(`${name}=${value}`)}`));
  } else if (isJson(detail)) {
    parts.push(`--json ${quote(body)}`);
  }

  if (header(detail.requestHeaders, 'x-twilio-signature') !== '') {
    parts.push('--signed');
  }

  const { origin } = new URL(detail.url);
  if (origin !== usualOrigin) {
    parts.push(`--url ${origin}`);
  }

  const names = said(detail).map(([name]) => name);
  const method = body === '' ? 'GET' : 'POST';
  const missing = [...names, ...(detail.request.method === method ? [] : [`the method ${detail.request.method}`]), ...(body === '' || isForm(detail) || isJson(detail) ? [] : ['the body'])];
  return parts.join(' ') + (missing.length === 0 ? '' : `\n# Without ${missing.join(', ')}: copy it as curl, or send it again from here.`) + shortened(detail);
}

// The call of Ahoy.Testing that asks the same. Whatever has headers of its own, or one name twice, is asked by a client.
function testCall(detail: RequestDetail, body: string): string {
  const target = csharp(detail.request.target);
  const fields = pairs(body);
  const isPlain = said(detail).length === 0 && new Set(fields.map(([name]) => name)).size === fields.length;
  if (isPlain && detail.request.method === 'GET') {
    return `var result = await service.InvokeAsync(${target});`;
  }

  if (isPlain && detail.request.method === 'POST' && isJson(detail)) {
    return `var result = await service.InvokeJsonAsync(${target}, JsonNode.Parse(${csharp(body)}));`;
  }

  if (isPlain && detail.request.method === 'POST' && isForm(detail)) {
    return `var result = await service.InvokeAsync(${target}, new Dictionary<string, string>\n{\n${fields.map(([name, value]) => `    [${csharp(name)}] = ${csharp(value)},\n`).join('')}});`;
  }

  const type = header(detail.requestHeaders, 'content-type').split(';')[0]!.trim();
  const content = body === '' ? '' : `    Content = new StringContent(${csharp(body)}, System.Text.Encoding.UTF8${type === '' ? '' : `, ${csharp(type)}`}),\n`;
  return [
    `using var request = new HttpRequestMessage(new HttpMethod(${csharp(detail.request.method)}), ${target})${content === '' ? ';' : `\n{\n${content}};`}`,
    ...said(detail).map(([name, value]) => `request.Headers.TryAddWithoutValidation(${csharp(name)}, ${csharp(value)});`),
    'using var response = await service.CreateSignedClient().SendAsync(request);',
  ].join('\n');
}

export function asTest(detail: RequestDetail): string {
  const call = testCall(detail, detail.requestBody.text ?? '');
  const isClient = call.includes('var response');
  const answer = detail.responseBody.text;
  const body = answer === null || answer === '' || answer.length > 2_000 ? null : answer;
  return [
    'await using var service = await AhoyService.StartAsync("..");',
    '',
    call,
    '',
    isClient ? `Assert.Equal(${detail.request.status}, (int)response.StatusCode);` : `Assert.Equal(${detail.request.status}, result.StatusCode);`,
    ...(body === null ? [] : [isClient ? `Assert.Equal(${csharp(body)}, await response.Content.ReadAsStringAsync());` : `Assert.Equal(${csharp(body)}, result.Body);`]),
    '',
  ].join('\n');
}
