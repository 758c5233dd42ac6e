import * as vscode from 'vscode';
import { findProject, readHost } from './program';
import { currentFolders, currentProgram } from './server';

/** The commands of the palette that start `ahoy` in a terminal, by their id. */
const VERBS = { 'ahoy.runService': 'start', 'ahoy.textService': 'text', 'ahoy.callService': 'call' };

/** Registers the commands of the palette. */
export function registerCommands(): vscode.Disposable[] {
  return [
    ...Object.entries(VERBS).map(([id, verb]) => vscode.commands.registerCommand(id, () => runInTerminal(verb))),
    vscode.commands.registerCommand('ahoy.openPage', openPage),
  ];
}

function runInTerminal(verb: string): void {
  const project = currentProject();
  const program = currentProgram();
  if (project === undefined || program === undefined) {
    void vscode.window.showWarningMessage(
      project === undefined
        ? 'Open a file of a Twilio service first: here is no project file and no folder functions with a package.json.'
        : "Ahoy isn't installed: 'dotnet tool install --global Ahoy.Cli', or set ahoy.path.",
    );
    return;
  }

  // The program is the terminal's own: no shell is there to take a path apart.
  vscode.window
    .createTerminal({ name: `ahoy ${verb}`, cwd: project, shellPath: program.command, shellArgs: [...program.args, verb] })
    .show();
}

async function openPage(): Promise<void> {
  const project = currentProject();
  const host = project === undefined ? undefined : readHost(project);
  if (host === undefined) {
    const answer = await vscode.window.showInformationMessage("The service isn't running.", 'Run it');
    if (answer !== undefined) {
      runInTerminal('start');
    }

    return;
  }

  await vscode.env.openExternal(vscode.Uri.parse(host.pageUrl ?? host.url));
}

function currentProject(): string | undefined {
  for (const folder of currentFolders()) {
    const project = findProject(folder);
    if (project !== undefined) {
      return project;
    }
  }

  return undefined;
}
