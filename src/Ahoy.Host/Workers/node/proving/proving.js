'use strict';

// Runs what the rules have found. It reads questions from its standard input and writes what it has seen to its standard output: which runs show a finding, and which don't.

const fs = require('node:fs');

// Before anything else is loaded: what modules keep of these are the run's.
const { RunTime } = require('./time');
const { Network } = require('./network');
const { Course } = require('./course');

const realNow = process.hrtime.bigint.bind(process.hrtime);
const read = fs.readSync.bind(fs, 0);
const readFile = fs.readFileSync;
const write = fs.writeSync.bind(fs, 1);
const time = new RunTime();
const network = new Network(time);
const course = new Course();
let texts = new Map();
let rest = Buffer.alloc(0);

contain();
time.install();
network.install();
loadWithPoints();

const { Values } = require('./values');
const { Trials } = require('./trial');
const { Search } = require('./search');
const { goals } = require('./goals');
const { findFaults } = require('./faults');
const { tell } = require('./tell');

Trials.follow(course);
answerAll();

// One question a line, one answer a line, until there are no more.
async function answerAll() {
  for (let line = readLine(); line !== null; line = readLine()) {
    let result;
    try {
      result = await answer(JSON.parse(line));
    } catch (error) {
      result = { failure: String(error?.stack ?? error) };
    }

    write(`${JSON.stringify(result)}\n`);
  }

  process.reallyExit(0);
}

async function answer(question) {
  // Modules are loaded by the path that links lead to.
  texts = new Map(Object.entries(question.texts).map(([file, text]) => [fs.realpathSync(file), text]));
  course.functions = question.functions;
  const values = new Values(question.clues.names);
  const trials = new Trials(question, { time, network, course, values });
  const bounds = { runs: question.runs, time: question.milliseconds, now: () => Number(realNow() / 1_000_000n) };
  const asked = question.goals.map(({ rule, point }) => {
    const goal = { rule, point, proof: null, wasReached: false, well: 0, otherwise: 0 };
    goal.shows = (trial) => goals[rule](trial, goal, course);
    return goal;
  });
  const search = new Search(trials, asked, values, bounds);
  if (question.proves) {
    await search.run();
  }

  const isAllSeen = question.functions.every((_, point) => search.reached.has(point));
  return {
    runs: search.runs,
    findings: !question.proves ? [] : asked.map((goal) => judge(goal, search, isAllSeen, values, trials)),
    faults: question.faults && search.unloadable === null ? await findFaults(trials, course, values, bounds, asked) : [],
  };
}

function judge(goal, search, isAllSeen, values, trials) {
  if (goal.proof !== null) {
    return { verdict: 'proved', ...tell(goal.proof, values, trials.starts) };
  }

  if (search.unloadable !== null) {
    return { verdict: 'open', reason: 'unloadable', error: search.unloadable };
  }

  if (goal.well > 0 && goal.otherwise === 0 && search.isExhausted && isAllSeen) {
    return { verdict: 'refuted' };
  }

  return { verdict: 'open', reason: goal.wasReached ? 'not-shown' : 'not-reached', error: search.firstError };
}

// Nothing else happens meanwhile. What comes after the line waits for the next question.
function readLine() {
  const chunks = [];
  const buffer = Buffer.alloc(65536);
  for (;;) {
    const end = rest.indexOf(10);
    if (end >= 0) {
      chunks.push(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      return Buffer.concat(chunks).toString('utf8');
    }

    chunks.push(rest);
    const count = readSome(buffer);
    if (count === 0) {
      return null;
    }

    rest = Buffer.from(buffer.subarray(0, count));
  }
}

function readSome(buffer) {
  try {
    return read(buffer, 0, buffer.length, null);
  } catch (error) {
    if (error.code === 'EOF') {
      return 0;
    }

    throw error;
  }
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
function loadWithPoints() {
  fs.readFileSync = (file, ...options) => {
    const text = options.length > 0 && typeof file === 'string' ? texts.get(file) : undefined;
    return text ?? readFile(file, ...options);
  };
}
