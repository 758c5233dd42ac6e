// Makes terminal-light.svg and terminal-dark.svg from a real run: node docs/pictures/terminal.mjs [AHOY.DLL] [FOLDER]
// AHOY.DLL is the command as a build has it; FOLDER is where the pictures go, this one where it is left out.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const ahoy = resolve(process.argv[2] ?? join(here, '..', '..', 'src', 'Ahoy.Cli', 'bin', 'Debug', 'net10.0', 'ahoy.dll'));
const target = resolve(process.argv[3] ?? here);
const width = 104;
const patience = 60_000;

const notify = `exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  client.messages.create({ to: context.OWNER, from: context.NUMBER, body: 'Bread!' });
  callback(null, 'sent');
};
`;
const sms = `exports.handler = (context, event, callback) => {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(\`You wrote: \${event.Body}\`);
  callback(null, twiml);
};
`;

// Whatever can't be had from a real run is an error: a picture shows nothing that did not happen.
function fail(message) {
  throw new Error(message);
}

function run(folder, ...args) {
  const result = spawnSync('dotnet', ['exec', ahoy, ...args], { cwd: folder, encoding: 'utf8', timeout: patience });
  if (result.error || result.status !== 0) {
    fail(`ahoy ${args.join(' ')} ended with ${result.status}: ${result.error ?? ''}${result.stdout}${result.stderr}`);
  }

  return result.stdout.trimEnd().split('\n');
}

async function serve(folder) {
  const host = spawn('dotnet', ['exec', ahoy, 'start', '--offline', '--port', '0', '--offline-port', '0'], { cwd: folder });
  let output = '';
  await new Promise((ready, broken) => {
    const timer = setTimeout(() => broken(new Error(`ahoy start is not ready. It wrote:\n${output}`)), patience);
    const read = (text) => {
      output += text;
      if (output.includes('ahoy: ready ')) {
        clearTimeout(timer);
        ready();
      }
    };
    host.stdout.on('data', read);
    host.stderr.on('data', read);
    host.on('exit', (code) => broken(new Error(`ahoy start ended with ${code}. It wrote:\n${output}`)));
  });
  return { host, lines: output.split('\n').filter((line) => /^(GET|Page|Twilio)/.test(line)).map((line) => line.replace(/(localhost:)\d+/, '$13000').replace(/(127\.0\.0\.1:)\d+/, '$14010')) };
}

async function record() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ahoy-picture-')));
  try {
    mkdirSync(join(folder, 'functions'));
    writeFileSync(join(folder, 'functions', 'notify.js'), notify);
    writeFileSync(join(folder, 'functions', 'sms.protected.js'), sms);
    writeFileSync(join(folder, '.env'), 'OWNER=+15551230001\nNUMBER=+15005550006\n');
    const lines = [['prompt', 'ahoy check --prove'], ...run(folder, 'check', '--prove').map((line) => ['text', line]), ['text', '']];
    if (!lines.some(([, line]) => line.trimStart().startsWith('proved:'))) {
      fail(`Nothing is proved:\n${lines.map(([, line]) => line).join('\n')}`);
    }

    const { host, lines: banner } = await serve(folder);
    try {
      lines.push(['prompt', 'ahoy start --offline'], ...banner.map((line) => ['text', line]), ['text', '']);
      lines.push(['prompt', 'ahoy text /sms "Any bread left?"'], ...run(folder, 'text', '/sms', 'Any bread left?').map((line) => ['text', line]));
    } finally {
      host.removeAllListeners('exit');
      host.kill('SIGINT');
    }

    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wrap([kind, line]) {
  const rows = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const cut = space > width / 2 ? space : width;
    rows.push([kind, rest.slice(0, cut)]);
    rest = `  ${rest.slice(cut).trimStart()}`;
  }

  rows.push([kind, rest]);
  return rows;
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function paint([kind, line], theme) {
  if (kind === 'prompt') {
    return `<tspan fill="${theme.prompt}">$</tspan> <tspan font-weight="bold">${escape(line)}</tspan>`;
  }

  return escape(line)
    .replace(/(warning AHOY\d{4})/, `<tspan fill="${theme.warning}" font-weight="bold">$1</tspan>`)
    .replace(/(proved:.*)/, `<tspan fill="${theme.proof}">$1</tspan>`);
}

function draw(lines, theme) {
  const rows = lines.flatMap(wrap);
  const [left, top, step, letter] = [24, 56, 20, 8.43];
  const size = { width: Math.round(left * 2 + width * letter), height: top + rows.length * step + 12 };
  const text = rows.map((row, i) => `<text x="${left}" y="${top + i * step}" xml:space="preserve">${paint(row, theme)}</text>`).join('\n');
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map((color, i) => `<circle cx="${left + i * 20}" cy="20" r="6" fill="${color}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img">
<rect width="100%" height="100%" rx="10" fill="${theme.back}" stroke="${theme.edge}"/>
${dots}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${theme.text}">
${text}
</g>
</svg>
`;
}

const themes = {
  light: { back: '#ffffff', edge: '#d0d7de', text: '#1f2328', prompt: '#0a7d33', warning: '#9a6700', proof: '#cf222e' },
  dark: { back: '#0d1117', edge: '#30363d', text: '#e6edf3', prompt: '#3fb950', warning: '#d29922', proof: '#ff7b72' },
};
const lines = await record();
for (const [name, theme] of Object.entries(themes)) {
  writeFileSync(join(target, `terminal-${name}.svg`), draw(lines, theme));
}
