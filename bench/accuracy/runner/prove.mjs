// Proves the labels: each faulty case shows its fault, and each correct one shows none, whatever is asked and whatever fails.
//   node prove.mjs [PART-OF-A-NAME]
import { allCases } from './cases.mjs';
import { run } from './run.mjs';

// It depends on the case whether these are faults: a label may name them, and only cases of that kind are held against them.
const kindsOf = { 'sent-anywhere': 'open-relay' };

const wrong = [];
const cases = allCases().filter(({ id }) => id.includes(process.argv[2] ?? ''));
let runs = 0;
for (const testCase of cases) {
  const problem = testCase.sees ? await showsFault(testCase) : await showsNone(testCase);
  if (problem) wrong.push(`${testCase.id}: ${problem}`);
}
const faulty = cases.filter(({ sees }) => sees).length;
console.log(`${faulty} faulty and ${cases.length - faulty} correct cases, ${runs} runs: ${wrong.length} labels are wrong.`);
wrong.forEach((line) => console.log(line));
process.exitCode = wrong.length > 0 ? 1 : 0;

async function showsFault(testCase) {
  for (const event of testCase.events) {
    const { seen, answers } = await count(testCase, event, testCase.fail);
    const text = answers[0]?.text ?? '(nothing)';
    if (testCase.sees === 'wrong-answer') {
      if (!text.includes(testCase.says) || text.includes(testCase.should)) return `the answer is ${text}`;
    } else if (!seen.has(testCase.sees)) return `not ${testCase.sees}, but ${[...seen].join(', ') || 'nothing'}; the answer is ${text}`;
  }
  return undefined;
}

async function showsNone(testCase) {
  for (const event of testCase.events) {
    const { calls } = await count(testCase, event, []);
    const faults = [[], ...calls.map((_, index) => [String(index + 1)]), ['all']];
    for (const fail of faults) {
      const { seen, answers } = await count(testCase, event, fail);
      const bad = [...seen].filter((name) => (kindsOf[name] ?? testCase.kind) === testCase.kind);
      if (bad.length > 0) return `${bad.join(', ')} with ${JSON.stringify(event)}, failing: ${fail.join() || 'nothing'}; the answer is ${answers[0]?.text}`;
      if (testCase.should && !answers[0].text.includes(testCase.should) && fail.length === 0) return `the answer is ${answers[0].text}`;
    }
  }
  return undefined;
}

function count(...parameters) {
  runs++;
  return run(...parameters);
}
