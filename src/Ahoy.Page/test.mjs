// Runs the unit tests with Node's own runner: node test.mjs [folder with node_modules] [folder for what is bundled].

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [work = here, output = join(here, 'obj', 'tests')] = process.argv.slice(2).map((path) => resolve(path));
const esbuild = createRequire(join(work, 'package.json'))('esbuild');

const files = readdirSync(join(here, 'tests')).filter((name) => name.endsWith('.test.ts'));
await esbuild.build({
  entryPoints: files.map((name) => join(here, 'tests', name)),
  bundle: true,
  outdir: output,
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  nodePaths: [join(work, 'node_modules')],
  tsconfigRaw: {},
  logLevel: 'warning',
});

const { status } = spawnSync(process.execPath, ['--test', ...files.map((name) => join(output, name.replace(/\.ts$/, '.mjs')))], { stdio: 'inherit' });
process.exit(status ?? 1);
