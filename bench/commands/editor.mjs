// Drives language servers as an editor would, one after the other over the same files, and writes what took how long.
// node editor.mjs FOLDER REPEATS SECONDS NAME COMMAND… -- NAME COMMAND… …
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, repeats, seconds, ...rest] = process.argv.slice(2);
const servers = rest.join('\0').split('\0--\0').map((line) => line.split('\0')).map(([name, ...command]) => ({ name, command }));
const files = readdirSync(path.join(folder, 'functions'), { recursive: true }).filter((file) => file.endsWith('.js')).map((file) => path.join(folder, 'functions', file)).sort();

// A client that knows the protocol's frames and no more. It takes the diagnostics that are pushed.
class Editor {
  constructor(command) {
    this.started = performance.now();
    this.process = spawn(command[0], command.slice(1), { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    this.ended = new Promise((resolve) => this.process.on('exit', resolve));
    this.waiting = new Map();
    this.published = new Map();
    this.buffer = Buffer.alloc(0);
    this.last = 0;
    this.process.stdin.on('error', () => {});
    this.process.stdout.on('data', (data) => this.read(data));
  }

  read(data) {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.buffer.toString('latin1', 0, end))[1]);
      if (this.buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.buffer.toString('utf8', end + 4, end + 4 + length));
      this.buffer = this.buffer.subarray(end + 4 + length);
      if (message.method === undefined) {
        this.waiting.get(message.id)?.(message.result);
        this.waiting.delete(message.id);
      } else if (message.method === 'textDocument/publishDiagnostics') {
        this.published.get(message.params.uri)?.(message.params);
      } else if (message.id !== undefined) {
        const result = message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null;
        this.send({ id: message.id, result });
      }
    }
  }

  send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  tell(method, params) { this.send({ method, params }); }

  ask(method, params) {
    const id = ++this.last;
    return new Promise((resolve) => { this.waiting.set(id, resolve); this.send({ id, method, params }); });
  }

  // The diagnostics that come by themselves. Not all servers say of which version they are, and some tell them twice: those of an edit are known by the line
  // where the first of them stands, which each edit moves.
  next(uri, line) {
    return new Promise((resolve) => this.published.set(uri, ({ diagnostics }) => {
      const first = Math.min(...diagnostics.map(({ range }) => range.start.line));
      if (line === undefined ? diagnostics.length > 0 : first === line) {
        this.published.delete(uri);
        resolve(first);
      }
    }));
  }

  async start() {
    const root = pathToFileURL(folder).href;
    await this.ask('initialize', {
      processId: process.pid, rootUri: root, workspaceFolders: [{ uri: root, name: 'bench' }],
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true }, synchronization: {} }, workspace: { workspaceFolders: true, configuration: true } },
    });
    this.tell('initialized', {});
  }

  open(file) {
    const uri = pathToFileURL(file).href;
    const told = this.next(uri);
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'javascript', version: 1, text: readFileSync(file, 'utf8') } });
    return told;
  }

  change(file, version, changes, line) {
    const uri = pathToFileURL(file).href;
    const told = this.next(uri, line);
    this.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
    return told;
  }

  // The server's resident memory, with the processes that it has started; MB.
  memory() {
    const of = (pid) => {
      if (!existsSync(`/proc/${pid}/status`)) return 0;
      const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
      return own + children.reduce((sum, child) => sum + of(child), 0);
    };
    return of(this.process.pid) / 1024;
  }

  async end() {
    await Promise.race([this.ask('shutdown', null), wait(3000)]);
    this.tell('exit', null);
    if (await Promise.race([this.ended.then(() => true), wait(3000)]) !== true) this.process.kill('SIGKILL');
  }
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
const rank = (numbers, part) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
const within = (promise, what = 'answer') => Promise.race([promise, wait(15000).then(() => { throw new Error(`no ${what} within 15 s`); })]);
const say = (name, what, value) => console.log(`${name}\t${what}\t${value}`);
const insert = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }];
const remove = [{ range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' }];
const long = files.toSorted((a, b) => statSync(b).size - statSync(a).size)[0];
const first = files.find((file) => file.endsWith('notify.js'));

async function measure({ name, command }) {
  const starts = [];
  for (let i = 0; i < Number(repeats); i++) {
    const editor = new Editor(command);
    await within(editor.start());
    await within(editor.open(first));
    starts.push(performance.now() - editor.started);
    await editor.end();
  }
  say(name, 'first diagnostics, ms', rank(starts, 0.5).toFixed(0));

  const editor = new Editor(command);
  await within(editor.start());
  const line = await within(editor.open(long));
  const keys = [];
  let version = 1;
  for (let i = 0; i < 200; i++) {
    const begun = performance.now();
    await within(editor.change(long, ++version, i % 2 === 0 ? insert : remove, line + 1 - i % 2));
    keys.push(performance.now() - begun);
  }
  say(name, 'keystroke in 1,000 lines, median, ms', rank(keys.slice(20), 0.5).toFixed(1));
  say(name, 'keystroke in 1,000 lines, 95 %, ms', rank(keys.slice(20), 0.95).toFixed(1));
  for (const file of files.filter((file) => file !== long)) await within(editor.open(file));
  await wait(1000);
  say(name, `${files.length} files open, MB`, editor.memory().toFixed(0));
  await editor.end();
}

// Somebody who writes without a pause: edits in all files, fixes, hovers and completions; the memory each tenth of the time.
async function hour({ name, command }) {
  const editor = new Editor(command);
  await within(editor.start());
  const versions = new Map(files.map((file) => [file, 1]));
  const lines = new Map();
  for (const file of files) lines.set(file, await within(editor.open(file)));
  let edits = 0;
  const begun = performance.now();
  for (let tenth = 1; tenth <= 10; tenth++) {
    while (performance.now() - begun < (Number(seconds) * 100) * tenth) {
      const file = files[edits * 7919 % files.length];
      const textDocument = { uri: pathToFileURL(file).href };
      for (const changes of [insert, remove]) {
        versions.set(file, versions.get(file) + 1);
        await within(editor.change(file, versions.get(file), changes, lines.get(file) + (changes === insert ? 1 : 0)));
        edits++;
      }
      const position = { line: 1, character: 2 };
      await editor.ask('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } });
      await editor.ask('textDocument/hover', { textDocument, position });
      await editor.ask('textDocument/completion', { textDocument, position });
    }
    say(name, `after ${Math.round(Number(seconds) * tenth / 10)} s, ${edits} edits, MB`, editor.memory().toFixed(0));
  }
  await editor.end();
}

for (const server of servers) {
  try {
    await measure(server);
  } catch (error) {
    say(server.name, 'failed', error.message);
  }
}
if (Number(seconds) > 0) await hour(servers[0]);
process.exit(0);
