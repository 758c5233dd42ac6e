import * as path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { findProgram, type Program } from './program';

const LANGUAGES = ['javascript', 'typescript'];

/** The language server of this window, or what stands in its way. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private hasComplained = false;

  /** Starts it, if it is wanted and found. */
  async start(): Promise<void> {
    if (this.client !== undefined || !settings().get('enable', true)) {
      return;
    }

    const program = currentProgram();
    if (program === undefined) {
      await this.complain("Ahoy isn't installed: 'dotnet tool install --global Ahoy.Cli', or set ahoy.path.");
      return;
    }

    const server: ServerOptions = { command: program.command, args: [...program.args, 'lsp'] };
    const options: LanguageClientOptions = {
      documentSelector: LANGUAGES.map(language => ({ language, scheme: 'file' })),
      outputChannelName: 'Ahoy',
    };
    this.client = new LanguageClient('ahoy', 'Ahoy', server, options);
    try {
      await this.client.start();
    } catch (error) {
      this.client = undefined;
      await this.complain(`'${[program.command, ...program.args].join(' ')} lsp' can't be started: ${(error as Error).message}`);
    }
  }

  /** Ends it, and starts it again as the settings now say. */
  async restart(): Promise<void> {
    this.hasComplained = false;
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose();
  }

  dispose(): void {
    void this.stop();
  }

  // Once is enough: the file that is opened next would only say the same.
  private async complain(message: string): Promise<void> {
    if (this.hasComplained) {
      return;
    }

    this.hasComplained = true;
    const answer = await vscode.window.showWarningMessage(message, 'Open the settings');
    if (answer !== undefined) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'ahoy.path');
    }
  }
}

/** The program for what is open: the folder of the file in front comes first, then those of the workspace. */
export function currentProgram(): Program | undefined {
  return findProgram(settings().get('path', ''), currentFolders());
}

/** The folders that the user may mean, the nearest first. */
export function currentFolders(): string[] {
  const document = vscode.window.activeTextEditor?.document;
  const folders = (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri.fsPath);
  return document?.uri.scheme === 'file' ? [path.dirname(document.uri.fsPath), ...folders] : folders;
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('ahoy');
}
