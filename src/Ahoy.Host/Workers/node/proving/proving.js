'use strict';

// Runs what the rules have found. It reads one question from its standard input and writes what it has seen to its standard output: what findings are about, which runs show them, and which don't.

const fs = require('node:fs');

// Before anything else is loaded: what modules keep of these are the run's.
const { RunTime } = require('./time');
const { Network } = require('./network');
const { Course } = require('./course');

const realNow = process.hrtime.bigint.bind(process.hrtime);
const question = JSON.parse(fs.readFileSync(0, 'utf8'));
const write = fs.writeSync.bind(fs, 1);
const time = new RunTime();
const network = new Network(time);
const course = new Course(question.functions);

contain();
time.install();
network.install();
loadWithPoints(question.texts);

const { Values } = require('./values');
const { Trials } = require('./trial');
const { Search } = require('./search');
const { goals } = require('./goals');
const { findFaults } = require('./faults');
const { tell } = require('./tell');

answer().then(
  (result) => end(JSON.stringify(result)),
  (error) => end(JSON.stringify({ failure: String(error?.stack ?? error) })),
);

async function answer() {
  const values = new Values(question.clues.names);
  const trials = new Trials(question, { time, network, course, values });
  const bounds = { runs: question.runs, time: question.milliseconds, now: () => Number(realNow() / 1_000_000n) };
  const asked = question.goals.map(({ rule, point }) => {
    const goal = { rule, point, proof: null, wasReached: false };
    goal.shows = (trial) => goals[rule](trial, goal, course);
    return goal;
  });
  const search = new Search(trials, asked, values, bounds);
  await search.run();
  const isAllSeen = question.functions.every((_, point) => search.reached.has(point));
  const result = {
    runs: search.runs,
    findings: asked.map((goal) => judge(goal, search, isAllSeen, values)),
    faults: question.faults && search.unloadable === null ? await findFaults(trials, course, values, bounds) : [],
  };
  return result;
}

function judge(goal, search, isAllSeen, values) {
  if (goal.proof !== null) {
    return { verdict: 'proved', ...tell(goal.proof, values) };
  }

  if (search.unloadable !== null) {
    return { verdict: 'open', reason: 'unloadable', error: search.unloadable };
  }

  if (goal.wasReached && search.isExhausted && isAllSeen) {
    return { verdict: 'refuted' };
  }

  return { verdict: 'open', reason: goal.wasReached ? 'not-shown' : 'not-reached', isExhausted: search.isExhausted };
}

// What a Function prints, and what it does to other processes, stays here.
function contain() {
  const silent = { write: { value: (_, encoding, done) => ((typeof encoding === 'function' ? encoding : done)?.(), true) } };
  Object.defineProperties(process.stdout, silent);
  Object.defineProperties(process.stderr, silent);
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table', 'time', 'timeEnd', 'timeLog', 'count', 'group', 'groupEnd', 'assert']) {
    console[name] = () => {};
  }

  process.kill = process.abort = () => {
    throw new Error('A run can end no process.');
  };
}

// The project's files have points in them that say where a run is.
function loadWithPoints(texts) {
  const read = fs.readFileSync;
  const known = new Map(Object.entries(texts));
  fs.readFileSync = (file, ...options) => {
    const text = typeof file === 'string' ? known.get(file) : undefined;
    return text === undefined || !options.length ? read(file, ...options) : text;
  };
}

function end(text) {
  write(text);
  process.reallyExit(0);
}
