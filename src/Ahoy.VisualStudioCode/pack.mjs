// Makes the extension's .vsix: node pack.mjs WORK OUTPUT. The sources are copied to WORK and built there, so that nothing is left beside them.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = dirname(fileURLToPath(import.meta.url));
const [work, output] = process.argv.slice(2).map(folder => resolve(folder));
const isWindows = process.platform === 'win32';

function run(command, ...args) {
  execFileSync(command, args, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'], shell: isWindows });
}

mkdirSync(work, { recursive: true });
mkdirSync(output, { recursive: true });
for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', '.vscodeignore', 'README.md', 'src']) {
  cpSync(join(source, name), join(work, name), { recursive: true });
}

copyFileSync(join(source, '..', '..', 'LICENSE'), join(work, 'LICENSE'));

// The packages stay as long as the lock file does.
const lock = readFileSync(join(work, 'package-lock.json'), 'utf8');
const stamp = join(work, 'node_modules', '.lock');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
  writeFileSync(stamp, lock);
}

run('npm', 'run', 'check');
run('npm', 'run', 'bundle');
const { name, version } = JSON.parse(readFileSync(join(work, 'package.json'), 'utf8'));
const file = join(output, `${name}-${version}.vsix`);
run('npx', 'vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file);
console.log(`${name} ${version} -> ${file}`);
