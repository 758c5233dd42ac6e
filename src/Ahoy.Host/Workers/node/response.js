'use strict';

const cookieHeader = 'set-cookie';

// `Twilio.Response`. Page: Setting and modifying headers and cookies.
class TwilioResponse {
  #headers = new Map(); // lower-cased name → { name, values }

  statusCode = 200;
  body = null;

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

    const cookies = this.#headers.get(cookieHeader);
    this.#headers.clear();
    if (cookies !== undefined) {
      this.#headers.set(cookieHeader, cookies);
    }

    for (const name of Object.keys(headers)) {
      this.appendHeader(name, headers[name]);
    }

    return this;
  }

  appendHeader(name, value) {
    const key = String(name).toLowerCase();
    const header = this.#headers.get(key);
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    if (header === undefined) {
      this.#headers.set(key, { name: String(name), values });
    } else {
      header.values.push(...values);
    }

    return this;
  }

  setCookie(name, value, attributes = []) {
    return this.appendHeader(cookieHeader, [`${name}=${value}`, ...attributes].join('; '));
  }

  // The cookie is taken out of this response, and the client is told to forget it.
  removeCookie(name) {
    const cookies = this.#headers.get(cookieHeader);
    if (cookies !== undefined) {
      cookies.values = cookies.values.filter((cookie) => cookie.split('=', 1)[0].trim() !== name);
    }

    return this.appendHeader(cookieHeader, `${name}=; Max-Age=0`);
  }

  // The headers as they stand: a string, or a list where a name has several values.
  get headers() {
    const result = {};
    for (const { name, values } of this.#headers.values()) {
      result[name] = values.length === 1 ? values[0] : [...values];
    }

    return result;
  }

  // Names and values, one entry a value.
  *entries() {
    for (const { name, values } of this.#headers.values()) {
      for (const value of values) {
        yield [name, value];
      }
    }
  }
}

module.exports = { TwilioResponse };
