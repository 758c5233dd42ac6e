// Gives unit tests the Functions of this service, with Ahoy's own Twilio, Runtime, Response and context, in their own process and without a server:
//
//   const { handler } = require('../ahoy-testing');
//   const answer = await handler('/hello')({ name: 'Ada' });
//
// Written by `ahoy new --tests`. It asks the project's own Ahoy, which `dotnet build` or `dotnet restore` notes in obj/ahoy, else the `ahoy` on the PATH.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const project = __dirname;

function program() {
  const note = path.join(project, 'obj', 'ahoy', 'ahoy.path');
  const found = process.env.AHOY_PROGRAM ?? (fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : 'ahoy');
  return found.endsWith('.dll') ? ['dotnet', 'exec', found] : [found];
}

const [command, ...words] = program();
let answer;
try {
  answer = execFileSync(command, [...words, 'test-module', '--project', project], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' && command === 'ahoy' });
} catch (error) {
  throw new Error(error.code === 'ENOENT' ? "There is no 'ahoy': run 'dotnet build' once, or install the tool Ahoy." : "Ahoy can't read the service: what it wrote above says why.");
}

const { module: file, configuration } = JSON.parse(answer);
module.exports = require(file)(configuration);
