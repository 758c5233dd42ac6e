'use strict';

// A text that a regular expression matches, for the usual kinds of them: the search tries it, so that it does no harm where it is wrong.

function sampleOf(source) {
  const reader = { source, at: 0 };
  const text = readAlternatives(reader);
  try {
    return new RegExp(source).test(text) ? text : null;
  } catch {
    return null;
  }
}

function readAlternatives(reader) {
  const first = readSequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at++;
    readSequence(reader);
  }

  return first;
}

function readSequence(reader) {
  let text = '';
  while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')') {
    const part = readPart(reader);
    text += part.repeat(readTimes(reader));
  }

  return text;
}

function readPart(reader) {
  const letter = reader.source[reader.at++];
  switch (letter) {
    case '^':
    case '$':
      return '';
    case '.':
      return 'x';
    case '\\':
      return escaped(reader.source[reader.at++]);
    case '[':
      return readSet(reader);
    case '(': {
      const head = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(reader.source.slice(reader.at))?.[0] ?? '';
      reader.at += head.length;
      const inner = readAlternatives(reader);
      reader.at++;
      return /[=!]$/.test(head) ? '' : inner;
    }
    default:
      return letter;
  }
}

function readSet(reader) {
  const isNegated = reader.source[reader.at] === '^';
  const end = reader.source.indexOf(']', reader.at + (isNegated ? 2 : 1));
  const content = reader.source.slice(reader.at + (isNegated ? 1 : 0), end < 0 ? undefined : end);
  reader.at = end < 0 ? reader.source.length : end + 1;
  if (!isNegated) {
    return content[0] === '\\' ? escaped(content[1]) : content[0] ?? '';
  }

  const excluded = new RegExp(`[${content}]`);
  return ['x', '1', ' ', '-', 'A'].find((letter) => !excluded.test(letter)) ?? '';
}

function readTimes(reader) {
  const quantifier = /^(?:\{(\d+)(?:,\d*)?\}|([*+?]))\??/.exec(reader.source.slice(reader.at));
  if (quantifier === null) {
    return 1;
  }

  reader.at += quantifier[0].length;
  return quantifier[1] === undefined ? 1 : Number(quantifier[1]);
}

function escaped(letter) {
  switch (letter) {
    case 'd':
      return '1';
    case 'w':
    case 'S':
    case 'D':
      return 'x';
    case 's':
      return ' ';
    case 'b':
    case 'B':
      return '';
    default:
      return letter ?? '';
  }
}

module.exports = { sampleOf };
