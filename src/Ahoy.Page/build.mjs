// Bundles the page: node build.mjs [folder with node_modules] [folder for the result]. The host's build calls it (build/repo/Host.Page.targets).

import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const [work = here, output = join(here, 'obj', 'out')] = process.argv.slice(2).map((path) => resolve(path));
const esbuild = createRequire(join(work, 'package.json'))('esbuild');

const result = await esbuild.build({
  entryPoints: { page: join(here, 'src', 'main.tsx') },
  bundle: true,
  minify: true,
  write: false,
  outdir: output,
  format: 'iife',
  target: ['chrome100', 'firefox100', 'safari15.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  nodePaths: [join(work, 'node_modules')],
  tsconfigRaw: {},
  legalComments: 'none',
  logLevel: 'warning',
});

mkdirSync(output, { recursive: true });
const write = (name, content) => {
  const packed = gzipSync(content, { level: constants.Z_BEST_COMPRESSION });
  // Which system packed it: the same on each.
  packed[9] = 255;
  writeFileSync(join(output, `${name}.gz`), packed);
};
write('index.html', readFileSync(join(here, 'src', 'index.html')));
for (const file of result.outputFiles) {
  write(file.path.endsWith('.css') ? 'page.css' : 'page.js', file.contents);
}
