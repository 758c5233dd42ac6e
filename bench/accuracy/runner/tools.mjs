// The tools, each with its command and a reader of what it writes. A report is { file, line, rule }.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Runs a tool; what it writes is JSON somewhere in its output. */
function run(command, parameters, options) {
  const started = process.hrtime.bigint();
  const { stdout, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (error) throw error;
  try {
    return { seconds, json: JSON.parse(stdout.slice(stdout.search(/[[{]/))) };
  } catch {
    throw new Error(`${command} ${parameters.slice(0, 3).join(' ')} … wrote no JSON: ${stdout.slice(0, 500)} ${stderr.slice(0, 2000)}`);
  }
}

const eslint = (folder, env) => {
  const { seconds, json } = run(path.join(folder, 'node_modules/.bin/eslint'), ['cases', '--format', 'json'], { cwd: folder, env: { ...process.env, ...env } });
  return { seconds, reports: json.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId }) => ({ file: filePath, line, rule: ruleId ?? 'parse' }))) };
};

export const tools = {
  'ESLint': { rules: 'plain', run: (folder) => eslint(folder, { TYPED: '' }) },
  'typescript-eslint': { rules: 'typed', run: (folder) => eslint(folder, { TYPED: '1' }) },
  'oxlint': {
    run(folder) {
      const { seconds, json } = run(path.join(folder, 'node_modules/.bin/oxlint'), ['-c', 'oxlint.json', '--type-aware', '--no-ignore', '--format', 'json', 'cases'], { cwd: folder, env: { ...process.env, PATH: `${path.join(folder, 'node_modules/.bin')}:${process.env.PATH}` } });
      return { seconds, reports: json.diagnostics.map(({ filename, code, labels }) => ({ file: path.resolve(folder, filename), line: labels[0]?.span.line, rule: code ? code.replace(/^(?:eslint-plugin-)?([\w-]+)\((.*)\)$/, '$1/$2').replace('typescript-eslint/', 'typescript/') : 'parse' })) };
    },
  },
  'Biome': {
    run(folder) {
      const { seconds, json } = run(path.join(folder, 'node_modules/.bin/biome'), ['lint', '--reporter=rdjson', '--max-diagnostics=none', 'cases'], { cwd: folder });
      return { seconds, reports: json.diagnostics.map(({ location, code }) => ({ file: path.resolve(folder, location.path), line: location.range?.start.line, rule: code.value === 'parse' ? 'parse' : code.value.split('/').at(-1) })) };
    },
  },
  'Ahoy': {
    run(folder, ahoy, projects) {
      const { seconds, json } = run('dotnet', [ahoy, 'check', ...projects, '--format', 'json'], { cwd: folder });
      return { seconds, reports: json.findings.map(({ file, line, id }) => ({ file: path.resolve(folder, file), line, rule: id })) };
    },
  },
};
