// Measures what bench/run all prepared, by turns, writes the table, and compares each ratio with the last run's.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { loadavg } from 'node:os';

const split = process.argv.indexOf('--');
const options = Object.fromEntries(process.argv.slice(2, split).flatMap((word, i, words) => (i % 2 ? [] : [[word.slice(2), words[i + 1]]])));
const ahoy = process.argv.slice(split + 1);
const portable = ['dotnet', 'exec', options.portable];
const { work, root } = options;
const turns = Number(options.turns);
const isShort = options.short === '1';
const drift = 0.2;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`;
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a command to its end: wall and processor time in milliseconds. Findings end with 1; anything above is an accident. */
function time(command, { cwd = work, environment = {}, allowed = 1 } = {}) {
  const script = `TIMEFORMAT='%R %U %S'; { time ${command.map(quote).join(' ')} >"$OUT" 2>&1; } 2>"$OUT.time"; echo $? >"$OUT.code"`;
  const out = `${work}/output`;
  execFileSync('bash', ['-c', `{ ${script}; }`], { cwd, env: { ...process.env, ...environment, OUT: out } });
  const code = Number(readFileSync(`${out}.code`, 'utf8'));
  if (code > allowed) {
    throw new Error(`${command.join(' ')} ended with ${code}:\n${readFileSync(out, 'utf8').slice(-2000)}`);
  }

  const [wall, user, system] = readFileSync(`${out}.time`, 'utf8').trim().split(' ').map((s) => Number(s) * 1000);
  return { wall, cpu: user + system };
}

/** Runs commands by turns; the first turn warms up. */
function byTurns(commands, count = turns) {
  const results = commands.map(() => []);
  for (let turn = 0; turn <= count; turn++) {
    commands.forEach((run, i) => {
      const result = run();
      if (turn > 0) results[i].push(result);
    });
  }

  return results.map((all) => ({ wall: median(all.map((r) => r.wall)), cpu: median(all.map((r) => r.cpu)) }));
}

function get(port, path) {
  return new Promise((resolve) => {
    const call = request({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve(answer.statusCode === 200 ? text : undefined));
    });
    call.on('error', () => resolve(undefined));
    call.end();
  });
}

/** Starts a server and waits for its first answer. */
async function start(command, port, path, options = {}) {
  const from = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: 'ignore', ...options });
  while ((await get(port, path)) === undefined) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode}.`);
    await sleep(2);
  }

  const wall = performance.now() - from;
  return { wall, child, stop: () => new Promise((resolve) => { child.on('exit', resolve); child.kill('SIGTERM'); }) };
}

const status = (pid, name) => {
  try {
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};
const children = (pid) => readdirSync('/proc').filter((id) => /^\d+$/.test(id)).filter((id) => {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1].split(' ')[1] === String(pid);
  } catch {
    return false;
  }
});
const memory = (pid) => [pid, ...children(pid)].reduce((sum, id) => sum + status(id, 'VmRSS'), 0);

async function firstResponses(commands, count) {
  const times = commands.map(() => []);
  for (let turn = 0; turn <= count; turn++) {
    for (const [i, { command, port, path, ...rest }] of commands.entries()) {
      const server = await start(command, port, path, rest);
      if (turn > 0) times[i].push(server.wall);
      await server.stop();
    }
  }

  return times.map(median);
}

const rate = (port, path) => Number(/Requests\/sec:\s+([\d.]+)/.exec(
  execFileSync('wrk', ['-t1', '-c30', `-d${options.seconds}s`, `http://127.0.0.1:${port}${path}`], { encoding: 'utf8' }))[1]);

/** From a saved Function to the first answer of the new one. */
async function saves(folder, port) {
  const server = await start([...ahoy, 'start', folder, '--port', String(port), '--no-logs'], port, '/word');
  await sleep(1000);
  const times = [];
  for (let save = 1; save <= Number(options.saves); save++) {
    const word = `${save}`;
    const from = performance.now();
    writeFileSync(`${folder}/functions/word.js`, `exports.handler = (context, event, callback) => callback(null, '${word}');\n`);
    while ((await get(port, '/word')) !== word) {
      await sleep(1);
    }

    times.push(performance.now() - from);
    await sleep(200);
  }

  await server.stop();
  return median(times);
}

const rows = [];
/** A row: what, ours, the peer's in the same run, and the ratio that is kept. */
function row(key, what, ours, peer, ratio, goal) {
  rows.push({ key, what, ours, peer, ratio, goal });
  say(`${what}: ${ours}; ${peer}; ${ratio.toFixed(2)}`);
}
const ms = (value) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;

const environment = { XDG_DATA_HOME: `${work}/data-home`, AHOY_ACCOUNT_SID: 'ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', AHOY_AUTH_TOKEN: '0123456789abcdef0123456789abcdef' };
const oxlint = `${options.linters}/node_modules/.bin/oxlint`;
const biome = `${options.linters}/node_modules/.bin/biome`;

async function rowsOfCheck() {
  const lint = (folder) => time([oxlint, '--promise-plugin', '--node-plugin', folder], { cwd: options.linters });
  const [ours, old, theirs, others] = byTurns([
    () => time([...ahoy, 'check', `${work}/check-244`]),
    () => time([...portable, 'check', `${work}/check-244`]),
    () => lint('functions'),
    () => time([biome, 'lint', 'functions'], { cwd: options.linters }),
  ]);
  row('check-244', '`ahoy check`, 244 files, whole process', `${ms(ours.wall)}, ${ms(ours.cpu)} of CPU (by .NET: ${ms(old.wall)}, ${ms(old.cpu)})`,
    `oxlint ${ms(theirs.wall)}, ${ms(theirs.cpu)} of CPU; Biome ${ms(others.wall)}`, ours.cpu / theirs.cpu, 'not more than oxlint');

  if (!isShort) {
    let most = 0;
    const [large, peer] = byTurns([() => time([...ahoy, 'check', `${work}/check-3000`]), () => lint('huge')], 3);
    const child = spawn(ahoy[0], [...ahoy.slice(1), 'check', `${work}/check-3000`], { stdio: 'ignore' });
    while (child.exitCode === null) {
      most = Math.max(most, status(child.pid, 'VmHWM'));
      await sleep(5);
    }

    row('check-3000', '`ahoy check`, 2,928 files', `${ms(large.wall)}, ${ms(large.cpu)} of CPU, ${most.toFixed(0)} MB`, `oxlint ${ms(peer.wall)}, ${ms(peer.cpu)} of CPU`, large.cpu / peer.cpu, '1.5 s, 250 MB');
  }
}

async function rowsOfStart() {
  writeFileSync(`${work}/bare.js`, `require('http').createServer((request, response) => {
    const body = JSON.stringify({ ok: true });
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
  }).listen(4902);`);
  const run = `${options['twilio-run']}/node_modules/.bin/twilio-run`;
  const serve = (program, folder) => ({ command: [...program, 'start', folder, '--port', '4901', '--no-logs'], port: 4901, path: '/json' });
  const [ours, old, large, bare, theirs] = await firstResponses([
    serve(ahoy, `${work}/small`),
    serve(portable, `${work}/small`),
    serve(ahoy, `${work}/large`),
    { command: ['node', `${work}/bare.js`], port: 4902, path: '/' },
    { command: ['node', run, 'start', '--port', '4904', '--no-fork-process', '--no-logs'], port: 4904, path: '/json', cwd: `${work}/small` },
  ], Math.min(turns, 5));
  row('start-small', '`ahoy start` to the first response', `${ms(ours)} (by .NET: ${ms(old)})`, `bare Node ${ms(bare)}, twilio-run ${ms(theirs)}`, ours / bare, '120 ms');
  row('start-large', 'the same with 300 Functions and 1,000 Assets', ms(large), `bare Node ${ms(bare)}`, large / bare, '200 ms');
  return bare;
}

async function rowsOfRequests() {
  const server = await start([...ahoy, 'start', `${work}/small`, '--port', '4901', '--no-logs'], 4901, '/json');
  const bare = await start(['node', `${work}/bare.js`], 4902, '/');
  await sleep(3000);
  const [mine, peer] = [memory(server.child.pid), memory(bare.child.pid)];
  row('memory', 'all processes idle, one worker and the spare', `${mine.toFixed(0)} MB`, `bare Node ${peer.toFixed(0)} MB`, mine / peer, '110 MB');
  const rates = [[], []];
  for (let turn = 0; turn <= 3; turn++) {
    const both = [rate(4901, '/json'), rate(4902, '/')];
    if (turn > 0) both.forEach((value, i) => rates[i].push(value));
  }

  const [ours, theirs] = rates.map(median);
  row('json-30', 'JSON, 30 connections', `${ours.toFixed(0)}/s`, `bare Node ${theirs.toFixed(0)}/s`, ours / theirs, '1.3 times bare Node');
  await server.stop();
  await bare.stop();
}

async function rowsOfSaves(unit) {
  for (const [key, folder, what] of [['save-small', 'small', 'a saved Function to its answer'], ['save-large', 'large', 'the same among 1,300 resources']]) {
    const value = await saves(`${work}/${folder}`, 4906);
    row(key, what, ms(value), `bare Node starts in ${ms(unit)}`, value / unit, '15 ms');
  }
}

async function rowsOfDeploy() {
  const host = spawn(ahoy[0], [...ahoy.slice(1), 'serve', '--data', `${work}/data`, '--port', '4907', '--api-port', '4908', '--no-logs'],
    { stdio: 'ignore', env: { ...process.env, ...environment } });
  while ((await new Promise((resolve) => {
    const call = request({ host: '127.0.0.1', port: 4908, path: '/v1/Services', agent: false }, (answer) => { answer.resume(); resolve(answer.statusCode); });
    call.on('error', () => resolve(undefined));
    call.end();
  })) === undefined) await sleep(5);
  const api = 'http://127.0.0.1:4908';
  cpSync(`${work}/ten`, `${work}/ten-peer`, { recursive: true });
  writeFileSync(`${work}/ten-peer/package.json`, '{"name":"ten-peer","version":"1.0.0"}');
  writeFileSync(`${work}/ten-peer/.env`, `ACCOUNT_SID=${environment.AHOY_ACCOUNT_SID}\nAUTH_TOKEN=${environment.AHOY_AUTH_TOKEN}\n`);
  const all = { ...environment, AHOY_HOST_URL: api, AHOY_API: api };
  const peer = ['node', '--require', `${root}/tests/Ahoy.Host.Tests/ControlPlane/Npm/redirect.js`, `${options['twilio-run']}/node_modules/twilio-run/bin/twilio-run.js`, 'deploy', '--runtime', 'node22'];
  const [ours, theirs] = byTurns([
    () => time([...ahoy, 'deploy'], { cwd: `${work}/ten`, environment: all, allowed: 0 }),
    () => time(peer, { cwd: `${work}/ten-peer`, environment: all, allowed: 0 }),
  ], Math.min(turns, 5));
  host.kill('SIGTERM');
  row('deploy', '`ahoy deploy`, unchanged, ten Functions', ms(ours.wall), `twilio-run ${ms(theirs.wall)}`, ours.wall / theirs.wall, '120 ms');
}

function rowsOfBuild() {
  const folder = `${work}/check-244`;
  writeFileSync(`${folder}/many.csproj`, '<Project Sdk="Ahoy.Sdk/0.1.0" />');
  for (const file of ['Directory.Build.props', 'Directory.Build.targets']) writeFileSync(`${folder}/${file}`, '<Project />');
  writeFileSync(`${folder}/nuget.config`, `<configuration><packageSources><clear/><add key="ahoy" value="${work}/packages"/></packageSources></configuration>`);
  const errors = readdirSync(`${root}/src/Ahoy.Analyzers`).filter((name) => name.startsWith('AnalyzerReleases'))
    .flatMap((name) => [...readFileSync(`${root}/src/Ahoy.Analyzers/${name}`, 'utf8').matchAll(/^(AHOY\d+) \| [^|]* \| Error /gm)]).map((match) => match[1]);
  const quiet = (id) => `dotnet_diagnostic.${id}.severity = ${['AHOY4005', 'AHOY4007'].includes(id) ? 'silent' : 'warning'}`;
  writeFileSync(`${folder}/.editorconfig`, ['root = true', '[*.js]', ...new Set([...errors, 'AHOY4005', 'AHOY4007'].map(quiet))].join('\n'));
  const env = { NUGET_PACKAGES: `${work}/nuget`, UseSharedCompilation: 'true' };
  const touched = `${folder}/functions/${readdirSync(`${folder}/functions`)[0]}`;
  const build = (rules) => () => {
    execFileSync('touch', [touched]);
    return time(['dotnet', 'build', folder, '--no-restore', '-v', 'quiet', '-nologo', `-p:RunAnalyzers=${rules}`], { environment: env, allowed: 0 });
  };
  time(['dotnet', 'build', folder, '-v', 'quiet', '-nologo'], { environment: env, allowed: 0 });
  const added = [], without = [];
  for (let turn = 0; turn <= turns; turn++) {
    const [bare, full] = [build(false)(), build(true)()];
    if (turn > 0) {
      added.push(full.wall - bare.wall);
      without.push(bare.wall);
    }
  }

  row('rules', 'rules in a warm `dotnet build`', `+${ms(median(added))}`, `without ${ms(median(without))}`, 1 + median(added) / median(without), '+60 ms');
}

function readLast() {
  if (!existsSync(options.last)) return {};
  return Object.fromEntries(readFileSync(options.last, 'utf8').trim().split('\n').map((line) => line.split('\t')).map(([key, ratio]) => [key, Number(ratio)]));
}

const load = loadavg();
await rowsOfCheck();
const unit = await rowsOfStart();
await rowsOfRequests();
await rowsOfSaves(unit);
await rowsOfDeploy();
rowsOfBuild();

const last = readLast();
const drifted = rows.filter(({ key, ratio }) => last[key] && Math.abs(ratio / last[key] - 1) > drift);
const lines = [
  `Load of the machine at the start and at the end: ${load[0].toFixed(1)}, ${loadavg()[0].toFixed(1)}.`,
  '',
  '| what | measured | in the same run | ratio | goal |',
  '|---|---|---|---|---|',
  ...rows.map(({ what, ours, peer, ratio, goal }) => `| ${what} | ${ours} | ${peer} | ${ratio.toFixed(2)} | ${goal} |`),
  '',
  ...drifted.map(({ key, what, ratio }) => `Drift: ${what}: the ratio is ${ratio.toFixed(2)}, and was ${last[key].toFixed(2)} in the last run.`),
];
writeFileSync(options.output, lines.join('\n'));
writeFileSync(`${options.output}.tsv`, rows.map(({ key, ratio }) => `${key}\t${ratio.toFixed(3)}\n`).join(''));
say(`The table is in ${options.output}; to keep its ratios for the next run: cp ${options.output}.tsv ${options.last}`);
