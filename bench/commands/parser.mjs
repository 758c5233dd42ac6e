// Prints, for each peer, its name, a tab, and its speed on the JavaScript below a folder in MB/s: the best of some rounds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as acorn from 'acorn';
import esprima from 'esprima';
import { parseSync } from 'oxc-parser';

const ROUNDS = 5;

const sources = readdirSync(process.argv[2], { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.(js|cjs|mjs)$/.test(entry.name))
  .map(entry => {
    const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
    return { text: bytes.toString('utf8'), size: bytes.length, isModule: entry.name.endsWith('.mjs') };
  });

// A file without an extension of its own that is a module is found out once, before anything is measured.
for (const source of sources) {
  try {
    acorn.parse(source.text, { ecmaVersion: 'latest', sourceType: source.isModule ? 'module' : 'commonjs' });
  } catch {
    source.isModule = true;
  }
}

const peers = {
  acorn: ({ text, isModule }) => acorn.parse(text, { ecmaVersion: 'latest', sourceType: isModule ? 'module' : 'commonjs' }),
  esprima: ({ text, isModule }) => (isModule ? esprima.parseModule(text, { range: true }) : esprima.parseScript(`${text}`, { range: true })),
  'oxc-parser': ({ text, isModule }) => parseSync(isModule ? 'a.mjs' : 'a.cjs', text).program,
};

for (const [name, parse] of Object.entries(peers)) {
  // What a peer refuses (esprima knows no class fields) is not counted for it.
  const readable = sources.filter(source => {
    try {
      parse(source);
      return true;
    } catch {
      return false;
    }
  });
  const megabytes = readable.reduce((sum, source) => sum + source.size, 0) / 1e6;
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    readable.forEach(parse);
    best = Math.min(best, performance.now() - start);
  }

  console.log(`${name}\t${(megabytes / (best / 1000)).toFixed(1)}\tMB/s\t${readable.length} files, ${megabytes.toFixed(1)} MB`);
}
