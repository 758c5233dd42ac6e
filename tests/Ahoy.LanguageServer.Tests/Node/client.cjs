// A client that others wrote, vscode-languageserver-protocol, over a real process: opens a file, applies the fix, and asks again.
const { spawn } = require('node:child_process');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const rpc = require('vscode-languageserver-protocol/node');

const [, , command, ...rest] = process.argv;
const folder = rest.pop();
const file = path.join(folder, 'functions', 'notify.js');
const uri = pathToFileURL(file).href;
let text = require('node:fs').readFileSync(file, 'utf8');

(async () => {
  const server = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = rpc.createProtocolConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  const pushed = new Promise((resolve) => connection.onNotification(rpc.PublishDiagnosticsNotification.type, resolve));
  connection.listen();
  const { capabilities } = await connection.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  });
  await connection.sendNotification(rpc.InitializedNotification.type, {});
  await connection.sendNotification(rpc.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'javascript', version: 1, text } });
  const { diagnostics } = await pushed;
  const range = diagnostics.find(({ code }) => code === 'AHOY2001').range;
  const actions = await connection.sendRequest(rpc.CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics } });
  const edit = actions.find(({ isPreferred }) => isPreferred).edit.documentChanges[0];
  const lines = text.split('\n');
  for (const { range: { start, end }, newText } of [...edit.edits].reverse()) {
    const offset = (place) => lines.slice(0, place.line).reduce((sum, line) => sum + line.length + 1, 0) + place.character;
    text = text.slice(0, offset(start)) + newText + text.slice(offset(end));
  }
  await connection.sendNotification(rpc.DidChangeTextDocumentNotification.type, { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
  const hover = await connection.sendRequest(rpc.HoverRequest.type, { textDocument: { uri }, position: range.start });
  await connection.sendRequest(rpc.ShutdownRequest.type);
  await connection.sendNotification(rpc.ExitNotification.type);
  const exitCode = await new Promise((resolve) => server.on('exit', resolve));
  console.log(JSON.stringify({ codes: diagnostics.map(({ code }) => code), version: edit.textDocument.version, text, hover, exitCode, lens: capabilities.codeLensProvider !== undefined }));
  process.exit(0);
})();
