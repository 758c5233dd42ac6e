// Answers with one line for each line of the file that is named as the argument, which has a source type and a path: what
// eslint-scope makes of the file's references, or nothing where acorn refuses the file. A reference is its offset, r(eads)
// and w(rites), and the offsets of the declarations that it may have: "-" for none, "arguments" for that.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

function target(variable) {
  if (!variable) {
    return '-';
  }

  return variable.defs.length === 0 ? variable.name : variable.defs.map(definition => definition.name.range[0]).join(',');
}

function describe(reference) {
  const kinds = `${reference.isRead() ? 'r' : ''}${reference.isWrite() ? 'w' : ''}`;
  return `${reference.identifier.range[0]}:${kinds}:${target(reference.resolved)}`;
}

function answer(sourceType, path) {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  let tree;
  try {
    tree = parse(text, { ecmaVersion: 16, sourceType, ranges: true });
  } catch {
    return '';
  }

  const { scopes } = analyze(tree, { ecmaVersion: 2025, sourceType, ignoreEval: true, fallback: 'iteration' });
  return scopes.flatMap(scope => scope.references.map(describe)).join(' ');
}

for (const line of readFileSync(process.argv[2], 'utf8').trimEnd().split('\n')) {
  const [sourceType, path] = line.split('\t');
  process.stdout.write(`${answer(sourceType, path)}\n`);
}
