// Saves files of a project that is being served, and measures how long it takes until an answer comes from what was saved.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const [base, folder, count] = process.argv.slice(2);
const goal = 150;
const patience = 10_000;

// Nobody saves faster; a new spare process is there by then.
const pause = 600;

const saved = [
  { what: 'a Function', file: 'functions/word.js', url: '/word', content: (word) => `exports.handler = (context, event, callback) => callback(null, '${word}');` },
  { what: 'an Asset', file: 'assets/word.txt', url: '/word.txt', content: (word) => word },
  { what: '.env', file: '.env', url: '/variable', content: (word) => `WORD=${word}` },
];

let failed = 0;
let answered = 0;

function get(url, agent) {
  return new Promise((resolve) => {
    const request = http.get(base + url, { agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk)).on('end', () => {
        answered++;
        if (response.statusCode !== 200) {
          failed++;
          console.log(`${url}: ${response.statusCode} ${text}`);
        }

        resolve(text);
      });
    });
    request.on('error', (error) => {
      failed++;
      console.log(`${url}: ${error.message}`);
      resolve('');
    });
  });
}

async function load(urls, isOver) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (let i = 0; !isOver(); i++) {
    await get(urls[i % urls.length], agent);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }

  agent.destroy();
}

async function measure({ file, url, content }, word, agent) {
  const start = performance.now();
  fs.writeFileSync(path.join(folder, file), content(word));
  while ((await get(url, agent)) !== word) {
    if (performance.now() - start > patience) {
      throw new Error(`${file} was saved, and ${url} does not answer ${word}.`);
    }
  }

  return performance.now() - start;
}

let isOver = false;
const clients = [1, 2, 3, 4].map(() => load(saved.map((s) => s.url), () => isOver));
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let word = 0;
for (const one of saved) {
  const times = [];
  for (let i = 0; i < Number(count); i++) {
    times.push(await measure(one, `word${++word}`, agent));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }

  times.sort((a, b) => a - b);
  const median = times[times.length >> 1].toFixed(0);
  console.log(`${`save of ${one.what} to its first answer, ${count} times`.padEnd(52)} ${`${median} ms`.padStart(9)}   most ${times.at(-1).toFixed(0)} ms; goal: under ${goal} ms`);
}

isOver = true;
await Promise.all(clients);
agent.destroy();
console.log(`${'requests meanwhile'.padEnd(52)} ${String(answered).padStart(9)}   failed ${failed}; goal: none`);
process.exitCode = failed === 0 ? 0 : 1;
