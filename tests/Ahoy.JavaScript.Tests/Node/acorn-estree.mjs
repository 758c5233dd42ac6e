// Answers each line of standard input, a request as JSON, with one line: acorn's tree as ESTree JSON with sorted keys, or
// "error: …" where acorn refuses the source.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'acorn';

// What JSON has no form for is null in ESTree JSON; the digits and the pattern stand beside it.
function canonical(value) {
  if (typeof value === 'bigint' || value instanceof RegExp) {
    return 'null';
  }

  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value) ?? 'null';
  }

  return Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function read(path) {
  const text = readFileSync(path, 'utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function answer({ text, path, sourceType, treeWanted }) {
  try {
    const tree = parse(text ?? read(path), { ecmaVersion: 16, sourceType });
    return treeWanted ? canonical(tree) : 'accepted';
  } catch (error) {
    return `error: ${error.message.replaceAll(/\s/g, ' ')}`;
  }
}

for await (const line of createInterface({ input: process.stdin, terminal: false })) {
  process.stdout.write(`${answer(JSON.parse(line))}\n`);
}
