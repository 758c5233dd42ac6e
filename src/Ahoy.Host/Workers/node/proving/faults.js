'use strict';

// Each request that a Function makes in its good runs fails once in each way: a run that doesn't answer then, answers twice, or leaves work behind is a finding of its own.

const { tell } = require('./tell');
const { none } = require('./goals');
const { ways } = require('./trial');

// The choices whose runs are taken for good ones.
const good = [{}, { bare: 1 }];

async function findFaults(trials, course, values, bounds, goals) {
  const found = new Map(); // by what failed and what was seen
  const started = bounds.now();
  for (const choice of good) {
    const usual = await trials.run(choice, true);
    if (usual.outcome.kind !== 'answered' || usual.outcome.status >= 500) {
      continue;
    }

    for (let number = 1; number <= usual.calls.length; number++) {
      for (let way = 1; way < ways.length && bounds.now() - started < bounds.time; way++) {
        const broken = { ...choice, [`call:${number}`]: way };
        const trial = await trials.run(broken, true);
        const call = trial.calls[number - 1];
        // What a rule has found already, and would show by this run as well, is not told twice.
        const isKnown = goals.some((goal) => goal.shows(trial) !== null);
        const fault = call === undefined || isKnown ? null : faultOf(trial, usual);
        const key = `${fault?.rule} ${call?.way?.point} ${call?.method} ${call?.url}`;
        if (fault !== null && !found.has(key)) {
          found.set(key, { rule: fault.rule, point: call.way === null ? -1 : call.way.point, way: ways[way], call: number, ...tell({ choice: broken, trial, seen: fault.seen }, values, trials.starts) });
        }
      }
    }
  }

  return [...found.values()];
}

function faultOf(trial, usual) {
  if (trial.outcome.kind === 'none') {
    return { rule: 'AHOY8001', seen: none };
  }

  if (trial.outcome.kind === 'rejection') {
    return { rule: 'AHOY8001', seen: { kind: 'failure-unanswered', error: trial.outcome.error } };
  }

  if (trial.uses.length > 1 && usual.uses.length <= 1) {
    return { rule: 'AHOY8002', seen: { kind: 'second-answer', after: trial.uses[1].at / 1000 } };
  }

  const late = trial.late.find(({ kind }) => kind !== 'code');
  return late !== undefined && usual.late.length === 0
    ? { rule: 'AHOY8003', seen: late.kind === 'rejection' ? { kind: 'failure-lost', error: late.error } : { kind: 'cut-off', what: late.kind, call: late.call?.number } }
    : null;
}

module.exports = { findFaults };
