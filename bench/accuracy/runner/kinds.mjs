// Which rules of each tool are about which kind of fault. A tool without a rule for a kind is not measured there.
const floating = ['promise/catch-or-return', '@typescript-eslint/no-floating-promises', 'typescript/no-floating-promises', 'noFloatingPromises'];
const catching = ['promise/catch-or-return', 'n/handle-callback-err', 'node/handle-callback-err', '@typescript-eslint/no-floating-promises', 'typescript/no-floating-promises', 'noFloatingPromises'];
const misused = ['@typescript-eslint/no-misused-promises', 'typescript/no-misused-promises', 'noMisusedPromises'];
const paths = ['consistent-return', 'eslint/consistent-return', 'typescript/consistent-return', 'default-case', 'eslint/default-case', 'useDefaultSwitchClause'];
const twice = ['n/callback-return', 'node/callback-return', 'no-fallthrough', 'eslint/no-fallthrough', 'noFallthroughSwitchClause'];

/** Of each kind, in the order of the table: what it is, and the rules that count. */
export const kinds = {
  'no-answer': { title: 'no answer on a path', rules: ['AHOY1002', 'AHOY1003', 'AHOY1007', ...paths] },
  'failure-unanswered': { title: 'no answer when a call fails', rules: ['AHOY1002', 'AHOY1003', 'AHOY2001', ...catching] },
  'answered-twice': { title: 'answered twice', rules: ['AHOY1004', ...twice] },
  'returned-answer': { title: 'answer returned to nobody', rules: ['AHOY1002', 'AHOY1005', 'AHOY1007'] },
  'exception-leaves': { title: 'error leaves the handler', rules: ['AHOY1006'] },
  'dropped-promise': { title: 'promise dropped', rules: ['AHOY2001', 'AHOY2003', ...floating] },
  'work-after-answer': { title: 'work cut off by the answer', rules: ['AHOY2001', 'AHOY2003'] },
  'async-callback-ignored': { title: 'async function given to `forEach`, `filter` …', rules: ['AHOY2001', 'AHOY2002', ...misused] },
  'async-executor': { title: 'async executor', rules: ['AHOY2004', 'no-async-promise-executor', 'eslint/no-async-promise-executor', 'noAsyncPromiseExecutor', ...misused] },
  'promise-condition': { title: 'promise as a condition', rules: ['AHOY2005', ...misused] },
  'awaited-array': { title: 'array of promises awaited', rules: ['AHOY2006', '@typescript-eslint/await-thenable', 'typescript/await-thenable', 'useAwaitThenable', 'noFloatingPromises'] },
  'header-never-there': { title: 'header that never arrives or leaves', rules: ['AHOY3001', 'AHOY3002'] },
  'answer-not-as-meant': { title: 'cookie, type or status not as meant', rules: ['AHOY3003', 'AHOY3004', 'AHOY3005', 'AHOY3006', 'AHOY3007'] },
  'not-in-the-project': { title: 'Asset, Function, module or variable not there', rules: ['AHOY4001', 'AHOY4003', 'AHOY4004', 'AHOY4005', 'AHOY4006', 'AHOY4007', 'n/no-missing-require', 'n/no-extraneous-require'] },
  'parameter-misspelt': { title: "webhook's parameter misspelt", rules: ['AHOY4008'] },
  'secret-printed': { title: 'secret printed', rules: ['AHOY4009'] },
  'open-relay': { title: 'sends to whoever is asked for', rules: ['AHOY4010'] },
  'twiml-address': { title: 'address that leads nowhere', rules: ['AHOY7001', 'AHOY7002'] },
  'twiml-flow': { title: 'flow of a call broken', rules: ['AHOY7003', 'AHOY7004', 'AHOY7005'] },
  'twiml-shape': { title: 'TwiML that is none', rules: ['AHOY7006'] },
  'twiml-injected': { title: 'TwiML injected', rules: ['AHOY7007'] },
  'not-loadable': { title: 'not loaded, or no handler', rules: ['AHOY0001', 'AHOY0002', 'AHOY0003', 'AHOY1001', 'parse'] },
};

/** Kinds whose fault a run of a correct case of another kind may show; where it does, a report is neither right nor wrong. */
export const shownBy = { 'open-relay': 'sent-anywhere' };
