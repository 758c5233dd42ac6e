'use strict';

const cookieHeader = 'set-cookie';

// `Twilio.Response`. Pages: Constructing a Response; Setting and modifying headers and cookies. What the rules know of it stands in
// `ResponseMembers` of Ahoy.Model.
class TwilioResponse {
  statusCode = 200;
  body = null;

  // The headers as they stand, under the names that they got first: a text, or a list where a name has several values. A Function may write here, too.
  headers = {};

  constructor(options) {
    const { statusCode, body, headers } = options ?? {};
    if (statusCode !== undefined) {
      this.setStatusCode(statusCode);
    }

    if (body !== undefined) {
      this.setBody(body);
    }

    if (headers !== undefined) {
      this.setHeaders(headers);
    }
  }

  setStatusCode(statusCode) {
    this.statusCode = statusCode;
    return this;
  }

  setBody(body) {
    this.body = body;
    return this;
  }

  // All headers anew; cookies that are set already stay.
  setHeaders(headers) {
    if (headers === null || typeof headers !== 'object') {
      return this;
    }

    const cookies = valuesOf(this.headers, nameIn(this.headers, cookieHeader));
    this.headers = cookies.length === 0 ? {} : { [cookieHeader]: toHeader(cookies) };
    for (const name of Object.keys(headers)) {
      this.appendHeader(name, headers[name]);
    }

    return this;
  }

  appendHeader(name, value) {
    const known = nameIn(this.headers, name);
    this.headers[known] = toHeader([...valuesOf(this.headers, known), ...(Array.isArray(value) ? value.map(String) : [String(value)])]);
    return this;
  }

  setCookie(name, value, attributes = []) {
    return this.appendHeader(cookieHeader, [`${name}=${value}`, ...attributes].join('; '));
  }

  // The cookie is taken out of this response, and the client is told to forget it.
  removeCookie(name) {
    const known = nameIn(this.headers, cookieHeader);
    const others = valuesOf(this.headers, known).filter((cookie) => cookie.split('=', 1)[0].trim() !== name);
    this.headers[known] = toHeader([...others, `${name}=; Max-Age=0`]);
    return this;
  }
}

// Names and values of a response's headers, one entry a value.
function* headerEntries(response) {
  const { headers } = response;
  if (headers === null || typeof headers !== 'object') {
    return;
  }

  for (const name of Object.keys(headers)) {
    for (const value of valuesOf(headers, name)) {
      yield [name, value];
    }
  }
}

// The name that a header has already, in whatever case.
function nameIn(headers, name) {
  const wanted = String(name).toLowerCase();
  return Object.keys(headers).find((known) => known.toLowerCase() === wanted) ?? String(name);
}

function valuesOf(headers, name) {
  const header = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (header === undefined || header === null) {
    return [];
  }

  return Array.isArray(header) ? header.map(String) : [String(header)];
}

function toHeader(values) {
  return values.length === 1 ? values[0] : values;
}

module.exports = { TwilioResponse, headerEntries };
