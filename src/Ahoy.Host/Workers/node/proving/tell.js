'use strict';

// What a run was, for those who read of it: the request, the variables, who was asked and what came, and what was seen.

const { absent } = require('./values');

function tell({ choice, trial, seen }, values, starts) {
  const chosen = (kind) => [...trial.touched.keys()].filter((dimension) => dimension.startsWith(`${kind}:`)).map((dimension) => dimension.slice(kind.length + 1));
  const isBare = choice.bare === 1;
  const optionOf = (dimension) => choice[dimension] ?? (isBare ? 1 : 0);
  const given = (kind) => {
    const result = {};
    for (const name of chosen(kind)) {
      const options = values.ofRequest(name);
      const value = options[Math.min(optionOf(`${kind}:${name}`), options.length - 1)];
      if (value !== absent) {
        result[name] = value;
      }
    }

    return result;
  };
  const variables = {};
  const missingVariables = [];
  for (const name of chosen('variable')) {
    const index = choice[`variable:${name}`];
    if (index !== undefined) {
      const value = values.ofVariable(name)[index];
      if (value === absent || value === undefined) {
        missingVariables.push(name);
      } else {
        variables[name] = value;
      }
    }
  }

  const event = given('event');
  const fields = {};
  for (const name of chosen('field')) {
    const index = choice[`field:${name}`];
    if (index !== undefined) {
      const value = values.ofField(name)[index];
      fields[name] = value === absent ? null : value;
    }
  }

  return {
    event,
    missing: chosen('event').filter((name) => !Object.hasOwn(event, name)),
    headers: given('header'),
    cookies: given('cookie'),
    variables,
    missingVariables,
    at: choice.start === undefined ? undefined : new Date(starts[choice.start]).toISOString(),
    count: choice.count === undefined ? undefined : [1, 0, 2][choice.count],
    fields,
    calls: trial.calls.map(({ method, url, answer }) => ({ method, url, answer })),
    seen,
  };
}

module.exports = { tell };
