// Which `ahoy` the extension starts. Run by ProgramTests, with the module bundled beside it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findProgram, findProject, readHost } from './program.mjs';

const name = process.platform === 'win32' ? 'ahoy.exe' : 'ahoy';
let root;

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), 'ahoy-vsc-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file, text = '') {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return join(root, file);
}

test('the setting goes before all', () => {
  write('obj/ahoy/ahoy.path', write('own/ahoy'));
  assert.deepEqual(findProgram('/opt/ahoy', [root], {}), { command: '/opt/ahoy', args: [] });
});

test('a dll is started by dotnet', () => {
  assert.deepEqual(findProgram('/opt/Ahoy.DLL', [], {}), { command: 'dotnet', args: ['/opt/Ahoy.DLL'] });
});

test('what the restore wrote down is found from a folder below', () => {
  const own = write('own/ahoy');
  write('service/obj/ahoy/ahoy.path', `${own}\n`);
  write('service/functions/sms/reply.js');
  assert.equal(findProgram('', [join(root, 'service', 'functions', 'sms')], {}).command, own);
});

test('the nearest folder goes before the others', () => {
  const near = write('a/ahoy');
  write('a/obj/ahoy/ahoy.path', near);
  write('b/obj/ahoy/ahoy.path', write('b/ahoy'));
  assert.equal(findProgram('', [join(root, 'a'), join(root, 'b')], {}).command, near);
});

test('a note about a program that is gone is passed over', () => {
  write('obj/ahoy/ahoy.path', join(root, 'gone', 'ahoy'));
  const other = write(`bin/${name}`);
  assert.equal(findProgram('', [root], { PATH: join(root, 'bin') }).command, other);
});

test('without any there is none', () => {
  assert.equal(findProgram('', [root], { PATH: join(root, 'bin') }), undefined);
});

for (const files of [['.twilioserverlessrc'], ['.twilioserverlessrc.json'], ['service.csproj'], ['functions/a.js', 'package.json']]) {
  test(`a project has ${files.join(' and ')}`, () => {
    files.forEach(file => write(join('service', file)));
    mkdirSync(join(root, 'service', 'functions', 'deep'), { recursive: true });
    assert.equal(findProject(join(root, 'service', 'functions', 'deep')), join(root, 'service'));
  });
}

test('a host is one that still runs', () => {
  write('obj/ahoy/host.json', JSON.stringify({ url: 'http://localhost:3000/', pid: process.pid }));
  assert.equal(readHost(root).url, 'http://localhost:3000/');
  write('obj/ahoy/host.json', JSON.stringify({ url: 'http://localhost:3000/', pid: 2 ** 30 }));
  assert.equal(readHost(root), undefined);
  write('obj/ahoy/host.json', '{ half');
  assert.equal(readHost(root), undefined);
});
