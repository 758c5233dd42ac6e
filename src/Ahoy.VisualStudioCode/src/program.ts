import * as fs from 'node:fs';
import * as path from 'node:path';

/** A program and what stands before its own arguments. */
export interface Program {
  command: string;
  args: string[];
}

/** The folder of a project's obj in which its restore and its host leave notes for others. */
const NOTES = path.join('obj', 'ahoy');

/**
 * Finds `ahoy`: what the setting says, else what the restore of the project around one of the folders wrote down, else what is on the PATH.
 * @param setting The setting `ahoy.path`; empty where it is not set.
 * @param folders The folders from which to look upwards, the nearest first.
 * @param env The environment, for the PATH.
 */
export function findProgram(setting: string, folders: string[], env: NodeJS.ProcessEnv = process.env): Program | undefined {
  if (setting !== '') {
    return toProgram(setting);
  }

  for (const folder of folders) {
    const noted = findUpwards(folder, path.join(NOTES, 'ahoy.path'));
    const program = noted && fs.readFileSync(noted, 'utf8').trim();
    if (program && fs.existsSync(program)) {
      return toProgram(program);
    }
  }

  return onPath(env);
}

/** The project around a folder or file: where the notes of a build are, or a service begins; else nothing. */
export function findProject(from: string): string | undefined {
  for (const folder of upwards(from)) {
    const names = new Set(listOf(folder));
    if (
      [...names].some(name => name.startsWith('.twilioserverlessrc') || /\.(cs|fs|vb)proj$/.test(name)) ||
      (names.has('functions') && names.has('package.json'))
    ) {
      return folder;
    }
  }

  return undefined;
}

/** What a running host says of itself in `obj/ahoy/host.json`. */
export interface Host {
  url: string;
  offlineUrl?: string;
  /** The page; nothing where the host was started with `--no-page`. */
  pageUrl?: string;
  pid: number;
}

/** The host that runs for a project; nothing where none does. */
export function readHost(project: string): Host | undefined {
  try {
    const host = JSON.parse(fs.readFileSync(path.join(project, NOTES, 'host.json'), 'utf8')) as Host;
    process.kill(host.pid, 0);
    return host;
  } catch {
    return undefined;
  }
}

/** A dll is started by `dotnet`, anything else by itself. */
export function toProgram(file: string): Program {
  return file.toLowerCase().endsWith('.dll') ? { command: 'dotnet', args: [file] } : { command: file, args: [] };
}

function onPath(env: NodeJS.ProcessEnv): Program | undefined {
  const names = process.platform === 'win32' ? ['ahoy.exe', 'ahoy.cmd'] : ['ahoy'];
  for (const folder of (env.PATH ?? env.Path ?? '').split(path.delimiter).filter(Boolean)) {
    for (const name of names) {
      if (fs.existsSync(path.join(folder, name))) {
        return toProgram(path.join(folder, name));
      }
    }
  }

  return undefined;
}

function findUpwards(from: string, name: string): string | undefined {
  return upwards(from).map(folder => path.join(folder, name)).find(file => fs.existsSync(file));
}

function upwards(from: string): string[] {
  const folders = [];
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (folder === path.dirname(folder)) {
      return folders;
    }
  }
}

function listOf(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    // A file is no folder, and what can't be read holds no project for us.
    return [];
  }
}
