'use strict';

const { isUint8Array } = require('node:util/types');
const { withoutOwnFrames } = require('./levels');
const { TwilioResponse, headerEntries } = require('./response');

// What the body is, so that the gateway gives it a Content-Type where the headers have none.
const Kind = Object.freeze({ empty: 0, text: 1, twiml: 2, json: 3, binary: 4, error: 5 });

const noHeaders = Object.freeze([]);

// A reply counts the names and values of its headers with 16 bits. The gateway refuses far fewer, whatever comes after them.
const maxHeaderTexts = 0xfffe;

// What a Function gave to its callback, as a reply.
function encodeResult(value, status = 200) {
  if (typeof value === 'string') {
    return { status, kind: Kind.text, headers: noHeaders, body: value };
  }

  if (value === undefined || value === null) {
    return { status, kind: Kind.empty, headers: noHeaders, body: null };
  }

  if (value instanceof TwilioResponse) {
    return encodeResponse(value);
  }

  if (isTwiml(value)) {
    return { status, kind: Kind.twiml, headers: noHeaders, body: value.toString() };
  }

  return encodeJson(value, status, noHeaders);
}

function encodeError(error) {
  if (error instanceof Error || Object.prototype.toString.call(error) === '[object Error]') {
    const { message, name, stack } = error;
    return { status: 500, kind: Kind.error, headers: noHeaders, body: JSON.stringify({ message, name, stack: withoutOwnFrames(stack) }) };
  }

  // A handler may throw anything, also what callback() takes for success.
  const reply = encodeResult(error === undefined || error === null ? String(error) : error, 500);
  return reply.status === 500 ? reply : { ...reply, status: 500 };
}

function malformedBody(error) {
  const message = `The body of the request is not valid JSON: ${error.message}`;
  return { status: 400, kind: Kind.text, headers: noHeaders, body: message };
}

function encodeResponse(response) {
  const status = response.statusCode;
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    return invalid(`The status code of a response must be an integer from 200 to 599, and it is ${describe(status)}.`);
  }

  const headers = [];
  for (const [name, value] of headerEntries(response)) {
    if (headers.length === maxHeaderTexts) {
      break;
    }

    headers.push(name, value);
  }

  const body = response.body;
  if (body === undefined || body === null) {
    return { status, kind: Kind.empty, headers, body: null };
  }

  // Unlike a text that is given to the callback by itself, which is text/plain.
  if (typeof body === 'string' || isUint8Array(body)) {
    return { status, kind: Kind.binary, headers, body };
  }

  return isTwiml(body) ? { status, kind: Kind.twiml, headers, body: body.toString() } : encodeJson(body, status, headers);
}

function describe(value) {
  return typeof value === 'string' ? `the string '${value}'` : value !== null && typeof value === 'object' ? 'an object' : String(value);
}

function encodeJson(value, status, headers) {
  let body;
  try {
    body = JSON.stringify(value);
  } catch (error) {
    return invalid(`The value for the response can't be written as JSON: ${error.message}`);
  }

  return body === undefined
    ? invalid(`The value for the response can't be written as JSON: it is a ${typeof value}.`)
    : { status, kind: Kind.json, headers, body };
}

function invalid(message) {
  return encodeError(new TypeError(message));
}

// Whatever copy and version of the twilio package it comes from.
function isTwiml(value) {
  return typeof value === 'object'
    && typeof value.response?.end === 'function'
    && typeof value.toString === 'function'
    && value.toString !== Object.prototype.toString;
}

module.exports = { encodeResult, encodeError, malformedBody, Kind };
