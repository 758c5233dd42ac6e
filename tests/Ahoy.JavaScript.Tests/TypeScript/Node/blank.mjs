// Answers each line of standard input, the path of a TypeScript file, with one line of JSON: the file's text with its types
// replaced by blanks, or null where something is left of them at run time, or TypeScript itself refuses the file.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import blankSpace from 'ts-blank-space';
import ts from 'typescript';

function answer(path) {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, fileName: path, compilerOptions: { target: 'ESNext' } });
  let isErasable = diagnostics.every(diagnostic => diagnostic.category !== ts.DiagnosticCategory.Error);
  const blanked = blankSpace(text, () => { isErasable = false; });
  return isErasable ? blanked : null;
}

for await (const line of createInterface({ input: process.stdin, terminal: false })) {
  process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}
