// A request as something to paste elsewhere: pure.

import { header, pairs } from '../lib/event';
import type { RequestDetail } from '../store/types';

const left = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'user-agent', 'accept', 'x-twilio-signature', 'transfer-encoding']);

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
    if (!left.has(name.toLowerCase())) {
      parts.push(`-H ${quote(`${name}: ${value}`)}`);
    }
  }

  if (body !== '') {
    parts.push(`--data-raw ${quote(body)}`);
  }

  return parts.join(' \\\n  ');
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

  return parts.join(' ');
}

export function asTest(detail: RequestDetail): string {
  const body = detail.requestBody.text ?? '';
  const call =
    detail.request.method === 'GET' || body === ''
      ? `var result = await service.InvokeAsync(${csharp(detail.request.target)});`
      : isJson(detail)
        ? `var result = await service.InvokeJsonAsync(${csharp(detail.request.target)}, JsonNode.Parse(${csharp(body)}));`
        : isForm(detail)
          ? `var result = await service.InvokeAsync(${csharp(detail.request.target)}, new Dictionary<string, string>\n{\n${[...new Map(pairs(body))].map(([name, value]) => `    [${csharp(name)}] = ${csharp(value)},\n`).join('')}});`
          : `var response = await service.CreateSignedClient().SendAsync(new HttpRequestMessage(HttpMethod.${detail.request.method[0]}${detail.request.method.slice(1).toLowerCase()}, ${csharp(detail.request.target)})\n{\n    Content = new StringContent(${csharp(body)}),\n});`;
  const isClient = call.startsWith('var response');
  const answer = detail.responseBody.text;
  return [
    'await using var service = await AhoyService.StartAsync("..");',
    '',
    call,
    '',
    isClient ? `Assert.Equal(${detail.request.status}, (int)response.StatusCode);` : `Assert.Equal(${detail.request.status}, result.StatusCode);`,
    ...(isClient || answer === null || answer === '' || answer.length > 2_000 ? [] : [`Assert.Equal(${csharp(answer)}, result.Body);`]),
    '',
  ].join('\n');
}
