'use strict';

// Which values a run may have for a name: what the code compares it with, what it usually is on the platform, and nothing.

const { sampleOf } = require('./patterns');

const absent = Symbol('absent');

const deepest = 3;
const mostOptions = 12;
const address = 'https://example.com/';
const hex = '0123456789abcdef0123456789abcdef';

const sidPrefixes = { account: 'AC', call: 'CA', message: 'SM', conference: 'CF', recording: 'RE', service: 'ZS', workspace: 'WS', task: 'WT', worker: 'WK', verify: 'VA', sync: 'IS', conversation: 'CH' };

const arrayMethods = new Set(['map', 'forEach', 'filter', 'reduce', 'some', 'every', 'find', 'findIndex', 'join', 'push', 'flatMap', 'pop', 'shift', 'entries']);
const stringMethods = new Set(['trim', 'toLowerCase', 'toUpperCase', 'split', 'includes', 'startsWith', 'endsWith', 'slice', 'substring', 'substr', 'replace', 'replaceAll', 'match', 'matchAll', 'indexOf', 'padStart', 'padEnd', 'charAt', 'charCodeAt', 'concat', 'localeCompare', 'at', 'test', 'search', 'normalize', 'repeat']);
const numberMethods = new Set(['toFixed', 'toPrecision', 'toLocaleString']);
const otherMembers = new Set(['length', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'catch', 'finally', 'constructor', 'prototype', 'handler', 'json', 'text']);

class Values {
  #names;

  // `names`: what the code says of each: { literals, members }.
  constructor(names) {
    this.#names = names;
  }

  // The values of a parameter of a request, a header or a cookie: texts mostly, the usual one first.
  ofRequest(name) {
    const { literals, shape, members } = this.#hintOf(name);
    const usual = shape === null ? this.#usual(name) : this.#shaped(name, shape, 0);
    const texts = literals.map((value) => (typeof value === 'number' ? String(value) : value));
    const lists = members.includes('split') ? this.#lists(literals) : [];
    return distinct([usual, absent, ...texts, ...lists, ...numbersBeside(literals).map(String), ...(shape === null ? [''] : [this.#usual(name)]), '1', address, ...this.#lengths(literals, 'x')]);
  }

  // The values of a variable of the Environment.
  ofVariable(name, configured) {
    const { literals } = this.#hintOf(name);
    return distinct([configured ?? this.#usual(name), ...literals.map(String), absent, address, ...(/sid$/i.test(name) ? [`AC${hex}`] : []), '']);
  }

  // The values of a field of what others answer.
  ofField(name) {
    const { literals, shape, isNumber } = this.#hintOf(name);
    const usual = shape !== null ? this.#shaped(name, shape, 0) : isNumber ? literals.find((value) => typeof value === 'number') ?? 1 : this.#usual(name);
    return distinct([usual, ...literals, ...numbersBeside(literals), absent, null]);
  }

  // Whether the code compares it with anything: what it is matters more then.
  isCompared(name) {
    return this.#hintOf(name).literals.length > 0;
  }

  // The whole numbers that the code compares anything with.
  get numbers() {
    return Object.values(this.#names).flatMap(({ literals }) => literals).filter((value) => Number.isInteger(value));
  }

  // The fields that the code may read of an answer.
  get fields() {
    return Object.keys(this.#names).filter((name) => this.#names[name].field && !isMethod(name));
  }

  #hintOf(name) {
    const { literals: told = [], members = [] } = Object.hasOwn(this.#names, name) ? this.#names[name] : {};
    const literals = told.map((value) => (typeof value === 'object' ? sampleOf(value.pattern) : value)).filter((value) => value !== null);
    const isArray = members.some((member) => arrayMethods.has(member) && !stringMethods.has(member));
    const fields = members.filter((member) => !isMethod(member));
    const shape = isArray ? 'array' : fields.length > 0 && !members.some((member) => stringMethods.has(member)) ? fields : null;
    return { literals, members, shape, isNumber: literals.some((value) => typeof value === 'number') || members.some((member) => numberMethods.has(member)) };
  }

  #shaped(name, shape, depth) {
    if (shape === 'array') {
      return [this.#element(depth), this.#element(depth)];
    }

    return Object.fromEntries(shape.map((field) => [field, this.#inner(field, depth + 1)]));
  }

  #element(depth) {
    return depth >= deepest - 1 ? 'text' : Object.fromEntries(this.fields.slice(0, 40).map((field) => [field, this.#inner(field, deepest - 1)]));
  }

  #inner(name, depth) {
    const { literals, shape, isNumber } = this.#hintOf(name);
    return shape !== null && depth < deepest ? this.#shaped(name, shape, depth) : isNumber ? literals.find((value) => typeof value === 'number') ?? 1 : this.#usual(name);
  }

  // Texts that are split into more than one part, or as many as the code counts.
  #lists(literals) {
    const separator = literals.find((value) => typeof value === 'string' && /^\W{1,2}$/.test(value)) ?? ',';
    return [2, 3, ...literals.filter((value) => Number.isInteger(value) && value > 0 && value < 10)].map((count) => Array.from({ length: count }, (_, i) => `+1555010000${i}`).join(separator));
  }

  // Texts of the lengths that the code compares with.
  #lengths(literals, letter) {
    return literals.filter((value) => Number.isInteger(value) && value > 0 && value <= 2000).map((value) => letter.repeat(value + 1));
  }

  #usual(name) {
    const lower = name.toLowerCase();
    if (lower.endsWith('sid')) {
      const prefix = Object.entries(sidPrefixes).find(([part]) => lower.includes(part));
      return `${prefix?.[1] ?? 'SM'}${hex}`;
    }

    if (/^(?:from|caller|waid)/.test(lower)) return '+15550100001';
    if (/^(?:to|called|phone|number|recipient)|phone|number$/.test(lower)) return '+15550100002';
    if (/mail/.test(lower)) return 'ada@example.com';
    if (/url|uri|href|link|callback/.test(lower)) return 'https://example.com/';
    if (/date|time|created|updated|expires/.test(lower)) return '2026-03-03T12:00:00Z';
    if (/^digits$|count|amount|quantity|total|index|limit|size|age$|attempt|duration/.test(lower)) return '1';
    if (/lang|locale/.test(lower)) return 'en-US';
    if (/^authorization$/.test(lower)) return 'Bearer text';
    return 'text';
  }
}

const isMethod = (name) => arrayMethods.has(name) || stringMethods.has(name) || numberMethods.has(name) || otherMembers.has(name);

const numbersBeside = (literals) => literals.filter((value) => Number.isFinite(value)).flatMap((value) => [value + 1, value - 1]);

const distinct = (values) => [...new Map(values.map((value) => [typeof value === 'symbol' ? 'absent' : JSON.stringify(value), value])).values()].slice(0, mostOptions);

// The name of a resource's field in the REST API.
const snakeOf = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

module.exports = { Values, absent, snakeOf };
