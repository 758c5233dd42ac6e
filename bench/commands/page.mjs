// What the page is like to look at, in Debian's chromium: first paint, an arrival to the screen, frames of a scroll through 10,000 requests, the tab's memory.
// Arguments: the folder of playwright-core, the page's address, the service's address.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const [packages, page, service] = process.argv.slice(2);
const { chromium } = createRequire(`${packages}/`)('playwright-core');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});

const sorted = (values) => values.toSorted((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const row = (what, figure, more) => console.log(`${what.padEnd(64)} ${figure.padStart(16)}   ${more}`);
const ms = (value) => `${value.toFixed(1)} ms`;
const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`;

// A process' memory that no other process shares, as the system counts it.
const ownMemory = (pid) => [...readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].reduce((sum, [, kilobytes]) => sum + kilobytes * 1024, 0);
const renderers = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => { try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'); } catch { return false; } });

async function firstPaint() {
  // What no page can be faster than in this browser and on this machine: a heading, by turns with the page.
  const plain = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Plain</title><h1>Plain</h1>'));
  await new Promise((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const addresses = { plain: `http://127.0.0.1:${plain.address().port}/`, page };
  const times = { plain: [], page: [] };
  for (let turn = 0; turn < 21; turn++) {
    for (const [name, address] of Object.entries(addresses)) {
      // A context has no cache of another.
      const context = await browser.newContext();
      const tab = await context.newPage();
      await tab.goto(address, { waitUntil: 'load' });
      await tab.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      times[name].push(await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
      await context.close();
    }
  }
  plain.close();
  // The first ones start the browser's own processes.
  Object.values(times).forEach((list) => list.shift());
  row('the page, opened: to its first paint', ms(at(times.page, 0.5)), `slowest of ${times.page.length}: ${ms(at(times.page, 1))}; a heading alone: ${ms(at(times.plain, 0.5))}; goal: under 100 ms`);
}

async function arrivals() {
  const tab = await browser.newPage();
  await tab.goto(page);
  await tab.waitForSelector('.bar, header, nav');
  // The time at which a frame has been drawn that shows the request: the one after the frame in which the list changed.
  await tab.evaluate(() => {
    window.seen = new Map();
    new MutationObserver(() => {
      for (const found of document.querySelectorAll('.request-target')) {
        const name = /arrival=\d+/.exec(found.textContent)?.[0];
        if (name !== undefined && !window.seen.has(name)) {
          window.seen.set(name, null);
          requestAnimationFrame(() => setTimeout(() => window.seen.set(name, performance.timeOrigin + performance.now())));
        }
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const times = [];
  for (let turn = 0; turn < 60; turn++) {
    const name = `arrival=${turn}`;
    await (await fetch(`${service}/json?${name}`)).text();
    const answered = performance.timeOrigin + performance.now();
    await tab.waitForFunction((name) => window.seen.get(name) > 0, name);
    times.push((await tab.evaluate((name) => window.seen.get(name), name)) - answered);
  }
  times.splice(0, 10);
  row('a request, answered: until the open page shows it', ms(at(times, 0.5)), `slowest of ${times.length}: ${ms(at(times, 1))}; goal: within 50 ms`);
  await tab.close();
}

async function manyRequests() {
  const tab = await browser.newPage();
  const items = Array.from({ length: 10_000 }, (_, i) => ({
    sequence: i + 1, sid: `RQ${(i + 1).toString(16).padStart(32, '0')}`, at: '2026-11-27T10:00:00Z', service: 's', method: 'GET', target: `/path/${i + 1}`, path: '/path',
    isFunction: true, status: 200, milliseconds: 1.5, size: 100, errorCode: 0, from: 'curl', subject: null,
  }));
  await tab.route('**/_ahoy/page/requests', (route) => route.fulfill({ json: { items, skipped: 0, last: items.length } }));
  const before = new Set(renderers());
  await tab.goto(page);
  await tab.getByText('/path/10000').first().waitFor();
  // What a frame costs the page: its script, style and layout, from the browser's own clock of tasks, over the frames of a long scroll.
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable');
  const used = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const start = await used();
  const frames = await tab.evaluate(async () => {
    const list = document.querySelector('.request-rows');
    const gaps = [];
    let last = await new Promise(requestAnimationFrame);
    for (let i = 0; i < 600; i++) {
      list.scrollTop = i * 730;
      const now = await new Promise(requestAnimationFrame);
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  });
  const end = await used();
  const cost = ((end.TaskDuration - start.TaskDuration) * 1000) / frames.length;
  row('a frame of a scroll through 10,000 requests', ms(cost), `${frames.filter((gap) => gap > 25).length} of ${frames.length} frames late; goal: under 16 ms, none late`);
  await tab.evaluate(() => { window.gc(); });
  const heap = (await used()).JSHeapUsedSize;
  // Of what runs now: this tab's is the largest.
  const memory = Math.max(...renderers().filter((pid) => !before.has(pid) || before.size > 0).map(ownMemory));
  row('the tab with 10,000 requests: its objects', megabytes(heap), `its process' own memory ${megabytes(memory)}; goal: under 80 MB`);
  const empty = await browser.newPage();
  await empty.goto('about:blank');
  await empty.evaluate(() => { window.gc(); });
  const blank = Math.min(...renderers().map(ownMemory));
  row('an empty tab, for comparison', megabytes(blank), 'its process\' own memory');
}

await firstPaint();
await arrivals();
await manyRequests();
await browser.close();
