// The format of the cases: a file for each kind, of cases that look like this.
//
//   === name
//   event: {"Body":"hi"}        a request; a correct case may have several
//   fail: messages.create       the calls to others that fail in the run: a name's end, a number (the first is 1), or "all"
//   gives: fetch {"ok":false}   what a call is answered with
//   variables: {"API_KEY":""}   more environment variables
//   sees: no-answer             what the run shows; a case without it is correct
//   says: text / should: text   of "wrong-answer": what the answer has, and what a right one would have
//   ---
//   code                        //! stands at the line of the fault, //~ at another one that may be blamed for it
//   +++ functions/other.js      further files
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', 'cases');
const marker = /[ \t]*\/\/([!~])$/;

/** All cases, in the order of their files. */
export function allCases() {
  const cases = readdirSync(folder).filter((name) => name.endsWith('.cases')).sort()
    .flatMap((name) => readCases(readFileSync(path.join(folder, name), 'utf8'), path.basename(name, '.cases')));
  const names = new Set();
  for (const { id } of cases) {
    if (names.has(id)) throw new Error(`There are two cases ${id}.`);
    names.add(id);
  }
  return cases;
}

/** The cases of one file's text. */
export function readCases(text, kind) {
  return text.split(/^=== /m).slice(1).map((part) => readCase(part, kind));
}

function readCase(part, kind) {
  const end = part.indexOf('\n---\n');
  const [name, ...head] = part.slice(0, end).trim().split('\n');
  const [code, ...others] = part.slice(end + 5).split(/^\+\+\+ /m);
  const result = { id: `${kind}/${name.trim()}`, kind, events: [], fail: [], gives: [], variables: {}, files: {}, lines: [] };
  for (const line of head.filter((line) => line.trim() && !line.startsWith('#'))) {
    const [, key, value] = /^(\w+): (.*)$/.exec(line) ?? fail(result, `reads "${line}"`);
    if (key === 'event') result.events.push(JSON.parse(value));
    else if (key === 'fail') result.fail.push(value);
    else if (key === 'variables') result.variables = JSON.parse(value);
    else if (key === 'gives') result.gives.push({ name: value.slice(0, value.indexOf(' ')), value: JSON.parse(value.slice(value.indexOf(' '))) });
    else if (['sees', 'says', 'should'].includes(key)) result[key] = value;
    else fail(result, `has the unknown key "${key}"`);
  }
  if (!result.events.length) result.events.push({});
  result.code = code.trimEnd().split('\n').map((line, index) => {
    const mark = marker.exec(line);
    if (mark) result.lines.push({ line: index + 1, main: mark[1] === '!' });
    return line.replace(marker, '');
  }).join('\n') + '\n';
  for (const other of others) {
    const at = other.indexOf('\n');
    result.files[other.slice(0, at).trim()] = other.slice(at + 1).trimEnd() + '\n';
  }
  if (Boolean(result.sees) !== result.lines.some(({ main }) => main)) fail(result, 'has a line or what is seen, and not both');
  return result;
}

function fail({ id }, what) {
  throw new Error(`The case ${id} ${what}.`);
}
