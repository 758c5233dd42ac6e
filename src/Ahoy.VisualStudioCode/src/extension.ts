import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { Server } from './server';

/** Called by the editor when the first JavaScript or TypeScript file is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = new Server();
  context.subscriptions.push(
    server,
    ...registerCommands(),
    vscode.commands.registerCommand('ahoy.restart', () => server.restart()),
    vscode.workspace.onDidChangeConfiguration(async change => {
      if (change.affectsConfiguration('ahoy.path') || change.affectsConfiguration('ahoy.enable')) {
        await server.restart();
      }
    }),
  );
  await server.start();
}
