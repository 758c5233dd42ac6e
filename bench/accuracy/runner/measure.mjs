// Runs all tools over all cases, and prints how many faults each finds, and how often it is wrong.
//   node measure.mjs FOLDER-OF-THE-PEERS AHOY.dll [--list]
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allCases } from './cases.mjs';
import { kinds, shownBy } from './kinds.mjs';
import { dependencies, files, variables } from './project.mjs';
import { run } from './run.mjs';
import { tools } from './tools.mjs';

const [folder, ahoy, ...options] = process.argv.slice(2);
const cases = allCases();
write();

const results = {};
for (const [name, tool] of Object.entries(tools)) {
  const { seconds, reports } = tool.run(folder, ahoy, cases.map((_, index) => projectOf('projects', index)));
  results[name] = { seconds, byCase: cases.map(() => []) };
  for (const { file, line, rule } of reports) {
    const [, index, rest] = /[\\/](?:cases|projects)[\\/](\d+)[\\/](.*)$/.exec(file) ?? [];
    if (rest?.replaceAll('\\', '/') === 'functions/subject.js' && line !== undefined) results[name].byCase[Number(index)].push({ line, rule });
  }
}

const shown = await whatCorrectCasesShow();
const counts = Object.fromEntries(Object.keys(tools).map((tool) => [tool, Object.fromEntries(Object.keys(kinds).map((kind) => [kind, count(tool, kind)]))]));
print();

/** A folder for each case: alone for the linters, and with its project around it for Ahoy. */
function write() {
  for (const kind of ['cases', 'projects']) rmSync(path.join(folder, kind), { recursive: true, force: true });
  cases.forEach(({ code, files: others }, index) => {
    // The types are told where the handler stands, for those that read them. It is the same line.
    put(path.join(projectOf('cases', index), 'functions/subject.js'), code.replace(/^exports\.handler = /m, '/** @type {Handler} */ exports.handler = '));
    const all = { ...files, ...others, 'functions/subject.js': code, '.env': Object.entries(variables).map(([name, value]) => `${name}=${value}\n`).join(''), 'package.json': JSON.stringify({ name: 'case', dependencies }) };
    for (const [name, text] of Object.entries(all)) put(path.join(projectOf('projects', index), name), text);
  });
}

function put(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function projectOf(kind, index) {
  return path.join(folder, kind, String(index).padStart(3, '0'));
}

async function whatCorrectCasesShow() {
  const shown = [];
  for (const testCase of cases) {
    const seen = new Set();
    if (!testCase.sees) for (const event of testCase.events) (await run(testCase, event, [])).seen.forEach((name) => seen.add(name));
    shown.push(seen);
  }
  return shown;
}

/** Faults found and missed, and wrong reports: those in correct cases, and at other lines of this kind's faulty ones. */
function count(tool, kind) {
  const result = { found: [], missed: [], wrong: [] };
  cases.forEach((testCase, index) => {
    const lines = new Set(results[tool].byCase[index].filter(({ rule }) => kinds[kind].rules.includes(rule)).map(({ line }) => line));
    const marked = new Set(testCase.lines.map(({ line }) => line));
    if (testCase.sees && testCase.kind !== kind) return;
    if (testCase.sees) (([...lines].some((line) => marked.has(line))) ? result.found : result.missed).push(testCase.id);
    // What does not load has one fault, wherever a parser notices it.
    if (!(testCase.sees && kind === 'not-loadable') && !shown[index].has(shownBy[kind])) {
      for (const line of lines) if (!marked.has(line)) result.wrong.push(`${testCase.id}:${line}`);
    }
  });
  return result;
}

function measures(tool, kind) {
  return kinds[kind].rules.some((rule) => results[tool].byCase.flat().some((report) => report.rule === rule));
}

function print() {
  const names = Object.keys(tools);
  const faulty = cases.filter(({ sees }) => sees);
  console.log(`${faulty.length} faulty and ${cases.length - faulty.length} correct cases. Found of the faults, and wrong reports:\n`);
  console.log(`| kind | faults | ${names.join(' | ')} |`);
  console.log(`|---|---|${names.map(() => '---|').join('')}`);
  for (const kind of Object.keys(kinds)) {
    const cells = names.map((tool) => (measures(tool, kind) ? `${counts[tool][kind].found.length}, ${counts[tool][kind].wrong.length} wrong` : '–'));
    console.log(`| ${kinds[kind].title} | ${faulty.filter((testCase) => testCase.kind === kind).length} | ${cells.join(' | ')} |`);
  }
  const sums = names.map((tool) => {
    const own = Object.entries(counts[tool]).filter(([kind]) => measures(tool, kind)).map(([, value]) => value);
    const found = own.reduce((sum, { found }) => sum + found.length, 0);
    return { found, asked: own.reduce((sum, { found, missed }) => sum + found.length + missed.length, 0), wrong: new Set(own.flatMap(({ wrong }) => wrong)).size };
  });
  const row = (title, cell) => console.log(`| ${title} | ${faulty.length} | ${sums.map(cell).join(' | ')} |`);
  row('**all**', ({ found, wrong }) => `${found}, ${wrong} wrong`);
  row('precision', ({ found, wrong }) => (found / (found + wrong)).toFixed(3));
  row('recall of the kinds that it has rules for', ({ found, asked }) => (found / asked).toFixed(3));
  row('recall of all', ({ found }) => (found / faulty.length).toFixed(3));
  console.log(`| time | | ${names.map((tool) => `${results[tool].seconds.toFixed(1)} s`).join(' | ')} |`);
  if (!options.includes('--list')) return;
  for (const kind of Object.keys(kinds)) {
    const { missed, wrong } = counts.Ahoy[kind];
    const peers = (id) => names.filter((tool) => tool !== 'Ahoy' && counts[tool][kind].found.includes(id));
    missed.forEach((id) => console.log(`Ahoy misses ${id}${peers(id).length ? `, found by ${peers(id).join(', ')}` : ''}`));
    wrong.forEach((place) => console.log(`Ahoy is wrong (${kind}) at ${place}`));
  }
}
