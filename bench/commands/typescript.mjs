// Saves a Function in TypeScript that is being served, and measures how long it takes until an answer comes from it; and, by turns, until a compiler that watches has written it.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const [name, base, served, watched, count] = process.argv.slice(2);
const patience = 20_000;
const goal = 300;
// Nobody saves faster.
const pause = 700;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

const get = () =>
  new Promise((resolve, reject) => {
    http.get(`${base}/f1`, { agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
    }).on('error', reject);
  });

const output = path.join(watched, 'dist', 'functions', 'f1.js');
const candidates = [output, path.join(watched, 'dist', 'f1.js'), path.join(watched, 'dist', 'src', 'functions', 'f1.js')];
const written = () => candidates.map((file) => { try { return fs.readFileSync(file, 'utf8'); } catch { return ''; } }).join('');

async function measure(folder, word, isThere) {
  const file = path.join(folder, 'src', 'functions', 'f1.ts');
  const text = fs.readFileSync(file, 'utf8').replace(/\?\? '[^']*'/, `?? '${word}'`);
  const start = performance.now();
  fs.writeFileSync(file, text);
  while (!(await isThere())) {
    if (performance.now() - start > patience) throw new Error(`${file} was saved, and '${word}' did not come.`);
    await new Promise((resolve) => setImmediate(resolve));
  }

  const time = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return time;
}

const times = { ahoy: [], peer: [] };
for (let i = -2; i < Number(count); i++) {
  const word = `word${i + 2}`;
  const ahoy = await measure(served, word, async () => (await get()).includes(word));
  const peer = await measure(watched, word, async () => written().includes(word));
  // The first saves warm both up.
  if (i >= 0) {
    times.ahoy.push(ahoy);
    times.peer.push(peer);
  }
}

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const row = (what, values, more) => console.log(`${what.padEnd(60)} ${`${at(values, 0.5).toFixed(0)} ms`.padStart(9)}   most ${at(values, 1).toFixed(0)} ms${more}`);
row(`${name}: a save to its first answer, ${count} times`, times.ahoy, `; goal: under ${goal} ms`);
row(`${name}: a save to the output of tsc --watch`, times.peer, `; ratio ${(at(times.ahoy, 0.5) / at(times.peer, 0.5)).toFixed(2)}`);
agent.destroy();
