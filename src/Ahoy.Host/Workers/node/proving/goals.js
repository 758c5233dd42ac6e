'use strict';

// What a run must show for a finding to be proved: one function a rule. It gets the run and gives what was seen, or null.

const { limit } = require('./trial');

const none = { kind: 'no-answer', after: limit / 1000 };

const goals = {
  AHOY1002: (trial, goal) => (trial.outcome.kind === 'none' && trial.hits.has(goal.point) ? none : null),

  AHOY1003(trial, goal, course) {
    const { outcome, calls } = trial;
    if (!trial.hits.has(goal.point)) {
      return null;
    }

    if (outcome.kind === 'rejection' && (outcome.way === null || course.cameOf(outcome.way, goal.point))) {
      return { kind: 'failure-unanswered', error: outcome.error };
    }

    const own = calls.filter((call) => course.cameOf(call.way, goal.point));
    const hasFailed = own.some((call) => call.answer !== 'ok');
    // A chain that a handler returns fails for the platform to see, which answers with a bare 500.
    return outcome.kind === 'failed' && hasFailed ? { kind: 'failure-unanswered', error: outcome.error } : outcome.kind === 'none' && (hasFailed || own.length === 0) ? none : null;
  },

  AHOY1004(trial, goal, course) {
    const second = trial.uses.slice(1).find((use) => use.way !== null && course.cameOf(use.way, goal.point));
    return second === undefined ? null : { kind: 'second-answer', after: second.at / 1000 };
  },

  AHOY1005: (trial, goal) => (trial.outcome.kind === 'none' && trial.returned !== undefined && trial.hits.has(goal.point) ? { kind: 'returned', after: limit / 1000 } : null),

  AHOY1007: (trial) => (trial.outcome.kind === 'none' ? none : null),

  AHOY2001: cutOff,

  AHOY2003: cutOff,
};

function cutOff(trial, goal, course) {
  const { outcome, late } = trial;
  const mine = late.filter(({ way }) => way !== null && course.cameOf(way, goal.point));
  const first = mine.find(({ kind }) => kind === 'request') ?? mine.find(({ kind }) => kind === 'timer' || kind === 'work') ?? mine.find(({ kind }) => kind === 'code') ?? mine[0];
  if (first !== undefined) {
    return first.kind === 'rejection' ? { kind: 'failure-lost', error: first.error } : { kind: 'cut-off', what: first.kind, call: first.call?.number };
  }

  if (outcome.kind === 'rejection' && outcome.way !== null && course.cameOf(outcome.way, goal.point)) {
    return { kind: 'failure-unanswered', error: outcome.error };
  }

  return null;
}

module.exports = { goals, none };
